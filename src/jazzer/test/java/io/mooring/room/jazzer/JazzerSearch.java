package io.mooring.room.jazzer;

import com.code_intelligence.jazzer.api.Jazzer;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.ConnectionHarness;
import io.mooring.room.harness.EdgeCoverage;
import io.mooring.room.harness.Walk;

/**
 * The target of a Jazzer process that measures: as {@link ConnectionFuzzTest}, and it prints what
 * {@link Search} prints when a violation is found, all is taken, or the steps are used up.
 */
public final class JazzerSearch {
  /** The property that says how many steps may be taken. */
  static final String STEPS = "mooring.search.steps";

  private static final int VALUES = 128;
  private static final EdgeCoverage COVERAGE = new EdgeCoverage();
  private static final ConnectionHarness HARNESS =
      ConnectionHarness.of(CompiledEngine::new).withCoverage(COVERAGE);

  private static final long LIMIT = Long.getLong(STEPS, 1000);
  private static long steps;

  private JazzerSearch() {}

  /** Walks one list. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Walk walk = HARNESS.walk(ByteLists.read(bytes));
    steps += walk.steps().size();
    EdgeCoverage.edgePairs(walk.steps())
        .forEach(pair -> Jazzer.exploreState((byte) (pair % VALUES), pair / VALUES));
    if (walk.violation().isPresent()) {
      end(Search.FOUND);
    } else if (COVERAGE.isExhausted()) {
      end(Search.COVERED);
    } else if (steps >= LIMIT) {
      end(Search.NOTHING);
    }
  }

  private static void end(String end) {
    Search.print("jazzer", end, steps, COVERAGE);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
