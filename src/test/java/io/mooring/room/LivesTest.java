package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A connection that sleeps, dies and comes back, and what is stored of it meanwhile. */
final class LivesTest {

  private static final Duration WINDOW = RoomConnection.DEFAULT_RECONNECT_WINDOW;

  private final List<ConnectionSnapshot> stored = new ArrayList<>();

  private Rig stored() {
    return new Rig(builder -> builder.snapshots(stored::add));
  }

  private ConnectionSnapshot last() {
    return stored.get(stored.size() - 1);
  }

  /* ---------------- sleep: time passes, and no timer runs ---------------- */

  @Test
  void aSuccessAfterAWindowThatEndedDuringSleepIsNotNotified() {
    Rig rig = Rig.in(CONNECTED);
    rig.facts().signalLost();
    ReconnectAttempt attempt = rig.attempt();
    rig.scheduler.pass(Duration.ofSeconds(80));

    attempt.succeeded();

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.changes)
        .last()
        .extracting(ConnectionChange::reason)
        .isEqualTo(ConnectionReason.TIME_OUT);
    assertThat(rig.changes)
        .extracting(ConnectionChange::reason)
        .doesNotContain(ConnectionReason.REJOIN_SUCCEED);
    assertThat(rig.log).contains("announceLeave 1", "close 1");
  }

  @Test
  void aJoinThatIsAnsweredAfterItsTimeHasFailed() {
    Rig rig = new Rig();
    rig.connection.initialize();
    rig.join();
    rig.scheduler.pass(RoomConnection.DEFAULT_JOIN_TIMEOUT.plusMillis(1));

    rig.facts().joined();

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.changes)
        .extracting(ConnectionChange::reason)
        .containsExactly(ConnectionReason.JOIN_CHANNEL, ConnectionReason.JOIN_CHANNEL_FAILED);
  }

  @Test
  void aCommandAfterADeadlineFindsItDecided() {
    Rig rig = Rig.in(CONNECTED);
    rig.facts().signalLost();
    rig.scheduler.pass(WINDOW.plusSeconds(1));

    // While it was reconnecting a join would have been refused.
    assertThat(rig.join()).isEqualTo(ReturnCode.OK);

    assertThat(rig.changes)
        .extracting(ConnectionChange::to)
        .endsWith(RECONNECTING, FAILED, CONNECTING);
  }

  @Test
  void noAttemptBeginsAfterADeadlineThatHasPassed() {
    Rig rig = Rig.in(CONNECTED);
    rig.facts().signalLost();
    ReconnectAttempt attempt = rig.attempt();
    long before = rig.connection.reconnectAttempts();
    rig.scheduler.pass(WINDOW.plusSeconds(1));

    attempt.failed();

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.connection.reconnectAttempts()).isEqualTo(before);
  }

  @Test
  void factsBeforeTheDeadlineAreDecidedUnchanged() {
    Rig rig = Rig.in(CONNECTED);
    rig.facts().signalLost();
    rig.scheduler.pass(WINDOW);

    rig.attempt().succeeded();

    assertThat(rig.state()).isEqualTo(CONNECTED);
  }

  /* ---------------- what is stored, and when ---------------- */

  @Test
  void aChangeIsStoredBeforeItsEffectsAndItsNotification() {
    Rig rig = new Rig(builder -> builder);
    List<String> order = new ArrayList<>();
    RoomConnection connection =
        RoomConnection.builder(
                (request, facts) -> {
                  order.add("open");
                  return rig.transport().open(request, facts);
                })
            .scheduler(rig.scheduler)
            .snapshots(
                snapshot ->
                    order.add(
                        "stored " + snapshot.location() + (snapshot.isPending() ? " pending" : "")))
            .listener(change -> order.add("told " + change.to()))
            .build();
    connection.initialize();
    connection.joinChannel("lobby", 7);

    assertThat(order)
        .containsExactly(
            "stored DISCONNECTED",
            "stored CONNECTING pending",
            "open",
            "told CONNECTING",
            "stored CONNECTING");
  }

  @Test
  void aLeaveWhoseCommandReturnedIsStored() {
    Rig rig = stored();
    rig.connection.initialize();
    rig.join();
    rig.facts().joined();

    rig.connection.leaveChannel();

    assertThat(last().location()).isEqualTo(Location.DISCONNECTED_DEPARTED);
    Rig next = new Rig(builder -> builder.restore(last(), Duration.ofSeconds(1)), true);
    assertThat(next.state()).isEqualTo(DISCONNECTED);
    assertThat(next.sessions).isEmpty();
  }

  @Test
  void aCommandReturnsOnceAnotherThreadHasStoredIt() throws Exception {
    CountDownLatch saving = new CountDownLatch(1);
    CountDownLatch disk = new CountDownLatch(1);
    List<Location> saved = new ArrayList<>();
    Rig rig =
        new Rig(
            builder ->
                builder.snapshots(
                    snapshot -> {
                      if (snapshot.location() == Location.CONNECTED && snapshot.isPending()) {
                        saving.countDown();
                        disk.await();
                      }
                      saved.add(snapshot.location());
                    }));
    rig.connection.initialize();
    rig.join();
    Thread network = new Thread(() -> rig.facts().joined());
    network.start();
    saving.await();
    Thread user = new Thread(() -> rig.connection.leaveChannel());
    user.start();
    while (rig.state() != DISCONNECTED) {
      Thread.onSpinWait();
    }
    while (user.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    assertThat(rig.log).as("nothing is asked of the transport before").doesNotContain("close 1");
    disk.countDown();
    user.join();

    assertThat(saved).contains(Location.DISCONNECTED_DEPARTED);
    network.join();
    assertThat(rig.log).contains("announceLeave 1", "close 1");
  }

  @Test
  void aStoreThatFailsIsReportedAndNothingIsLost() {
    Rig rig =
        new Rig(
            builder ->
                builder.snapshots(
                    snapshot -> {
                      throw new java.io.IOException("disk full");
                    }));
    rig.connection.initialize();
    rig.join();

    assertThat(rig.state()).isEqualTo(CONNECTING);
    assertThat(rig.log).contains("open 1", "told CONNECTING");
    assertThat(rig.failures)
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.callee()).isEqualTo(Callee.SNAPSHOT_STORE));
  }

  @Test
  void aStoreThatGivesACommandDoesNotWaitForItself() {
    RoomConnection[] connection = new RoomConnection[1];
    Rig rig =
        new Rig(
            builder ->
                builder.snapshots(
                    snapshot -> {
                      if (snapshot.location() == Location.CONNECTING) {
                        connection[0].leaveChannel();
                      }
                    }));
    connection[0] = rig.connection;
    rig.connection.initialize();
    rig.join();

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.log).contains("open 1", "close 1");
  }

  /* ---------------- what is owed ---------------- */

  @Test
  void anOutcomeWhoseCallbackHadNotReturnedIsNotifiedAgain() {
    ConnectionSnapshot[] dying = new ConnectionSnapshot[1];
    Rig rig = stored();
    rig.connection.addListener(
        change -> {
          if (change.to() == FAILED) {
            dying[0] = last();
          }
        });
    rig.connection.initialize();
    rig.join();
    rig.facts().joined();
    rig.facts().signalLost();
    rig.scheduler.pass(WINDOW.plusSeconds(1));
    rig.attempt().failed();
    List<ConnectionChange> heard = new ArrayList<>();

    RoomConnection next =
        RoomConnection.builder(new Rig(builder -> builder, true).transport())
            .scheduler(new ManualScheduler())
            .listener(heard::add)
            .restore(ConnectionSnapshot.parse(dying[0].text()), Duration.ofSeconds(3))
            .build();

    ConnectionChange first = rig.changes.get(rig.changes.size() - 1);
    assertThat(heard)
        .containsExactly(
            new ConnectionChange(
                RECONNECTING,
                FAILED,
                ConnectionReason.TIME_OUT,
                first.sequence(),
                first.sessionEpoch(),
                first.elapsed(),
                true));
    assertThat(next.getConnectionState()).isEqualTo(FAILED);
    assertThat(next.lastChange()).map(ConnectionChange::sequence).hasValue(first.sequence());
    assertThat(next.capture().isPending()).isFalse();
  }

  @Test
  void aDeliveredChangeIsNotNotifiedAgain() {
    Rig rig = stored();
    rig.connection.initialize();
    rig.join();
    rig.connection.leaveChannel();
    List<ConnectionChange> heard = new ArrayList<>();

    new Rig(builder -> builder.listener(heard::add).restore(last(), Duration.ofSeconds(3)), true);

    assertThat(last().isPending()).isFalse();
    assertThat(heard).isEmpty();
  }

  @Test
  void aReleaseOwesNothing() {
    Rig rig = stored();
    rig.connection.initialize();
    rig.join();
    rig.connection.release();

    assertThat(last().location()).isEqualTo(Location.UNKNOWN);
    assertThat(last().isPending()).isFalse();
  }

  @Test
  void aListenerOfTheBuilderIsNotifiedOfTheRestoredChange() {
    List<ConnectionChange> heard = new ArrayList<>();
    Rig rig = Rig.in(CONNECTED);

    new Rig(
        builder ->
            builder.listener(heard::add).restore(rig.connection.capture(), TimeAway.unknown()),
        true);

    assertThat(heard).extracting(ConnectionChange::to).containsExactly(RECONNECTING, FAILED);
    assertThat(heard).extracting(ConnectionChange::sequence).containsExactly(3L, 4L);
    assertThat(heard).noneMatch(ConnectionChange::repeated);
  }

  /* ---------------- numbers ---------------- */

  @Test
  void twoLivesOfOneSnapshotHaveOneNumberAndTwoIds() {
    ConnectionSnapshot snapshot = Rig.in(CONNECTED).connection.capture();
    Life one = new Rig(builder -> builder.restore(snapshot), true).connection.life();
    Life two = new Rig(builder -> builder.restore(snapshot), true).connection.life();

    assertThat(snapshot.life().number()).isEqualTo(1);
    assertThat(List.of(one.number(), two.number())).containsExactly(2, 2);
    assertThat(one.id()).isNotEqualTo(two.id()).isNotEqualTo(snapshot.life().id());
  }

  @Test
  void factsOfAnEarlierLifeChangeNothingInTheNext() {
    Rig earlier = Rig.in(RECONNECTING);
    ConnectionSnapshot captured = earlier.connection.capture();
    Rig next = new Rig(builder -> builder.restore(captured, Duration.ofSeconds(1)), true);
    ConnectionSnapshot before = next.connection.capture();
    next.log.clear();

    earlier.attempt().succeeded();
    earlier.facts().kicked();
    earlier.scheduler.run(WINDOW);

    assertThat(earlier.state()).isEqualTo(DISCONNECTED);
    assertThat(next.connection.capture()).isEqualTo(before);
    assertThat(next.log).isEmpty();
    next.attempt().succeeded();
    assertThat(next.state()).isEqualTo(CONNECTED);
  }

  @Test
  void theLastChangeIsKnownWithItsNumber() {
    Rig rig = new Rig();
    assertThat(rig.connection.lastChange()).isEmpty();
    rig.connection.initialize();
    rig.join();
    rig.facts().joined();

    assertThat(rig.connection.lastChange()).isEqualTo(Optional.of(rig.changes.get(1)));
  }

  @Test
  void noNumberOfASessionThatTheTransportHasSeenIsUsedAgain() {
    Rig rig = stored();
    rig.connection.initialize();
    List<Long> seen = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rig.join();
      seen.add(last().sessionEpoch());
      rig.connection.leaveChannel();
    }
    Rig next = new Rig(builder -> builder.restore(last(), Duration.ofSeconds(1)), true);
    next.join();

    assertThat(seen).containsExactly(1L, 2L, 3L);
    assertThat(next.changes).last().extracting(ConnectionChange::sessionEpoch).isEqualTo(4L);
    assertThat(next.steps).extracting(Step::event).containsExactly(Event.JOIN_CHANNEL);
  }
}
