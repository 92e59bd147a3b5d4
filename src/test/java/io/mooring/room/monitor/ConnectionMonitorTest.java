package io.mooring.room.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The monitor: what it allows, what it forbids and why, and how it goes on. */
final class ConnectionMonitorTest {

  private static final List<Event> EVENTS = List.of(Event.values());

  private final List<ConnectionChange> heard = new ArrayList<>();
  private final ConnectionMonitor monitor = ConnectionMonitor.ofInitialized(heard::add);

  @Test
  void aWholeSessionIsAllowed() {
    tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL);
    tell(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED);
    tell(ConnectionState.RECONNECTING, ConnectionReason.SIGNAL_DISCONNECTED);
    Verdict verdict = tell(ConnectionState.FAILED, ConnectionReason.TIME_OUT);

    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.explanation())
        .isEqualTo("(FAILED, TIME_OUT) is allowed: RECONNECT_WINDOW_USED_UP");
    assertThat(heard)
        .extracting(ConnectionChange::toString)
        .containsExactly(
            "DISCONNECTED -> CONNECTING (JOIN_CHANNEL), change 1 of session 1",
            "CONNECTING -> CONNECTED (JOIN_SUCCEED), change 2 of session 1",
            "CONNECTED -> RECONNECTING (SIGNAL_DISCONNECTED), change 3 of session 1",
            "RECONNECTING -> FAILED (TIME_OUT), change 4 of session 1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyStepOfTheSpecificationIsAllowed(long seed) {
    Random random = new Random(seed);
    Location location = Table.step(Table.initial().to(), Event.INITIALIZE).to();
    for (int i = 0; i < 10_000; i++) {
      Step step = Table.step(location, EVENTS.get(random.nextInt(EVENTS.size())));
      location = step.to();
      for (Notification notification : step.notifications()) {
        assertThat(tell(notification.state(), notification.reason()).explanation())
            .contains("is allowed");
      }
      if (step.event() == Event.RELEASE) {
        monitor.released();
      } else if (step.event() == Event.INITIALIZE) {
        monitor.initialized();
      }
      assertThat(monitor.agrees(location.state().code())).isTrue();
      assertThat(monitor.possibleStates()).containsExactly(location.state());
    }
    assertThat(heard).hasSizeGreaterThan(100);
  }

  /** The monitor's assumption: only commands change the state without a notification. */
  @Test
  void noFactChangesTheLocationWithoutTelling() {
    assertThat(Table.steps())
        .filteredOn(step -> !step.event().isCommand() && step.notifications().isEmpty())
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.to()).isEqualTo(step.from()));
  }

  @Test
  void aClientThatFightsAKickIsNamedWithTheRule() {
    inARoom();
    tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED);
    Verdict verdict = tell(ConnectionState.RECONNECTING, ConnectionReason.SIGNAL_DISCONNECTED);

    assertThat(verdict).isInstanceOf(Verdict.Forbidden.class);
    Verdict.Forbidden forbidden = (Verdict.Forbidden) verdict;
    assertThat(forbidden.from()).containsExactly(Location.DISCONNECTED);
    assertThat(forbidden.rules())
        .containsExactlyInAnyOrder(Rule.TRANSITION_TABLE, Rule.B9_REST_STAYS_AT_REST);
    assertThat(forbidden.missed())
        .containsExactly(
            new Notification(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL),
            new Notification(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED));
    assertThat(verdict.explanation())
        .startsWith("(RECONNECTING, SIGNAL_DISCONNECTED) is not allowed in DISCONNECTED, by ")
        .contains("B9_RestStaysAtRestProp (RoomConnection.tla:")
        .endsWith("missing before it: (CONNECTING, JOIN_CHANNEL), (CONNECTED, JOIN_SUCCEED)");
  }

  @Test
  void everythingForbiddenBreaksARule() {
    List<String> without = new ArrayList<>();
    for (Location location : Location.values()) {
      for (ConnectionState state : ConnectionState.values()) {
        for (ConnectionReason reason : ConnectionReason.values()) {
          Verdict verdict =
              ConnectionMonitor.of(Set.of(location), change -> {})
                  .onConnectionStateChange(state.code(), reason.code());
          if (verdict instanceof Verdict.Forbidden forbidden && forbidden.rules().isEmpty()) {
            without.add(location + ": " + verdict.explanation());
          }
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void itGoesOnFromWhatMustNotHaveCome() {
    inARoom();
    assertThat(tell(ConnectionState.FAILED, ConnectionReason.TIME_OUT).isAllowed()).isFalse();

    assertThat(monitor.possibleStates()).containsExactly(ConnectionState.FAILED);
    assertThat(tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL).isAllowed())
        .isTrue();
    assertThat(heard).hasSize(4);
  }

  @Test
  void aSecondJoinInASessionIsForbidden() {
    inARoom();
    Verdict verdict = tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL);

    assertThat(((Verdict.Forbidden) verdict).rules())
        .contains(Rule.TRANSITION_TABLE, Rule.B11_SECOND_JOIN_IS_REFUSED);
    assertThat(((Verdict.Forbidden) verdict).missing()).hasSize(1);
  }

  @Test
  void aNotificationOfNoStepHasNothingMissing() {
    Verdict verdict = tell(ConnectionState.CONNECTED, ConnectionReason.LEAVE_CHANNEL);

    assertThat(((Verdict.Forbidden) verdict).missing()).isEmpty();
    assertThat(verdict.explanation()).endsWith("no event causes it");
    assertThat(monitor.possibleStates()).containsExactly(ConnectionState.CONNECTED);
  }

  @ParameterizedTest
  @EnumSource(ConnectionReason.class)
  void noNotificationIsAllowedAfterARelease(ConnectionReason reason) {
    inARoom();
    monitor.released();

    for (ConnectionState state : ConnectionState.values()) {
      monitor.released();
      Verdict verdict = tell(state, reason);
      assertThat(verdict).isInstanceOf(Verdict.Forbidden.class);
      assertThat(((Verdict.Forbidden) verdict).from()).containsExactly(Location.UNKNOWN);
    }
  }

  @Test
  void aReleaseAndWhatMustComeAfterIt() {
    inARoom();
    monitor.released();
    assertThat(monitor.agrees(ConnectionState.UNKNOWN.code())).isTrue();

    assertThat(tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL).explanation())
        .endsWith("missing before it: INITIALIZE");

    monitor.released();
    monitor.initialized();
    assertThat(tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL).isAllowed())
        .isTrue();
  }

  @Test
  void anUnknownCodeIsAnsweredAndChangesNothing() {
    inARoom();
    List<Verdict> verdicts =
        List.of(
            monitor.onConnectionStateChange(99, ConnectionReason.TIME_OUT.code()),
            monitor.onConnectionStateChange(ConnectionState.FAILED.code(), -1),
            monitor.onConnectionStateChange(Integer.MIN_VALUE, Integer.MAX_VALUE));

    assertThat(verdicts).noneMatch(Verdict::isAllowed).hasOnlyElementsOfType(Verdict.Unknown.class);
    assertThat(verdicts.get(0).explanation())
        .isEqualTo("(99, 4) has a code that the specification does not know: state 99");
    assertThat(verdicts.get(1).explanation()).endsWith(" does not know: reason -1");
    assertThat(verdicts.get(2).explanation())
        .endsWith(": state " + Integer.MIN_VALUE + " and reason " + Integer.MAX_VALUE);
    assertThat(monitor.possibleStates()).containsExactly(ConnectionState.CONNECTED);
    assertThat(monitor.agrees(99)).isFalse();
    assertThat(heard).hasSize(2);
  }

  @Test
  void inTheMiddleTheFirstCallbackSaysWhereItIs() {
    ConnectionMonitor late = ConnectionMonitor.ofUnknown(heard::add);
    assertThat(late.possibleStates()).containsExactlyInAnyOrder(ConnectionState.values());

    assertThat(
            late.onConnectionStateChange(
                    ConnectionState.CONNECTED.code(), ConnectionReason.REJOIN_SUCCEED.code())
                .isAllowed())
        .isTrue();
    assertThat(late.possibleStates()).containsExactly(ConnectionState.CONNECTED);
  }

  @Test
  void aGetterThatDisagreesIsSeen() {
    inARoom();

    assertThat(monitor.agrees(ConnectionState.CONNECTED.code())).isTrue();
    assertThat(monitor.agrees(ConnectionState.RECONNECTING.code())).isFalse();
  }

  @Test
  void aListenerThatThrowsKeepsNothingFromBeingCountedIn() {
    ConnectionMonitor failing =
        ConnectionMonitor.ofInitialized(
            change -> {
              throw new IllegalStateException("boom");
            });

    assertThatThrownBy(
            () ->
                failing.onConnectionStateChange(
                    ConnectionState.CONNECTING.code(), ConnectionReason.JOIN_CHANNEL.code()))
        .hasMessage("boom");
    assertThat(failing.possibleStates()).containsExactly(ConnectionState.CONNECTING);
  }

  private void inARoom() {
    tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL);
    tell(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED);
  }

  private Verdict tell(ConnectionState state, ConnectionReason reason) {
    return monitor.onConnectionStateChange(state.code(), reason.code());
  }
}
