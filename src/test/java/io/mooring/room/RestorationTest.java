package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that goes on after its process died. */
final class RestorationTest {

  private static final Duration WINDOW = RoomConnection.DEFAULT_RECONNECT_WINDOW;

  /** A rig whose connection goes on from a snapshot, in a transport with a way back or without. */
  private static Rig restored(ConnectionSnapshot snapshot, Duration away, boolean wayBack) {
    return new Rig(builder -> builder.restore(snapshot, away), wayBack);
  }

  private static Rig restored(ConnectionSnapshot snapshot) {
    return restored(snapshot, Duration.ZERO, true);
  }

  private static ConnectionSnapshot at(Location location) {
    return new ConnectionSnapshot(
        location, 9, 4, Optional.of(new ChannelRequest("lobby", 7)), Duration.ZERO);
  }

  @Test
  void aCaptureSaysWhereTheConnectionIs() {
    Rig rig = Rig.in(CONNECTED);
    rig.facts().mediaLost();
    rig.scheduler.pass(Duration.ofSeconds(6));

    ConnectionSnapshot snapshot = rig.connection.capture();
    assertThat(snapshot)
        .isEqualTo(
            new ConnectionSnapshot(
                Location.RECONNECTING,
                3,
                1,
                Optional.of(new ChannelRequest("lobby", 7)),
                Duration.ofSeconds(6),
                Optional.empty(),
                Optional.of(rig.changes.get(rig.changes.size() - 1)),
                false,
                rig.connection.life()))
        .hasToString(
            "ConnectionSnapshot[RECONNECTING, session 1 in \"lobby\" as user 7, 3 changes, "
                + "under way for PT6S]");
    assertThat(new Rig().connection.capture())
        .hasToString("ConnectionSnapshot[UNKNOWN, no session yet, 0 changes]");
  }

  @ParameterizedTest
  @EnumSource(Location.class)
  void whatIsRestoredFollowsTheTableAndKeepsItsRules(Location location) {
    Rig rig = restored(at(location));

    Step before =
        Table.steps().stream()
            .filter(step -> step.outcome() == Outcome.TAKEN)
            .filter(step -> step.to() == location)
            .findFirst()
            .orElseThrow();
    for (Step step : rig.steps) {
      assertThat(step).isEqualTo(Table.step(before.to(), step.event()));
      assertThat(Rule.violated(before, step)).isEmpty();
      before = step;
    }
    assertThat(rig.state()).isEqualTo(before.to().state());
    assertThat(rig.failures).isEmpty();
    assertThat(rig.connection.capture().location()).isEqualTo(before.to());
  }

  @ParameterizedTest
  @EnumSource(
      value = Location.class,
      names = {"UNKNOWN", "DISCONNECTED", "DISCONNECTED_DEPARTED", "FAILED"})
  void aConnectionAtRestIsRestoredUnchanged(Location location) {
    Rig rig = restored(at(location));

    ConnectionSnapshot after = rig.connection.capture();
    assertThat(after.location()).isEqualTo(location);
    assertThat(after.changes()).isEqualTo(at(location).changes());
    assertThat(after.request()).isEqualTo(at(location).request());
    assertThat(rig.log).isEmpty();
    assertThat(rig.sessions).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Location.class,
      names = {"CONNECTING", "CONNECTING_PROXIED"})
  void aJoinThatHadNoAnswerHasFailed(Location location) {
    Rig rig = restored(at(location));

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.sessions).isEmpty();
    assertThat(rig.steps).extracting(Step::event).containsExactly(Event.LONG_LINK_FAILED);
    assertThat(rig.join()).isEqualTo(ReturnCode.OK);
  }

  @Test
  void anEstablishedConnectionIsReconnectingAndRejoins() {
    Rig rig = restored(at(Location.CONNECTED));

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.log).containsExactly("resume 1", "tryToRejoin 1", "recorded SIGNAL_LOST");
    assertThat(rig.session().request).isEqualTo(new ChannelRequest("lobby", 7));
    assertThat(rig.scheduler.tasks.get(0).delay).isEqualTo(WINDOW);

    rig.scheduler.pass(Duration.ofSeconds(5));
    rig.attempt().succeeded();

    assertThat(rig.changes)
        .containsExactly(
            new ConnectionChange(
                RECONNECTING,
                CONNECTED,
                ConnectionReason.REJOIN_SUCCEED,
                11,
                4,
                Duration.ofSeconds(5)));
    assertThat(rig.scheduler.tasks.get(0).cancelled).isTrue();
  }

  @Test
  void anEpisodeContinuesWithItsRemainingTime() {
    ConnectionSnapshot snapshot =
        new ConnectionSnapshot(
            Location.RECONNECTING,
            9,
            4,
            Optional.of(new ChannelRequest("lobby", 7)),
            Duration.ofSeconds(6));
    Rig rig = restored(snapshot, Duration.ofSeconds(10), true);

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.scheduler.tasks.get(0).delay).isEqualTo(WINDOW.minusSeconds(16));
    assertThat(rig.connection.capture().elapsed()).isEqualTo(Duration.ofSeconds(16));
    assertThat(rig.connection.capture().changes()).isEqualTo(9);

    rig.scheduler.pass(Duration.ofSeconds(1));
    rig.scheduler.tasks.get(0).fire();

    assertThat(rig.changes)
        .extracting(
            ConnectionChange::to,
            ConnectionChange::reason,
            ConnectionChange::sequence,
            ConnectionChange::elapsed)
        .containsExactly(tuple(FAILED, ConnectionReason.TIME_OUT, 10L, Duration.ofSeconds(17)));
  }

  @Test
  void withoutARecorderTheTimeAwayCountsTheSame() {
    ManualScheduler scheduler = new ManualScheduler();
    RoomConnection.builder(new Rig(builder -> builder, true).transport())
        .scheduler(scheduler)
        .restore(at(Location.CONNECTED), Duration.ofSeconds(10))
        .build();

    assertThat(scheduler.tasks.get(0).delay).isEqualTo(WINDOW.minusSeconds(10));
  }

  @Test
  void aConnectionAwayLongerThanTheWindowGivesUpAtOnce() {
    Rig rig = restored(at(Location.CONNECTED), Duration.ofDays(3), true);

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.steps)
        .extracting(Step::event)
        .containsExactly(Event.SIGNAL_LOST, Event.RECONNECT_WINDOW_USED_UP);
    assertThat(rig.sessions).isEmpty();
    assertThat(rig.connection.reconnectAttempts()).isZero();
    assertThat(rig.scheduler.tasks).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Location.class,
      names = {"CONNECTED", "RECONNECTING"})
  void afterAnUnknownTimeTheWindowMayBeOver(Location location) {
    for (TimeAway away :
        List.of(
            TimeAway.unknown(),
            TimeAway.exactly(Duration.ofSeconds(-3)),
            TimeAway.atMost(WINDOW),
            TimeAway.between(Duration.ZERO, WINDOW.plusSeconds(1)))) {
      Rig rig = new Rig(builder -> builder.restore(at(location), away), true);

      assertThat(rig.state()).as("away %s", away).isEqualTo(FAILED);
      assertThat(rig.sessions).isEmpty();
    }
  }

  @Test
  void theLossOfAnEstablishedConnectionIsTheDeathAndNotTheCapture() {
    Rig rig =
        new Rig(
            builder ->
                builder.restore(
                    at(Location.CONNECTED),
                    TimeAway.exactly(Duration.ofHours(5)),
                    TimeAway.atMost(Duration.ofSeconds(10))),
            true);

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.scheduler.tasks.get(0).delay).isEqualTo(WINDOW.minusSeconds(10));
  }

  @ParameterizedTest
  @EnumSource(
      value = Location.class,
      names = {"CONNECTED", "RECONNECTING"})
  void aSessionThatCannotBeResumedIsOverAtOnce(Location location) {
    Rig rig = restored(at(location), Duration.ZERO, false);

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.steps).extracting(Step::event).containsExactly(Event.SERVICE_TIMED_OUT);
    assertThat(rig.failures).isEmpty();
    assertThat(rig.scheduler.tasks).isEmpty();
    assertThat(rig.join()).isEqualTo(ReturnCode.OK);
    assertThat(rig.changes)
        .extracting(ConnectionChange::to, ConnectionChange::sessionEpoch)
        .containsExactly(tuple(CONNECTING, 5L));
  }

  @Test
  void aTransportThatFailsOnTheWayBackIsReported() {
    Rig rig =
        new Rig(builder -> builder.restore(at(Location.CONNECTED), Duration.ZERO), true) {
          @Override
          void resumed(RoomFacts facts) {
            facts.kicked();
            throw new IllegalStateException("no network");
          }
        };

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.failures).extracting(CallFailure::callee).containsExactly(Callee.TRANSPORT);
    assertThat(rig.steps).extracting(Step::event).doesNotContain(Event.KICKED);
  }

  @Test
  void factsReportedDuringTheResumeAreDecidedAfterTheLoss() {
    Rig rig =
        new Rig(builder -> builder.restore(at(Location.CONNECTED), Duration.ZERO), true) {
          @Override
          void resumed(RoomFacts facts) {
            facts.kicked();
          }
        };

    assertThat(rig.steps).extracting(Step::event).containsExactly(Event.SIGNAL_LOST, Event.KICKED);
    assertThat(rig.state()).isEqualTo(DISCONNECTED);
  }

  /** A rig that goes on over a transport that takes a minute, and tells a fact meanwhile. */
  private static Rig restoredSlowly(Location location, boolean wayBack) {
    return new Rig(builder -> builder.restore(at(location), Duration.ofSeconds(1)), wayBack) {
      @Override
      void resumed(RoomFacts facts) {
        facts.kicked();
        scheduler.pass(Duration.ofMinutes(1));
      }
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Location.class,
      names = {"CONNECTED", "RECONNECTING"})
  void aTransportThatResumesAfterTheWindowMakesNoAttempt(Location location) {
    Rig rig = restoredSlowly(location, true);

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.log)
        .contains("resume 1", "recorded RECONNECT_WINDOW_USED_UP", "close 1")
        .doesNotContain("tryToRejoin 1");
    assertThat(rig.connection.reconnectAttempts()).isZero();
    assertThat(rig.scheduler.waiting()).isEmpty();
    assertThat(rig.failures).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Location.class,
      names = {"CONNECTED", "RECONNECTING"})
  void aTransportThatCannotResumeAfterTheWindowEndsTheWindow(Location location) {
    Rig rig = restoredSlowly(location, false);

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.steps).extracting(Step::event).endsWith(Event.RECONNECT_WINDOW_USED_UP);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);
    assertThat(rig.scheduler.waiting()).isEmpty();
    assertThat(rig.failures).isEmpty();
  }

  @Test
  void factsOfTheSessionBeforeAreStale() {
    Rig rig = restored(at(Location.CONNECTED));
    RoomFacts old = rig.facts();
    rig.connection.leaveChannel();
    rig.join();

    old.joined();

    assertThat(rig.state()).isEqualTo(CONNECTING);
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);
    assertThat(rig.connection.capture().sessionEpoch()).isEqualTo(5);
  }

  @Test
  void aLeaveStopsWhatWasRestored() {
    Rig rig = restored(at(Location.RECONNECTING));
    rig.log.clear();

    rig.connection.leaveChannel();

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.log)
        .containsExactly(
            "stopReconnecting 1",
            "announceLeave 1",
            "close 1",
            "recorded LEAVE_CHANNEL",
            "told DISCONNECTED");
    assertThat(rig.scheduler.tasks.get(0).cancelled).isTrue();
  }

  @Test
  void whatWasCapturedAfterARestoreCanBeRestoredAgain() {
    ConnectionSnapshot once = restored(at(Location.CONNECTED)).connection.capture();
    ConnectionSnapshot twice = restored(once).connection.capture();

    assertThat(twice.location()).isEqualTo(once.location());
    assertThat(twice.changes()).isEqualTo(once.changes());
    assertThat(twice.sessionEpoch()).isEqualTo(once.sessionEpoch());
    assertThat(twice.life().number()).isEqualTo(once.life().number() + 1);
    assertThat(once.location().state()).isEqualTo(ConnectionState.RECONNECTING);
  }

  @Test
  void anEngineThatIsNotNewIsRefused() {
    CompiledEngine used = new CompiledEngine();
    used.step(Event.INITIALIZE);

    assertThatThrownBy(
            () -> new Rig(builder -> builder.engine(() -> used).restore(at(Location.FAILED))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "CompiledEngine[DISCONNECTED] is not new: a connection can only be restored with an "
                + "engine in UNKNOWN");
  }
}
