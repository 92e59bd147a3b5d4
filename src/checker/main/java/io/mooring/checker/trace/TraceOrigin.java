package io.mooring.checker.trace;

import java.nio.file.Path;

/**
 * Where a behaviour comes from.
 *
 * @param title what it shows, in some words
 * @param description the same in one sentence, as a check says it
 * @param module the specification
 * @param config its configuration
 */
public record TraceOrigin(String title, String description, Path module, Path config) {}
