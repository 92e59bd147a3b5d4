package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.StepOracle;
import io.mooring.room.CompiledEngine;
import io.mooring.room.harness.Steps;
import io.mooring.room.harness.model.RoomTours;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When a harness calls its oracle, and when it uses an earlier result. */
class RememberingOracleTest {
  private static final Step INITIALIZE = Table.step(Location.UNKNOWN, Event.INITIALIZE);
  private static final Step RELEASE = Table.step(Location.DISCONNECTED, Event.RELEASE);
  private static final Step AGAIN = Table.step(Location.UNKNOWN, Event.INITIALIZE);

  private final AtomicInteger calls = new AtomicInteger();

  private StepOracle counting(Optional<String> objection) {
    return (before, after) -> {
      calls.incrementAndGet();
      return objection;
    };
  }

  @Test
  void aRowThatWasAcceptedIsCheckedOnceInEachState() {
    RememberingOracle oracle = new RememberingOracle(counting(Optional.empty()));
    oracle.objection(Table.initial(), INITIALIZE);
    oracle.objection(Table.initial(), INITIALIZE);
    assertThat(calls).hasValue(1);

    oracle.objection(RELEASE, AGAIN);
    assertThat(calls).hasValue(2);
  }

  @Test
  void aRowThatWasRejectedIsRejectedAgain() {
    RememberingOracle oracle = new RememberingOracle(counting(Optional.of("no")));
    assertThat(oracle.objection(Table.initial(), INITIALIZE)).contains("no");
    assertThat(oracle.objection(Table.initial(), INITIALIZE)).contains("no");
  }

  @Test
  void aStepThatIsNoRowIsAlwaysChecked() {
    RememberingOracle oracle = new RememberingOracle(counting(Optional.empty()));
    Step other = Steps.to(INITIALIZE, Location.FAILED);
    oracle.objection(Table.initial(), other);
    oracle.objection(Table.initial(), other);
    assertThat(calls).hasValue(2);
  }

  @Test
  void anotherRunOfTheSameListNeedsNoMoreCalls() {
    ConnectionHarness harness =
        ConnectionHarness.of(CompiledEngine::new).withOracle(counting(Optional.empty()));
    harness.run(RoomTours.WARM_UP).requireNoViolation();
    int first = calls.get();
    harness.run(RoomTours.WARM_UP).requireNoViolation();

    assertThat(first).isPositive();
    assertThat(calls).hasValue(first);
  }
}
