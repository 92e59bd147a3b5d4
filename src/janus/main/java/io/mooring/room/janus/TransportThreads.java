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
 * The threads of a transport: one that owns the state of all its sessions, one that calls
 * connections and observers, and a few of the HTTP client. They are daemons and end when they are
 * idle.
 */
final class TransportThreads {
  private static final int IO_THREADS = 4;
  private static final long IDLE_SECONDS = 10;

  private final ScheduledThreadPoolExecutor owner;
  private final ThreadPoolExecutor callOuts;
  private final ThreadPoolExecutor io;

  /** Receives what a task threw. */
  private final Consumer<Throwable> failed;

  TransportThreads(Consumer<Throwable> failed) {
    this.failed = failed;
    owner = new ScheduledThreadPoolExecutor(1, daemons("mooring-janus"));
    owner.setRemoveOnCancelPolicy(true);
    owner.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    owner.allowCoreThreadTimeOut(true);
    callOuts = pool(1, "mooring-janus-facts");
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

  /** The executor of the HTTP client, and of name lookups that may block. */
  Executor io() {
    return io;
  }

  /** Runs a task on the thread that owns the sessions. */
  void run(Runnable task) {
    owner.execute(guarded(task));
  }

  /** Runs calls of connections and observers, in order. */
  void callOut(Runnable call) {
    callOuts.execute(guarded(call));
  }

  /** Runs a task on the owning thread after a delay. */
  Future<?> after(Duration delay, Runnable task) {
    return owner.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** A task that throws is reported; its thread and its timer continue. */
  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error thrown) {
        failed.accept(thrown);
      }
    };
  }
}
