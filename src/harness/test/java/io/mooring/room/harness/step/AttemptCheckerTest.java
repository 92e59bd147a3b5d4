package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.Violation;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.ReconnectPolicy;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.testkit.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each check of attempts, seen to fail. */
class AttemptCheckerTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final VirtualTime time = VirtualTime.hostile();
  private final RunChecker checker = new RunChecker(Oracles.table(), null, time, new ArmedTimers());
  private final AttemptChecker attempts =
      new AttemptChecker(time, checker, ReconnectPolicy.rounds(Integer.MAX_VALUE), () -> false);
  private Step last = Table.initial();

  private record Attempt(int number, Duration timeLimit) implements ReconnectAttempt {
    @Override
    public void succeeded() {}

    @Override
    public void failed() {}
  }

  private void decide(Event... events) {
    for (Event event : events) {
      last = Table.step(last.to(), event);
      checker.decided(last);
    }
  }

  private void reconnect() {
    decide(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.JOINED, Event.MEDIA_LOST);
  }

  private void begin(int number) {
    attempts.schedule(LIMIT, () -> {});
    attempts.made(0, new Attempt(number, LIMIT));
  }

  private void assertGood() {
    assertThat(checker.violation()).isEmpty();
  }

  private void assertViolation(String kind, String message) {
    Violation found = checker.violation().orElseThrow();
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.message()).contains(message);
  }

  @Test
  void attemptsThatFollowOneAnotherInTimeAreGood() {
    reconnect();
    begin(1);
    attempts.settle();
    time.advance(LIMIT);
    attempts.schedule(PAUSE, () -> {});
    attempts.settle();
    time.advance(PAUSE);
    begin(2);
    attempts.settle();

    assertGood();
    assertThat(attempts.isUnderWay(attempts.made(0).orElseThrow())).isTrue();
    assertThat(attempts.isUnderWay(attempts.made(1).orElseThrow())).isFalse();
    assertThat(attempts.latestOf(0)).isEqualTo(attempts.made(0));
    assertThat(attempts.latestOf(1)).isEmpty();
    time.advance(LIMIT);
    assertThat(attempts.isUnderWay(attempts.made(0).orElseThrow())).isFalse();
  }

  @Test
  void anAttemptWhileNothingIsBeingRestoredIsSeen() {
    decide(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.JOINED);
    attempts.made(0, new Attempt(1, LIMIT));

    assertViolation(ViolationKind.EFFECT, "attempt 1 was made while no attempt is due");
  }

  @Test
  void aSecondAttemptBesideTheFirstIsSeen() {
    reconnect();
    begin(1);
    attempts.made(0, new Attempt(2, LIMIT));

    assertViolation(
        ViolationKind.EFFECT, "attempt 2 was made while attempt 1 is under way until 2.000 s");
  }

  @Test
  void anAttemptThatDoesNotWaitIsSeen() {
    reconnect();
    begin(1);
    attempts.failed();
    attempts.made(0, new Attempt(2, LIMIT));

    assertViolation(ViolationKind.EFFECT, "attempt 2 was made while attempt 2 is due at 1.000 s");
  }

  @Test
  void aWrongNumberAndAWrongLimitAreSeen() {
    reconnect();
    attempts.made(0, new Attempt(1, PAUSE));
    assertViolation(ViolationKind.EFFECT, "attempt 1 has 1.000 s");

    AttemptCheckerTest other = new AttemptCheckerTest();
    other.reconnect();
    other.attempts.made(0, new Attempt(3, LIMIT));
    other.assertViolation(ViolationKind.EFFECT, "attempt 3 was made while no attempt is due");
  }

  @Test
  void anAttemptThatDoesNotComeIsSeen() {
    reconnect();
    attempts.settle();
    assertViolation(ViolationKind.RESOURCE, "in RECONNECTING, no attempt is due");

    AttemptCheckerTest other = new AttemptCheckerTest();
    other.reconnect();
    other.begin(1);
    other.time.advance(LIMIT.plus(PAUSE));
    other.attempts.settle();
    other.assertViolation(ViolationKind.RESOURCE, "attempt 2 is due at 3.000 s");
  }

  @Test
  void whatRunsOnAfterTheEndIsSeen() {
    reconnect();
    begin(1);
    decide(Event.REJOINED);
    attempts.stopped();
    attempts.settle();

    assertViolation(
        ViolationKind.RESOURCE, "in CONNECTED, no attempt is due, with 1 timers of attempts");
  }

  @Test
  void aTimerThatIsNotExpectedOrOfAnotherLengthIsSeen() {
    attempts.schedule(LIMIT, () -> {});
    assertViolation(ViolationKind.EFFECT, "a timer of 2.000 s was armed while no attempt is due");

    AttemptCheckerTest other = new AttemptCheckerTest();
    other.reconnect();
    other.begin(1);
    other.attempts.failed();
    other.attempts.schedule(LIMIT, () -> {});
    other.assertViolation(
        ViolationKind.EFFECT, "a timer of 2.000 s was armed while attempt 2 is due at 1.000 s");
  }
}
