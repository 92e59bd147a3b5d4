package io.mooring.build.android;

import static org.assertj.core.api.Assertions.assertThat;

import android.net.ConnectivityManager;
import android.os.Handler;
import android.os.SystemClock;
import io.mooring.build.android.PhoneRoom.PhoneTransport;
import io.mooring.room.ChannelRequest;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomScheduler.Cancellable;
import io.mooring.room.RoomSession;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's page about Android: the death, the freezer and the sleep of a process. */
final class PhoneTest {

  private static final Duration EIGHT_SECONDS = Duration.ofSeconds(8);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Phone phone;

  PhoneTest(@TempDir Path folder) throws Exception {
    phone = Phone.inARoom(folder);
  }

  @Test
  void aProcessThatDiedForSecondsGetsBackIntoTheRoom() throws Exception {
    phone.dies(EIGHT_SECONDS);
    assertThat(phone.room.getConnectionState()).isEqualTo(ConnectionState.RECONNECTING);
    assertThat(phone.attempts()).isEqualTo(1);
    phone.report(Event.REJOINED);
    phone.awake(Duration.ofSeconds(1));

    assertThat(phone.screen)
        .containsExactly("RECONNECTING SIGNAL_DISCONNECTED", "CONNECTED REJOIN_SUCCEED");
  }

  @Test
  void aProcessThatDiedForLongerThanItsWindowGivesUpWithoutAnAttempt() throws Exception {
    phone.dies(A_MINUTE);

    assertThat(phone.screen).last().isEqualTo("FAILED TIME_OUT");
    assertThat(phone.attempts()).isZero();
  }

  @Test
  void afterARebootTheTimeAwayIsUnknown() throws Exception {
    phone.reboots();

    assertThat(phone.screen).last().isEqualTo("FAILED TIME_OUT");
    assertThat(phone.attempts()).isZero();
  }

  @Test
  void aProcessThatWasFrozenBeyondItsWindowIgnoresASuccessThatComesAfter() {
    phone.report(Event.SIGNAL_LOST);
    phone.frozen(A_MINUTE);
    phone.report(Event.REJOINED);
    phone.awake(Duration.ofSeconds(1));

    assertThat(phone.screen).containsExactly("RECONNECTING SIGNAL_DISCONNECTED", "FAILED TIME_OUT");
  }

  @Test
  void aProcessThatWasFrozenForSecondsGoesOn() {
    phone.report(Event.SIGNAL_LOST);
    phone.frozen(EIGHT_SECONDS);
    phone.report(Event.REJOINED);
    phone.awake(Duration.ofSeconds(1));

    assertThat(phone.screen).last().isEqualTo("CONNECTED REJOIN_SUCCEED");
  }

  @Test
  void deepSleepCountsAlthoughNoHandlerRuns() {
    phone.report(Event.SIGNAL_LOST);
    phone.asleep(A_MINUTE);
    assertThat(phone.room.getConnectionState()).isEqualTo(ConnectionState.RECONNECTING);
    phone.report(Event.REJOINED);
    phone.awake(Duration.ofSeconds(1));

    assertThat(phone.screen).last().isEqualTo("FAILED TIME_OUT");
  }

  /** With nothing that arrives, the handler's own delay goes on where it stopped. */
  @Test
  void afterDeepSleepASilentWindowEndsLate() {
    phone.report(Event.SIGNAL_LOST);
    phone.awake(Duration.ofSeconds(10));
    phone.asleep(A_MINUTE);
    phone.awake(Duration.ofSeconds(60));

    assertThat(phone.screen).last().isEqualTo("FAILED TIME_OUT");
  }

  @Test
  void theSchedulerIsNeverEarlyAndForgetsWhatIsCancelled() {
    Handler handler = PhoneRoom.mainThread();
    ElapsedTimeScheduler scheduler = new ElapsedTimeScheduler(handler);
    List<String> ran = new ArrayList<>();
    Runnable task = () -> ran.add("ran");
    Cancellable first = scheduler.schedule(Duration.ofNanos(1_000_001), task);
    scheduler.schedule(Duration.ofNanos(1_000_001), task);
    first.cancel();

    SystemClock.advance(1_000_001, false);
    assertThat(handler.runNext()).isFalse();
    SystemClock.advance(999_999, false);
    assertThat(handler.runNext()).isTrue();
    assertThat(handler.runNext()).isFalse();
    assertThat(ran).containsExactly("ran");
  }

  @Test
  void aChangeOfTheNetworkReachesTheTransport() {
    List<String> calls = new ArrayList<>();
    ConnectivityManager connectivity = new ConnectivityManager();
    PhoneRoom.watch(
        connectivity,
        new PhoneTransport() {
          @Override
          public void networkChanged() {
            calls.add("networkChanged");
          }

          @Override
          public RoomSession open(ChannelRequest request, RoomFacts facts) {
            throw new AssertionError("nothing joins");
          }
        });
    connectivity.change();

    assertThat(calls).containsExactly("networkChanged");
  }
}
