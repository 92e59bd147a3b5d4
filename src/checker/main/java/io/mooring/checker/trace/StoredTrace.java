package io.mooring.checker.trace;

import io.mooring.checker.tlc.Trace;

/**
 * A behaviour as a file has it.
 *
 * @param trace the behaviour
 * @param title what it shows, in some words; empty if the file does not say it
 * @param description the same in one sentence; empty if the file does not say it
 * @param source the specification as the file names it; empty if it does not
 * @param config its configuration, likewise
 */
public record StoredTrace(
    Trace trace, String title, String description, String source, String config) {

  /** The same with another behaviour. */
  public StoredTrace with(Trace other) {
    return new StoredTrace(other, title, description, source, config);
  }
}
