package io.mooring.room;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler of {@link RoomScheduler#system()}: {@link System#nanoTime()}, a wheel, and one
 * daemon thread that sleeps until something is due. A task may be late by a tick of the wheel.
 */
final class SystemScheduler implements RoomScheduler {

  /** About 8 ms: a turn of the wheel is longer than every timer of a connection. */
  static final long TICK_NANOS = 1 << 23;

  static final SystemScheduler INSTANCE = new SystemScheduler(TimeUnit.SECONDS.toNanos(10));

  private final long origin = System.nanoTime();

  /** How long the thread stays with nothing to do. */
  private final long idleNanos;

  /** Also the lock of all that is below. */
  private final TimerWheel wheel = new TimerWheel();

  private @Nullable Thread thread;

  SystemScheduler(long idleNanos) {
    this.idleNanos = idleNanos;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    long now = now();
    // The tick by the end of which all of the delay has passed.
    long tick = Math.addExact(Math.addExact(now, delay.toNanos()), TICK_NANOS - 1) / TICK_NANOS;
    Task added = new Task(requireNonNull(task, "task"));
    synchronized (wheel) {
      if (thread == null) {
        thread = begin();
      }
      if (wheel.add(added, tick, now / TICK_NANOS)) {
        wheel.notifyAll();
      }
    }
    return added;
  }

  private long now() {
    return System.nanoTime() - origin;
  }

  private Thread begin() {
    // No class loader is kept reachable.
    Thread begun = thread(this::work, "mooring-timer");
    begun.setDaemon(true);
    begun.setContextClassLoader(null);
    begun.start();
    return begun;
  }

  /**
   * A thread that inherits nothing of the calling thread. Android has the constructor from API 33
   * on; before, the thread keeps what the first caller has in inheritable thread-local variables.
   */
  private static Thread thread(Runnable work, String name) {
    try {
      return Thread.class
          .getConstructor(
              ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class)
          .newInstance(null, work, name, 0L, false);
    } catch (ReflectiveOperationException absent) {
      return new Thread(work, name);
    }
  }

  private void work() {
    for (Task due = take(); due != null; due = take()) {
      try {
        due.work.run();
      } catch (Throwable thrown) {
        report(thrown);
      }
    }
  }

  /** A connection's timers throw nothing; a task of other code that throws must not stop them. */
  private static void report(Throwable thrown) {
    Thread self = Thread.currentThread();
    try {
      self.getUncaughtExceptionHandler().uncaughtException(self, thrown);
    } catch (Throwable again) {
      // Ignored, as the virtual machine ignores what such a handler throws.
    }
  }

  /** Waits for what is due next; null when the thread has had nothing to do for long enough. */
  private @Nullable Task take() {
    synchronized (wheel) {
      long idleSince = now();
      while (true) {
        long now = now();
        Task due = (Task) wheel.poll(now / TICK_NANOS);
        if (due != null) {
          return due;
        }
        if (!wheel.isEmpty()) {
          idleSince = now;
          await(wheel.earliest() * TICK_NANOS - now);
        } else if (now - idleSince < idleNanos) {
          await(idleNanos - (now - idleSince));
        } else {
          thread = null;
          return null;
        }
      }
    }
  }

  private void await(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(wheel, nanos);
    } catch (InterruptedException interrupted) {
      // Some task has interrupted its own thread, which means nothing to the others.
    }
  }

  /** A task, in the wheel or out of it. */
  private final class Task extends TimerWheel.Node implements Cancellable {

    private final Runnable work;

    Task(Runnable work) {
      this.work = work;
    }

    @Override
    public void cancel() {
      synchronized (wheel) {
        wheel.remove(this);
      }
    }
  }
}
