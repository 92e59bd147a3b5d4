package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * As {@link NothingWaitsTest}, for those who have to do with time: a scheduler, a reconnect policy
 * or a source of random numbers is stuck.
 */
@Timeout(60)
final class NothingWaitsForTimeTest {

  private static final Duration WINDOW = RoomConnection.DEFAULT_RECONNECT_WINDOW;

  private final Stuck stuck = new Stuck();

  /* ---------------- the scheduler ---------------- */

  @Test
  void aSchedulerThatIsStuckKeepsOnlyTheThreadWaitingThatIsInIt() {
    Rig rig = Rig.in(CONNECTED);
    rig.scheduler.onSchedule = stuck;
    stuck.in(rig.facts()::mediaLost);
    assertThat(rig.state()).isEqualTo(RECONNECTING);

    rig.facts().proxyConnecting();
    assertThat(rig.log).contains("tryToRejoin 1", "told RECONNECTING");
    rig.connection.leaveChannel();
    assertThat(rig.told()).containsExactly(RECONNECTING, DISCONNECTED);

    stuck.letGo();
    assertThat(rig.window().cancelled).isTrue();
    assertThat(rig.scheduler.waiting()).isEmpty();
    assertThat(rig.failures).isEmpty();
  }

  @Test
  void aSchedulerThatIsStuckAtACancelKeepsOnlyTheThreadWaitingThatIsInIt() {
    Rig rig = Rig.in(RECONNECTING);
    rig.window().onCancel = stuck;
    stuck.in(rig.connection::leaveChannel);
    assertThat(rig.state()).isEqualTo(DISCONNECTED);

    rig.join();
    rig.facts().joined();

    assertThat(rig.log).containsSubsequence("announceLeave 1", "close 1", "open 2");
    assertThat(rig.told()).containsExactly(DISCONNECTED, CONNECTING, CONNECTED);
    stuck.letGo();
    assertThat(rig.scheduler.waiting()).isEmpty();
    assertThat(rig.failures).isEmpty();
  }

  /* ---------------- what the attempts need ---------------- */

  /**
   * An attempt cannot begin, or its pause: the window ends the episode in time, everything is told,
   * recorded and reported, and only the transport is not called.
   */
  private void theWindowEndsTheEpisodeInTimeAndListenersAreNotified(Rig rig) {
    rig.scheduler.run(WINDOW);

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.told()).containsExactly(RECONNECTING, FAILED);
    assertThat(rig.log)
        .contains("recorded RECONNECT_WINDOW_USED_UP")
        .doesNotContain("stopReconnecting 1", "close 1");

    int begun = rig.begun.size();
    stuck.letGo();
    assertThat(rig.log).endsWith("stopReconnecting 1", "close 1");
    assertThat(rig.begun).as("no attempt begins after the window").hasSize(begun);
    assertThat(rig.connection.reconnectAttempts()).isEqualTo(begun);
    assertThat(rig.scheduler.waiting()).isEmpty();
    assertThat(rig.failures).isEmpty();
  }

  @Test
  void aSchedulerThatIsStuckAtTheTimeOfAnAttemptKeepsOnlyTheTransportWaiting() {
    Rig rig = Rig.in(CONNECTED);
    // The first is the window.
    rig.scheduler.onSchedule = () -> rig.scheduler.onSchedule = stuck;
    stuck.in(rig.facts()::mediaLost);

    theWindowEndsTheEpisodeInTimeAndListenersAreNotified(rig);
  }

  @Test
  void aSchedulerThatIsStuckAtAPauseKeepsOnlyTheTransportWaiting() {
    Rig rig = Rig.in(CONNECTED);
    rig.facts().mediaLost();
    rig.scheduler.onSchedule = stuck;
    stuck.in(rig.attempt()::failed);

    theWindowEndsTheEpisodeInTimeAndListenersAreNotified(rig);
  }

  /** A connection in a state, whose policy or random numbers are stuck once they are to be. */
  private Rig stuckOnce(Runnable atLimit, Runnable atPause, Runnable atRandom) {
    ReconnectPolicy policy =
        new ReconnectPolicy() {
          @Override
          public Duration timeLimit(int attempt) {
            atLimit.run();
            return Duration.ofSeconds(2);
          }

          @Override
          public Duration backOff(int attempt, double random) {
            atPause.run();
            return Duration.ofSeconds(1);
          }
        };
    DoubleSupplier random =
        () -> {
          atRandom.run();
          return 0.5;
        };
    return Rig.in(CONNECTED, builder -> builder.reconnectPolicy(policy).random(random));
  }

  /** Does nothing until it is enabled; a builder calls a policy with every argument. */
  private final class Later implements Runnable {
    private boolean now;

    @Override
    public void run() {
      if (now) {
        stuck.run();
      }
    }
  }

  @Test
  void aPolicyThatIsStuckAtTheTimeOfAnAttemptKeepsOnlyTheTransportWaiting() {
    Later later = new Later();
    Rig rig = stuckOnce(later, () -> {}, () -> {});
    later.now = true;
    stuck.in(rig.facts()::mediaLost);

    theWindowEndsTheEpisodeInTimeAndListenersAreNotified(rig);
  }

  @Test
  void aPolicyThatIsStuckAtAPauseKeepsOnlyTheTransportWaiting() {
    Later later = new Later();
    Rig rig = stuckOnce(() -> {}, later, () -> {});
    rig.facts().mediaLost();
    later.now = true;
    stuck.in(rig.attempt()::failed);

    theWindowEndsTheEpisodeInTimeAndListenersAreNotified(rig);
  }

  @Test
  void aSourceOfRandomNumbersThatIsStuckKeepsOnlyTheTransportWaiting() {
    Later later = new Later();
    Rig rig = stuckOnce(() -> {}, () -> {}, later);
    rig.facts().mediaLost();
    later.now = true;
    stuck.in(rig.attempt()::failed);

    theWindowEndsTheEpisodeInTimeAndListenersAreNotified(rig);
  }
}
