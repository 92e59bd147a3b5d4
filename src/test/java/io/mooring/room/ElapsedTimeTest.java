package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a change says that a join or an episode was under way, and what that costs. */
final class ElapsedTimeTest {

  /** A clock that counts how often it is read. */
  private static final class CountingScheduler implements RoomScheduler {
    final ManualScheduler time = new ManualScheduler();
    int reads;
    boolean broken;

    @Override
    public long nanoTime() {
      reads++;
      if (broken) {
        throw new IllegalStateException("no clock");
      }
      return time.nanoTime();
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      return time.schedule(delay, task);
    }
  }

  private final CountingScheduler scheduler = new CountingScheduler();
  private final List<RoomFacts> sessions = new ArrayList<>();
  private final List<ReconnectAttempt> attempts = new ArrayList<>();
  private final List<Duration> elapsed = new ArrayList<>();
  private final List<CallFailure> failures = new ArrayList<>();
  private final RoomConnection connection =
      RoomConnection.builder(
              (request, facts) -> {
                sessions.add(facts);
                return new Trying();
              })
          .scheduler(scheduler)
          .onFailure(failures::add)
          .build();

  ElapsedTimeTest() {
    connection.addListener(change -> elapsed.add(change.elapsed()));
    connection.initialize();
  }

  /** A session that keeps its attempts. */
  private final class Trying extends RoomConnectionFailureTest.NoSession {
    @Override
    public void tryToRejoin(ReconnectAttempt attempt) {
      attempts.add(attempt);
    }
  }

  private ReconnectAttempt attempt() {
    return attempts.get(attempts.size() - 1);
  }

  private RoomFacts join() {
    connection.joinChannel("lobby", 7);
    return sessions.get(sessions.size() - 1);
  }

  private void pass(int seconds) {
    scheduler.time.pass(Duration.ofSeconds(seconds));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void aJoinIsMeasuredFromTheCommandOn() {
    RoomFacts facts = join();
    pass(2);
    facts.proxyConnecting();
    pass(3);
    facts.joined();

    assertThat(elapsed).containsExactly(seconds(0), seconds(2), seconds(5));
  }

  @Test
  void eachEpisodeIsMeasuredFromItsOwnLossOn() {
    RoomFacts facts = join();
    facts.joined();
    elapsed.clear();
    pass(100);
    facts.mediaLost();
    pass(4);
    facts.signalLost();
    pass(4);
    attempt().succeeded();
    pass(100);
    facts.signalLost();
    pass(3);
    connection.leaveChannel();

    assertThat(elapsed).containsExactly(seconds(0), seconds(8), seconds(0), seconds(3));
  }

  @Test
  void whatEndsNeitherHasLastedForNoTime() {
    RoomFacts facts = join();
    facts.joined();
    pass(100);
    facts.kicked();
    pass(100);
    join().longLinkFailed();
    pass(100);
    connection.leaveChannel();

    assertThat(elapsed).containsOnly(Duration.ZERO);
  }

  @Test
  void aSwitchReportsTheLengthOfTheEpisodeAndRestartsTheMeasurement() {
    join().joined();
    sessions.get(0).mediaLost();
    pass(6);
    elapsed.clear();
    connection.switchChannel("hall", 7);
    pass(2);
    sessions.get(1).joined();

    assertThat(elapsed).containsExactly(seconds(6), seconds(0), seconds(2));
  }

  @Test
  void aFactThatTellsNothingReadsNoClockUnlessSomethingIsTimed() {
    RoomFacts facts = join();
    facts.proxyConnecting();
    scheduler.reads = 0;
    facts.proxyConnecting();
    assertThat(scheduler.reads).as("its deadline may have passed").isOne();

    facts.joined();
    facts.mediaLost();
    attempt().succeeded();
    scheduler.reads = 0;
    facts.joined();
    attempt().succeeded();
    assertThat(scheduler.reads).isZero();
    facts.kicked();
    facts.kicked();
    assertThat(scheduler.reads).isEqualTo(1);
  }

  @Test
  void aRecorderNeverSeesTimeGoBack() {
    List<Long> times = new ArrayList<>();
    long[] clock = {5, 4, 4, 9, 9, 7};
    int[] reads = {0};
    RoomConnection recorded =
        RoomConnection.builder((request, facts) -> new RoomConnectionFailureTest.NoSession())
            .scheduler(
                new RoomScheduler() {
                  @Override
                  public long nanoTime() {
                    return clock[Math.min(reads[0]++, clock.length - 1)];
                  }

                  @Override
                  public Cancellable schedule(Duration delay, Runnable task) {
                    return () -> {};
                  }
                })
            .recorder(
                new StepRecorder() {
                  @Override
                  public void recorded(long nanoTime, long sessionEpoch, Step step) {
                    times.add(nanoTime);
                  }

                  @Override
                  public void stale(
                      long nanoTime, long sessionEpoch, Event event, List<Effect> undone) {}
                })
            .build();

    for (int i = 0; i < 5; i++) {
      recorded.initialize();
    }

    // The first reading is that of the making.
    assertThat(times).containsExactly(5L, 5L, 9L, 9L, 9L);
  }

  @Test
  void withoutAClockNothingHasLasted() {
    RoomFacts facts = join();
    pass(5);
    scheduler.broken = true;
    facts.joined();

    assertThat(connection.getConnectionState()).isEqualTo(CONNECTED);
    assertThat(elapsed).containsOnly(Duration.ZERO);
    assertThat(failures)
        .extracting(CallFailure::call, failure -> failure.cause().getMessage())
        .containsOnly(tuple("nanoTime", "no clock"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ConnectionState.class,
      names = {"CONNECTING", "RECONNECTING"})
  void aRecorderChangesNothingAboutIt(ConnectionState state) {
    Rig rig = Rig.in(state);
    rig.scheduler.pass(seconds(7));
    rig.connection.leaveChannel();

    assertThat(rig.state()).isEqualTo(DISCONNECTED);
    assertThat(rig.changes).extracting(ConnectionChange::elapsed).containsExactly(seconds(7));
  }
}
