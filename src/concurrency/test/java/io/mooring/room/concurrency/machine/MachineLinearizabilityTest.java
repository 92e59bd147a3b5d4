package io.mooring.room.concurrency.machine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.util.LoggingLevel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever threads do at once with a generated machine, the result is that of its table with one
 * event after the other, and every effect and callback that is owed happens once and in order.
 */
final class MachineLinearizabilityTest {

  /** How many ways each scenario is checked in; a missing lock is found within the first 30. */
  private static final int WAYS = Boolean.getBoolean("mooring.deep") ? 300 : 50;

  @BeforeAll
  static void generate() throws Exception {
    RunningTurnstile.generate();
  }

  @Test
  void modelChecked() throws Exception {
    modelCheck(RunningTurnstile.GENERATED);
  }

  @Test
  void underStress() throws Exception {
    use(RunningTurnstile.GENERATED);
    new StressOptions()
        .logLevel(LoggingLevel.ERROR)
        .sequentialSpecification(GateOperations.OneAfterTheOther.class)
        .iterations(20)
        .invocationsPerIteration(1_000)
        .threads(3)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .check(GateOperations.class);
  }

  @Test
  void withoutTheLockItIsNotLinearizable() {
    assertThatThrownBy(() -> modelCheck(RunningTurnstile.UNLOCKED))
        .isInstanceOf(LincheckAssertionError.class);
  }

  private static void modelCheck(RunningTurnstile turnstile) throws ReflectiveOperationException {
    use(turnstile);
    new ModelCheckingOptions()
        .logLevel(LoggingLevel.ERROR)
        .minimizeFailedScenario(false)
        .sequentialSpecification(GateOperations.OneAfterTheOther.class)
        .iterations(10)
        .invocationsPerIteration(WAYS)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .check(GateOperations.class);
  }

  private static void use(RunningTurnstile turnstile) throws ReflectiveOperationException {
    GateOperations.running = turnstile.machines();
    GateOperations.OneAfterTheOther.table = turnstile.tables();
  }
}
