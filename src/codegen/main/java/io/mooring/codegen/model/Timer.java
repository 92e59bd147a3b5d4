package io.mooring.codegen.model;

/**
 * A timer of the machine: what arms it, what cancels it, and which event it raises.
 *
 * @param constant its constant of the enumeration {@code Timer}
 * @param arm the constant of the effect that arms it
 * @param cancel the constant of the effect that cancels it
 * @param fact the constant of the event that it raises when it expires
 * @param onlyTeller whether nothing else raises that event
 */
public record Timer(String constant, String arm, String cancel, String fact, boolean onlyTeller) {}
