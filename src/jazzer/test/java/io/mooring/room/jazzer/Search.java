package io.mooring.room.jazzer;

import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.fuzz.Fuzz;
import io.mooring.mbt.fuzz.FuzzOptions;
import io.mooring.mbt.fuzz.FuzzReport;
import io.mooring.mbt.run.Run;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusInputs;
import io.mooring.room.harness.step.ConnectionHarness;
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
      long first = seed;
      Fuzz<Stimulus> fuzz =
          Fuzz.of("compiled", "table", ConnectionHarness.of(CompiledEngine::new))
              .withInputs(StimulusInputs.oneLife())
              .with(options -> options.withSeed(first).withTries(lists).withEndWhenCovered());
      report("blind", fuzz.run());
      report("guided", fuzz.with(FuzzOptions::withGuidance).run());
    }
  }

  private static void tours() {
    Coverage coverage = RoomCoverage.empty();
    ConnectionHarness harness = ConnectionHarness.of(CompiledEngine::new).withCoverage(coverage);
    List<List<Stimulus>> tours = new ArrayList<>(RoomTours.everyFiring());
    RoomTours.everyEdgePair(100).forEach(tour -> tours.add(RoomTours.stimuli(tour)));
    long steps = 0;
    for (List<Stimulus> tour : tours) {
      Run<Stimulus> run = harness.run(tour);
      steps += run.steps();
      if (run.violation().isPresent()) {
        print("tours", FOUND, steps, coverage);
        return;
      }
    }
    print("tours", coverage.isExhausted() ? COVERED : NOTHING, steps, coverage);
  }

  private static void report(String name, FuzzReport<?> report) {
    Coverage coverage = report.total().coverage();
    String end = !report.isGood() ? FOUND : coverage.isExhausted() ? COVERED : NOTHING;
    print(name, end, report.total().steps(), coverage);
  }

  static void print(String name, String end, long steps, Coverage coverage) {
    System.out.printf(
        Locale.ROOT,
        "search %s %s %d %d%n",
        name,
        end,
        steps,
        100L * coverage.pairs().count() / coverage.pairs().possible());
  }
}
