package io.mooring.room.jazzer;

import com.code_intelligence.jazzer.api.Jazzer;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.run.Run;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.model.RoomCoverage;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.step.ConnectionHarness;

/**
 * Event lists that a coverage-guided fuzzer makes, on a real connection. It receives every pair of
 * edges of the specification's graph that a list covered, and continues from lists that covered new
 * ones.
 *
 * <p>Without the profile {@code fuzz} the lists of the folder {@code ConnectionFuzzTestInputs} are
 * walked, each once.
 */
class ConnectionFuzzTest {
  private static final ConnectionHarness HARNESS = ConnectionHarness.of(CompiledEngine::new);

  /** The values of one state are distinguished up to here. */
  private static final int VALUES = 128;

  @FuzzTest
  void aConnectionKeepsToTheSpecification(byte[] bytes) {
    Coverage coverage = RoomCoverage.empty();
    Run<Stimulus> run = HARNESS.run(ByteLists.read(bytes), coverage.begin());
    HARNESS.smallest(run).requireNoViolation();
    for (long pair : coverage.pairs().covered()) {
      Jazzer.exploreState((byte) (pair % VALUES), (int) (pair / VALUES));
    }
  }
}
