package io.mooring.room.janus;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The threads of a transport: one that owns the state of all its sessions, one that calls out, and
 * a few that the HTTP client runs on. They are daemons, and end when there is nothing to do.
 */
final class Loop {
  private static final int IO_THREADS = 4;
  private static final long IDLE_SECONDS = 10;

  private final ScheduledThreadPoolExecutor owner;
  private final ThreadPoolExecutor teller;
  private final ThreadPoolExecutor io;

  /** Who hears of what a task threw. */
  private final Consumer<Throwable> broken;

  Loop(Consumer<Throwable> broken) {
    this.broken = broken;
    owner = new ScheduledThreadPoolExecutor(1, daemons("mooring-janus"));
    owner.setRemoveOnCancelPolicy(true);
    owner.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    owner.allowCoreThreadTimeOut(true);
    teller = pool(1, "mooring-janus-facts");
    io = pool(IO_THREADS, "mooring-janus-io");
  }

  private static ThreadPoolExecutor pool(int threads, String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory daemons(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Where the HTTP client runs, and what may look up names. */
  Executor io() {
    return io;
  }

  /** Runs a task on the thread that owns the sessions. */
  void run(Runnable task) {
    owner.execute(guarded(task));
  }

  /** Calls out: facts, ends of attempts, the observer. In order. */
  void tell(Runnable call) {
    teller.execute(guarded(call));
  }

  /** Runs a task on the owning thread after a while. */
  Future<?> after(Duration delay, Runnable task) {
    return owner.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** A task that goes wrong is reported; its thread and the timer that it runs on live on. */
  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error thrown) {
        broken.accept(thrown);
      }
    };
  }
}
