package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The scheduler that a connection has when nobody chose one. */
final class SystemSchedulerTest {

  private final RoomScheduler scheduler = RoomScheduler.system();

  @Test
  void aTaskRunsOnADaemonAndNotTooEarly() throws InterruptedException {
    AtomicReference<Thread> ranOn = new AtomicReference<>();
    CountDownLatch ran = new CountDownLatch(1);
    Duration delay = Duration.ofMillis(30);
    long begin = scheduler.nanoTime();

    scheduler.schedule(
        delay,
        () -> {
          ranOn.set(Thread.currentThread());
          ran.countDown();
        });

    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(scheduler.nanoTime() - begin).isGreaterThanOrEqualTo(delay.toNanos());
    assertThat(ranOn.get().isDaemon()).isTrue();
    assertThat(ranOn.get().getName()).isEqualTo("mooring-timer");
  }

  @Test
  void aTaskThatIsTakenBackDoesNotRun() throws InterruptedException {
    AtomicBoolean wrong = new AtomicBoolean();
    CountDownLatch later = new CountDownLatch(1);
    RoomScheduler.Cancellable task =
        scheduler.schedule(Duration.ofMillis(20), () -> wrong.set(true));
    task.cancel();
    task.cancel();

    scheduler.schedule(Duration.ofMillis(40), later::countDown);

    assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(wrong).isFalse();
  }
}
