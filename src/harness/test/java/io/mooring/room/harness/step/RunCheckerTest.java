package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.Violation;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.testkit.VirtualTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each check of steps, codes and the getter, seen to fail. */
class RunCheckerTest {
  private static final Step INITIALIZE = Table.step(Location.UNKNOWN, Event.INITIALIZE);

  private final RunChecker checker =
      new RunChecker(Oracles.table(), null, VirtualTime.hostile(), new ArmedTimers());

  @Test
  void aStepThatDoesNotBeginWhereTheLastOneEndedIsSeen() {
    checker.decided(Table.step(Location.CONNECTED, Event.INITIALIZE));

    assertViolation(ViolationKind.CHAIN, "does not begin in UNKNOWN");
  }

  @Test
  void aStepThatTheOracleDoesNotKnowIsSeen() {
    RunChecker strict =
        new RunChecker(
            new RememberingOracle((before, after) -> Optional.of("no")),
            null,
            VirtualTime.hostile(),
            new ArmedTimers());
    strict.decided(INITIALIZE);

    assertThat(strict.violation()).contains(new Violation(ViolationKind.ORACLE, "no"));
  }

  @Test
  void aWrongTimeAndAWrongSessionAreSeen() {
    checker.decided(INITIALIZE);
    checker.recorded(5, 0, INITIALIZE);
    assertViolation(ViolationKind.DECISION, "recorded for 0.000 s");

    RunChecker other =
        new RunChecker(Oracles.table(), null, VirtualTime.hostile(), new ArmedTimers());
    other.decided(INITIALIZE);
    other.recorded(0, 3, INITIALIZE);
    assertThat(other.violation().orElseThrow().message()).contains("recorded for session 3");
  }

  @Test
  void anEventThatIsNotDecidedIsSeen() {
    checker.requireDecided(0, Event.JOINED, null);

    assertViolation(ViolationKind.DECISION, "Joined was not decided when it occurred");
  }

  @Test
  void anEventThatIsDecidedAsAnotherIsSeen() {
    checker.decided(INITIALIZE);
    checker.requireDecided(0, Event.RELEASE, null);

    assertViolation(ViolationKind.DECISION, "Release was decided as UNKNOWN --Initialize-->");
  }

  @Test
  void aWrongReturnCodeIsSeen() {
    checker.decided(INITIALIZE);
    checker.requireDecided(0, Event.INITIALIZE, ReturnCode.WRONG_STATE);

    assertViolation(ViolationKind.RETURN_CODE, "Initialize returned WRONG_STATE, its step has OK");
  }

  @Test
  void aGetterThatDoesNotAgreeIsSeen() {
    checker.decided(INITIALIZE);
    checker.requireGetter(ConnectionState.UNKNOWN);

    assertViolation(ViolationKind.GETTER, "returned UNKNOWN instead of DISCONNECTED");
  }

  @Test
  void aCommandInsideACallbackThatReturnsBeforeItIsCarriedOutIsSeen() {
    checker.decided(INITIALIZE);
    checker.decided(Table.step(Location.DISCONNECTED, Event.JOIN_CHANNEL));
    checker.returnedInside(Event.JOIN_CHANNEL, ReturnCode.OK);

    assertViolation(ViolationKind.EFFECT, "armJoinTimeout on the join timeout is missing");
  }

  @Test
  void aStepThatIsRecordedOtherwiseOrNotAtAllIsSeen() {
    checker.decided(INITIALIZE);
    checker.recorded(0, 0, Table.step(Location.UNKNOWN, Event.RELEASE));
    assertViolation(ViolationKind.DECISION, "was recorded, expected is UNKNOWN --INITIALIZE-->");

    RunChecker other =
        new RunChecker(Oracles.table(), null, VirtualTime.hostile(), new ArmedTimers());
    other.decided(INITIALIZE);
    other.settle(1, 0);
    assertThat(other.violation().orElseThrow().message()).contains("was not recorded");
  }

  @Test
  void aStaleSuccessThatIsNotUndoneIsSeen() {
    checker.stale(1, Event.JOINED, List.of());

    assertViolation(ViolationKind.EFFECT, "a stale Joined is undone with []");
  }

  @Test
  void aStepTooManyIsSeen() {
    checker.decided(INITIALIZE);
    checker.recorded(0, 0, INITIALIZE);
    checker.settle(0, 0);

    assertViolation(ViolationKind.DECISION, "1 steps were decided, 0 were expected");
  }

  private void assertViolation(String kind, String message) {
    Violation found = checker.violation().orElseThrow();
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.message()).contains(message);
  }
}
