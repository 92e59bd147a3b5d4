package io.mooring.codegen.model;

/**
 * What an accepted command comes to: the event that answers it while it waits, and the code.
 *
 * @param command the constant of the event that is the command
 * @param event the constant of the event that answers it when it is taken
 * @param code the constant of the return code
 */
public record Answer(String command, String event, String code) {}
