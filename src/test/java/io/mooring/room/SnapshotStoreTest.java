package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.trace.TraceWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that wait for a snapshot store, and calls that never do. */
final class SnapshotStoreTest {

  /** A disk that stalls once, at the first snapshot of a kind. */
  private static final class Disk implements SnapshotStore {
    final CountDownLatch stalled = new CountDownLatch(1);
    final CountDownLatch works = new CountDownLatch(1);
    private final Predicate<ConnectionSnapshot> stall;
    private final List<ConnectionSnapshot> kept = new ArrayList<>();

    Disk(Predicate<ConnectionSnapshot> stall) {
      this.stall = stall;
    }

    @Override
    public void save(ConnectionSnapshot snapshot) throws InterruptedException {
      if (stalled.getCount() > 0 && stall.test(snapshot)) {
        stalled.countDown();
        works.await();
      }
      synchronized (kept) {
        kept.add(snapshot);
      }
    }

    List<Location> locations() {
      synchronized (kept) {
        return kept.stream().map(ConnectionSnapshot::location).toList();
      }
    }
  }

  private static Rig on(SnapshotStore store) {
    return new Rig(builder -> builder.snapshots(store));
  }

  /** Waits until a thread waits or has ended. */
  private static void untilItRests(Thread thread) {
    while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aCommandInsideACallOfTheTransportIsStoredWhenItReturns() {
    List<Location> kept = new ArrayList<>();
    List<Location> atReturn = new ArrayList<>();
    Rig rig = on(snapshot -> kept.add(snapshot.location()));
    rig.during.put(
        "tryToRejoin",
        () -> {
          rig.connection.leaveChannel();
          atReturn.addAll(kept);
        });
    rig.connection.initialize();
    rig.join();
    rig.facts().joined();
    rig.facts().signalLost();

    assertThat(atReturn).last().isEqualTo(Location.DISCONNECTED_DEPARTED);
    assertThat(rig.log).containsSubsequence("tryToRejoin 1", "announceLeave 1", "close 1");
  }

  @Test
  void aCommandInsideACallbackWaitsForASnapshotThatAnotherThreadStores() throws Exception {
    Disk disk = new Disk(snapshot -> snapshot.location() == Location.CONNECTED);
    List<Location> atReturn = new ArrayList<>();
    Rig rig = on(disk);
    rig.onState.put(
        CONNECTING,
        () -> {
          try {
            disk.stalled.await();
          } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
          }
          rig.connection.leaveChannel();
          atReturn.addAll(disk.locations());
        });
    rig.connection.initialize();
    Thread user = new Thread(rig::join);
    user.start();
    while (rig.sessions.isEmpty()) {
      Thread.onSpinWait();
    }
    while (rig.state() != CONNECTING || !rig.log.contains("told CONNECTING")) {
      Thread.onSpinWait();
    }
    Thread network = new Thread(() -> rig.facts().joined());
    network.start();
    disk.stalled.await();
    while (rig.state() != DISCONNECTED) {
      Thread.onSpinWait();
    }
    untilItRests(user);
    disk.works.countDown();
    user.join();
    network.join();

    assertThat(atReturn).last().isEqualTo(Location.DISCONNECTED_DEPARTED);
  }

  @Test
  void whileTheStoreStallsDeadlinesAreDecidedInTimeWithoutNotifications() throws Exception {
    Disk disk = new Disk(snapshot -> snapshot.location() == Location.RECONNECTING);
    Rig rig = on(disk);
    rig.connection.initialize();
    rig.join();
    rig.facts().joined();
    Thread network = new Thread(() -> rig.facts().signalLost());
    network.start();
    disk.stalled.await();
    while (rig.scheduler.waiting().findAny().isEmpty()) {
      Thread.onSpinWait();
    }

    rig.scheduler.run(RoomConnection.DEFAULT_RECONNECT_WINDOW);

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.log).doesNotContain("told RECONNECTING", "told FAILED", "close 1");
    disk.works.countDown();
    network.join();
    assertThat(rig.log).containsSubsequence("told RECONNECTING", "told FAILED").contains("close 1");
    assertThat(rig.failures).isEmpty();
    assertThat(disk.locations()).endsWith(Location.FAILED);
    follows(disk.locations(), Location.UNKNOWN, rig.steps);
  }

  @ParameterizedTest
  @EnumSource(Location.class)
  void storedStatesFollowDecidedOnesThroughADeath(Location location) {
    for (boolean wayBack : List.of(true, false)) {
      for (TimeAway away : List.of(TimeAway.exactly(Duration.ZERO), TimeAway.unknown())) {
        List<Location> kept = new ArrayList<>();
        ConnectionSnapshot before =
            new ConnectionSnapshot(
                location, 9, 4, Optional.of(new ChannelRequest("lobby", 7)), Duration.ZERO);
        Rig rig =
            new Rig(
                builder ->
                    builder
                        .snapshots(snapshot -> kept.add(snapshot.location()))
                        .restore(before, away),
                wayBack);

        follows(kept, location, rig.steps);
      }
    }
  }

  /** The stored states are decided ones, in order, and the latest is stored in the end. */
  private static void follows(List<Location> kept, Location first, List<Step> decided) {
    List<Location> places = new ArrayList<>(List.of(first));
    decided.stream().map(Step::to).forEach(places::add);
    int at = 0;
    for (Location location : kept) {
      int next = places.subList(at, places.size()).indexOf(location);
      assertThat(next).as("%s in %s after %s", location, places, at).isNotNegative();
      at += next;
    }
    assertThat(places.get(at)).isEqualTo(places.get(places.size() - 1));
  }

  @Test
  void factsAndQuestionsDoNotWaitForTheStore() throws Exception {
    Disk disk = new Disk(snapshot -> snapshot.location() == Location.CONNECTED);
    Rig rig = on(disk);
    rig.connection.initialize();
    rig.join();
    Thread network = new Thread(() -> rig.facts().joined());
    network.start();
    disk.stalled.await();

    rig.facts().signalLost();

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.connection.capture().location()).isEqualTo(Location.RECONNECTING);
    assertThat(rig.connection.lastChange()).map(ConnectionChange::to).hasValue(RECONNECTING);
    assertThat(rig.log).doesNotContain("told CONNECTED", "tryToRejoin 1");
    disk.works.countDown();
    network.join();
    assertThat(rig.log)
        .containsSubsequence("told CONNECTED", "told RECONNECTING")
        .contains("tryToRejoin 1");
  }

  @Test
  void anOutcomeThatAReleaseSilencedIsNotPending() {
    List<ConnectionSnapshot> kept = new ArrayList<>();
    List<ConnectionChange> heard = new ArrayList<>();
    Rig rig = on(kept::add);
    rig.onState.put(
        CONNECTING,
        () -> {
          rig.connection.release();
          rig.connection.initialize();
          kept.add(rig.connection.capture());
        });
    rig.connection.initialize();
    rig.join();

    assertThat(kept)
        .extracting(ConnectionSnapshot::location)
        .contains(Location.CONNECTING, Location.UNKNOWN);
    assertThat(kept)
        .filteredOn(snapshot -> snapshot.location() != Location.CONNECTING)
        .noneMatch(ConnectionSnapshot::isPending);
    ConnectionSnapshot last = kept.get(kept.size() - 1);
    new Rig(builder -> builder.listener(heard::add).restore(last), true);
    assertThat(heard).isEmpty();
    assertThat(rig.failures).isEmpty();
  }

  @Test
  void theTokenOfASessionIsOnlyInTheSnapshot() {
    String secret = "do-not-print-me";
    List<ConnectionSnapshot> kept = new ArrayList<>();
    StringBuilder seen = new StringBuilder();
    RoomTransport transport =
        (request, facts) -> {
          facts.joined();
          return new RoomSession() {
            @Override
            public void tryToRejoin(ReconnectAttempt attempt) {
              throw new IllegalStateException("no network");
            }

            @Override
            public void stopReconnecting() {}

            @Override
            public void announceLeave() {}

            @Override
            public void close() {}

            @Override
            public Optional<SessionToken> token() {
              return Optional.of(SessionToken.of(secret));
            }
          };
        };
    RoomConnection connection =
        RoomConnection.builder(transport)
            .scheduler(new ManualScheduler())
            .snapshots(kept::add)
            .recorder(TraceWriter.to(seen))
            .listener(seen::append)
            .onFailure(failure -> seen.append(failure).append(failure.history()))
            .build();
    connection.initialize();
    connection.joinChannel("lobby", 7);
    connection.capture();
    kept.forEach(seen::append);
    seen.append(connection).append(connection.stepLog());

    assertThat(connection.getConnectionState()).isEqualTo(CONNECTED);
    ConnectionSnapshot last = kept.get(kept.size() - 1);
    assertThat(last.text()).contains(secret);
    assertThat(ConnectionSnapshot.parse(last.text())).isEqualTo(last);
    // A restoration with a transport that throws in resume.
    RoomConnection next =
        RoomConnection.builder(
                new RoomTransport() {
                  @Override
                  public RoomSession open(ChannelRequest request, RoomFacts facts) {
                    return transport.open(request, facts);
                  }

                  @Override
                  public Optional<RoomSession> resume(
                      ChannelRequest request, Optional<SessionToken> token, RoomFacts facts) {
                    throw new IllegalStateException("cannot take up " + token);
                  }
                })
            .scheduler(new ManualScheduler())
            .recorder(TraceWriter.to(seen))
            .onFailure(failure -> seen.append(failure).append(failure.cause()))
            .restore(last, Duration.ofSeconds(1))
            .build();
    seen.append(next).append(next.stepLog()).append(next.capture());

    assertThat(seen).contains("restored").contains("cannot take up").doesNotContain(secret);
  }
}
