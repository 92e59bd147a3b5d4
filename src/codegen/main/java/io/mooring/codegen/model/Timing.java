package io.mooring.codegen.model;

import java.util.List;
import java.util.Optional;

/**
 * The durations of a machine, from the timing module that belongs to it.
 *
 * @param module the module's name
 * @param doc the comment at its head; may be empty
 * @param durations its durations, in its order
 * @param bounds how long each timer of the machine may run, in the order of the timers
 */
public record Timing(
    String module, String doc, List<NamedDuration> durations, List<TimerBounds> bounds) {

  /** Copies the lists. */
  public Timing {
    durations = List.copyOf(durations);
    bounds = List.copyOf(bounds);
  }

  /**
   * A duration with a name.
   *
   * @param name its Java constant
   * @param seconds how long it is
   * @param doc its comment; may be empty
   * @param line where it is defined
   */
  public record NamedDuration(String name, int seconds, String doc, SourceLine line) {}

  /**
   * How long a timer may run.
   *
   * @param timer the timer's constant
   * @param atLeast seconds
   * @param atMost seconds
   */
  public record TimerBounds(String timer, int atLeast, int atMost) {}

  /** The bounds of a timer, if they are given. */
  public Optional<TimerBounds> boundsOf(String timer) {
    return bounds.stream().filter(each -> each.timer().equals(timer)).findFirst();
  }
}
