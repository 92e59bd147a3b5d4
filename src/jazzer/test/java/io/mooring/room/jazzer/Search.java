package io.mooring.room.jazzer;

import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.ConnectionHarness;
import io.mooring.room.harness.EdgeCoverage;
import io.mooring.room.harness.Fuzz;
import io.mooring.room.harness.FuzzReport;
import io.mooring.room.harness.Stimulus;
import io.mooring.room.harness.Tours;
import io.mooring.room.harness.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Searches, each in every way but Jazzer's, and prints a line about each: the name, and the number
 * of steps that it took to find a violation or to cover everything; or its result without. It runs
 * in a process of its own, so that the library may be a faulty one.
 */
final class Search {
  static final String FOUND = "found";
  static final String COVERED = "covered";
  static final String NOTHING = "nothing";

  private Search() {}

  /**
   * Searches.
   *
   * @param args how many lists a search may walk, and how many seeds there are
   */
  public static void main(String[] args) {
    long lists = Long.parseLong(args[0]);
    int seeds = Integer.parseInt(args[1]);
    tours();
    for (int seed = 1; seed <= seeds; seed++) {
      Fuzz fuzz =
          Fuzz.of("compiled", CompiledEngine::new)
              .withOneLife()
              .withSeed(seed)
              .withTries(lists)
              .withEndWhenCovered();
      report("blind", fuzz.run());
      report("guided", fuzz.withGuidance().run());
    }
  }

  private static void tours() {
    EdgeCoverage coverage = new EdgeCoverage();
    ConnectionHarness harness = ConnectionHarness.of(CompiledEngine::new).withCoverage(coverage);
    List<List<Stimulus>> tours = new ArrayList<>(Tours.everyFiring());
    Tours.everyEdgePair(100).forEach(tour -> tours.add(Tours.stimuli(tour)));
    long steps = 0;
    for (List<Stimulus> tour : tours) {
      Walk walk = harness.walk(tour);
      steps += walk.steps().size();
      if (walk.violation().isPresent()) {
        print("tours", FOUND, steps, coverage);
        return;
      }
    }
    print("tours", coverage.isExhausted() ? COVERED : NOTHING, steps, coverage);
  }

  private static void report(String name, FuzzReport report) {
    EdgeCoverage coverage = report.total().coverage();
    String end = !report.isGood() ? FOUND : coverage.isExhausted() ? COVERED : NOTHING;
    print(name, end, report.total().steps(), coverage);
  }

  static void print(String name, String end, long steps, EdgeCoverage coverage) {
    System.out.printf(
        Locale.ROOT,
        "search %s %s %d %d%n",
        name,
        end,
        steps,
        100L * coverage.edgePairsTaken() / coverage.edgePairsPossible());
  }
}
