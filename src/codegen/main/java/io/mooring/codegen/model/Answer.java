package io.mooring.codegen.model;

/**
 * The later result of an accepted command: the event that completes it while it is pending, and the
 * code.
 *
 * @param command the constant of the event that is the command
 * @param event the constant of the event that answers it when it is taken
 * @param code the constant of the return code
 */
public record Answer(String command, String event, String code) {}
