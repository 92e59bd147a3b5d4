package io.mooring.room.jazzer;

import com.code_intelligence.jazzer.api.Jazzer;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.ConnectionHarness;
import io.mooring.room.harness.EdgeCoverage;
import io.mooring.room.harness.Walk;

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
    Walk walk = HARNESS.requireNoViolation(ByteLists.read(bytes));
    EdgeCoverage.edgePairs(walk.steps())
        .forEach(pair -> Jazzer.exploreState((byte) (pair % VALUES), pair / VALUES));
  }
}
