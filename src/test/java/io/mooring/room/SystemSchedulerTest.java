package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The default scheduler of a connection. */
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
    List<String> ran = new CopyOnWriteArrayList<>();
    CountDownLatch hold = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    // The one thread is kept busy, so that everything below waits for it.
    scheduler.schedule(
        Duration.ZERO,
        () -> {
          try {
            hold.await();
          } catch (InterruptedException interrupted) {
            ran.add("interrupted");
          }
        });
    RoomScheduler.Cancellable task = scheduler.schedule(Duration.ZERO, () -> ran.add("cancelled"));
    scheduler.schedule(Duration.ZERO, () -> ran.add("kept"));
    scheduler.schedule(Duration.ZERO, last::countDown);

    task.cancel();
    task.cancel();
    hold.countDown();

    assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ran).containsExactly("kept");
  }

  @Test
  void aTaskThatIsTakenBackIsLetGo() throws InterruptedException {
    WeakReference<Object> held = holdForAnHourAndCancel();

    for (int i = 0; held.get() != null && i < 100; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(held.get()).isNull();
  }

  private WeakReference<Object> holdForAnHourAndCancel() {
    AtomicBoolean connection = new AtomicBoolean();
    scheduler.schedule(Duration.ofHours(1), () -> connection.set(true)).cancel();
    return new WeakReference<>(connection);
  }

  @Test
  void aTaskThatThrowsIsReportedAndStopsNoOther() throws InterruptedException {
    SystemScheduler mine = new SystemScheduler(TimeUnit.SECONDS.toNanos(10));
    AtomicReference<Throwable> reported = new AtomicReference<>();
    CountDownLatch ran = new CountDownLatch(1);
    IllegalStateException broken = new IllegalStateException("on purpose");

    mine.schedule(
        Duration.ZERO,
        () -> {
          Thread.currentThread()
              .setUncaughtExceptionHandler(
                  (thread, thrown) -> {
                    reported.set(thrown);
                    throw new IllegalStateException("the handler, too");
                  });
          Thread.currentThread().interrupt();
          throw broken;
        });
    mine.schedule(Duration.ofMillis(50), ran::countDown);

    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(reported.get()).isSameAs(broken);
  }

  @Test
  void theThreadEndsWhenIdleAndBeginsAgain() throws InterruptedException {
    SystemScheduler mine = new SystemScheduler(TimeUnit.MILLISECONDS.toNanos(1));
    Thread first = threadOf(mine);
    first.join(10_000);

    assertThat(first.isAlive()).isFalse();
    assertThat(threadOf(mine)).isNotSameAs(first);
  }

  @Test
  void aShorterTaskDoesNotWaitForALongerOne() throws InterruptedException {
    SystemScheduler mine = new SystemScheduler(TimeUnit.SECONDS.toNanos(10));
    mine.schedule(Duration.ofHours(1), () -> {});
    Thread.sleep(20);

    assertThat(threadOf(mine).isAlive()).isTrue();
  }

  private static Thread threadOf(RoomScheduler scheduler) throws InterruptedException {
    AtomicReference<Thread> ranOn = new AtomicReference<>();
    CountDownLatch ran = new CountDownLatch(1);
    scheduler.schedule(
        Duration.ZERO,
        () -> {
          ranOn.set(Thread.currentThread());
          ran.countDown();
        });
    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    return ranOn.get();
  }
}
