package io.mooring.codegen.model;

/**
 * A timer of the machine: what starts it, what takes it back, and what it tells.
 *
 * @param constant its constant of the enumeration {@code Timer}
 * @param arm the constant of the effect that arms it
 * @param cancel the constant of the effect that cancels it
 * @param fact the constant of the event that is told when it has run out
 */
public record Timer(String constant, String arm, String cancel, String fact) {}
