package io.mooring.room.jazzer;

import com.code_intelligence.jazzer.api.Jazzer;
import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.run.Run;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.step.ConnectionHarness;

/**
 * The target of a Jazzer process that measures: as {@link ConnectionFuzzTest}, and it prints what
 * {@link Search} prints when a violation is found, all is taken, or the steps are used up.
 */
public final class JazzerSearch {
  /** The property that says how many steps may be taken. */
  static final String STEPS = "mooring.search.steps";

  private static final int VALUES = 128;
  private static final Coverage COVERAGE = RoomCoverage.empty();
  private static final ConnectionHarness HARNESS = ConnectionHarness.of(CompiledEngine::new);

  private static final long LIMIT = Long.getLong(STEPS, 1000);
  private static long steps;

  private JazzerSearch() {}

  /** Walks one list. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Coverage alone = RoomCoverage.empty();
    Run<Stimulus> run = HARNESS.run(ByteLists.read(bytes), alone.begin());
    steps += run.steps();
    COVERAGE.add(alone);
    for (long pair : alone.pairs().covered()) {
      Jazzer.exploreState((byte) (pair % VALUES), (int) (pair / VALUES));
    }
    if (run.violation().isPresent()) {
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
