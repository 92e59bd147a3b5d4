package io.mooring.room.harness.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.mbt.run.Violation;
import io.mooring.room.ConnectionChange;
import io.mooring.room.harness.log.ViolationKind;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Notification;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each check of effects and callbacks, seen to fail. */
class ExpectedOutputsTest {
  private static final ConnectionChange JOINED =
      new ConnectionChange(
          ConnectionState.CONNECTING,
          ConnectionState.CONNECTED,
          ConnectionReason.JOIN_SUCCEED,
          1,
          1,
          Duration.ZERO);

  private boolean timerWaits = true;
  private final ExpectedOutputs expected = new ExpectedOutputs(timer -> timerWaits);

  @Test
  void expectedOutputsInOrderAreRight() {
    expected.expectEffect("session 1", Effect.OPEN_TRANSPORT);
    tell();

    assertThat(expected.ran("session 1", Effect.OPEN_TRANSPORT)).isEmpty();
    assertThat(expected.notified(JOINED)).isEmpty();
    assertThat(expected.settled()).isEmpty();
  }

  @Test
  void anEffectOfNoStepIsSeen() {
    assertWrong(
        expected.ran("session 1", Effect.ANNOUNCE_LEAVE),
        ViolationKind.EFFECT,
        "announceLeave on session 1 ran, but no step has it");
  }

  @Test
  void anEffectThatDoesNotRunIsSeen() {
    expected.expectEffect("session 1", Effect.CLOSE_TRANSPORT);

    assertWrong(expected.settled(), ViolationKind.EFFECT, "closeTransport on session 1 is missing");
  }

  @Test
  void anEffectOutOfOrderIsSeen() {
    expected.expectEffect("session 1", Effect.STOP_RECONNECTING);
    expected.expectEffect("session 1", Effect.CLOSE_TRANSPORT);

    assertWrong(
        expected.ran("session 1", Effect.CLOSE_TRANSPORT),
        ViolationKind.EFFECT,
        "next is stopReconnecting on session 1, but closeTransport on session 1 ran");
  }

  @Test
  void anEffectOnAnotherSessionIsSeen() {
    expected.expectEffect("session 2", Effect.CLOSE_TRANSPORT);

    assertWrong(
        expected.ran("session 1", Effect.CLOSE_TRANSPORT),
        ViolationKind.EFFECT,
        "closeTransport on session 1 ran");
  }

  @Test
  void aWindowThatRunsMustBeCancelledAndOneThatDoesNotNeedNotBe() {
    expected.expectEffect("the window", Effect.CANCEL_WINDOW);
    assertWrong(expected.settled(), ViolationKind.EFFECT, "cancelWindow on the window is missing");

    timerWaits = false;
    assertThat(expected.settled()).isEmpty();
  }

  @Test
  void aCallbackOfNoStepIsSeen() {
    assertWrong(expected.notified(JOINED), ViolationKind.CALLBACK, "no step has it");
  }

  @Test
  void aCallbackThatDoesNotComeIsSeen() {
    tell();

    assertWrong(expected.settled(), ViolationKind.CALLBACK, "JOIN_SUCCEED is missing");
  }

  @Test
  void aCallbackBeforeItsEffectsIsSeen() {
    expected.expectEffect("session 1", Effect.OPEN_TRANSPORT);
    tell();

    assertWrong(
        expected.notified(JOINED), ViolationKind.CALLBACK, "next is openTransport on session 1");
  }

  @Test
  void aCallbackWithAnotherContentIsSeen() {
    tell();
    assertWrong(
        expected.notified(
            new ConnectionChange(
                ConnectionState.RECONNECTING,
                ConnectionState.CONNECTED,
                ConnectionReason.JOIN_SUCCEED,
                1,
                1,
                Duration.ZERO)),
        ViolationKind.CALLBACK,
        "next is the callback CONNECTING -> CONNECTED");
  }

  @Test
  void aCallbackWithAnotherNumberOrSessionIsSeen() {
    tell();
    assertWrong(
        expected.notified(
            new ConnectionChange(
                ConnectionState.CONNECTING,
                ConnectionState.CONNECTED,
                ConnectionReason.JOIN_SUCCEED,
                7,
                1,
                Duration.ZERO)),
        ViolationKind.CALLBACK,
        "has number 7, its number is 1");
    tell();
    assertWrong(
        expected.notified(
            new ConnectionChange(
                ConnectionState.CONNECTING,
                ConnectionState.CONNECTED,
                ConnectionReason.JOIN_SUCCEED,
                2,
                9,
                Duration.ZERO)),
        ViolationKind.CALLBACK,
        "has session 9, its step has 1");
  }

  @Test
  void aCallbackThatAReleaseSilencedMustNotCome() {
    tell();
    expected.dropCallbacks();

    assertThat(expected.settled()).isEmpty();
    assertWrong(expected.notified(JOINED), ViolationKind.CALLBACK, "no step has it");
  }

  @Test
  void aTransportThatIsCalledBeforeTheTimersIsSeen() {
    expected.expectEffect("session 1", Effect.OPEN_TRANSPORT);
    expected.expectEffect("the join timeout", Effect.ARM_JOIN_TIMEOUT);

    assertWrong(
        expected.ran("session 1", Effect.OPEN_TRANSPORT),
        ViolationKind.EFFECT,
        "next is armJoinTimeout on the join timeout, but openTransport on session 1 ran");
  }

  @Test
  void aCallbackBeforeItsStepIsRecordedIsSeen() {
    expected.decided();
    tell();

    assertWrong(
        expected.notified(JOINED), ViolationKind.CALLBACK, "came before its step was recorded");
  }

  @Test
  void effectsOfALaterStepMayComeBeforeACallbackOrAfterIt() {
    expected.decided();
    tell();
    expected.decided();
    expected.expectEffect("session 1", Effect.CLOSE_TRANSPORT);
    expected.recorded();

    assertThat(expected.notified(JOINED)).isEmpty();
    assertThat(expected.ran("session 1", Effect.CLOSE_TRANSPORT)).isEmpty();
    assertThat(expected.settled()).isEmpty();
  }

  private void tell() {
    expected.expectCallback(
        ConnectionState.CONNECTING,
        new Notification(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED),
        1);
  }

  private static void assertWrong(Optional<Violation> found, String kind, String message) {
    assertThat(found).isPresent();
    assertThat(found.get().kind()).isEqualTo(kind);
    assertThat(found.get().message()).contains(message);
  }
}
