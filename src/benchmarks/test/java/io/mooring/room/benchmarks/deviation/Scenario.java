package io.mooring.room.benchmarks.deviation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A question to every machine.
 *
 * @param title what it is about
 * @param done what is done, in which order
 * @param promise where it stands what must come of it
 * @param documented what the libraries' own documents say about it; empty if nothing
 * @param ask runs the scenario on a new machine and returns what was observed
 */
record Scenario(
    String title,
    String done,
    String promise,
    String documented,
    Function<Candidate, List<Finding>> ask) {

  /** All of them, in the order of the page. */
  static List<Scenario> all() {
    return Stream.of(OneAtATime.scenarios(), SeveralThreads.scenarios(), Callbacks.scenarios())
        .flatMap(List::stream)
        .toList();
  }
}
