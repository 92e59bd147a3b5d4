package io.mooring.checker.distributed;

import io.mooring.checker.tlc.TlcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The workers of a run, and who of them has time. Callers that wait are served in their order.
 *
 * <p>Safe for use by several threads.
 */
final class RemoteWorkers {

  private final ReentrantLock lock = new ReentrantLock(/* fair= */ true);
  private final Condition changed = lock.newCondition();
  private final List<RemoteWorker> present = new ArrayList<>();
  private final List<RemoteWorker> ever = new ArrayList<>();
  private final Duration patience;
  private long alone = System.nanoTime();
  private int names = 1;

  RemoteWorkers(Duration patience) {
    this.patience = patience;
  }

  /** A name for the next worker. */
  String nextName(String host) {
    lock.lock();
    try {
      return String.format(Locale.ROOT, "worker %d (%s)", names++, host);
    } finally {
      lock.unlock();
    }
  }

  void add(RemoteWorker worker) {
    lock.lock();
    try {
      present.add(worker);
      ever.add(worker);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void remove(RemoteWorker worker) {
    lock.lock();
    try {
      present.remove(worker);
      if (present.isEmpty()) {
        alone = System.nanoTime();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Those that are here. */
  List<RemoteWorker> all() {
    lock.lock();
    try {
      return List.copyOf(present);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all have left, but not for long. */
  void awaitNone(Duration most) {
    lock.lock();
    try {
      long left = most.toNanos();
      while (!present.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  String summary() {
    lock.lock();
    try {
      List<String> parts = new ArrayList<>();
      for (RemoteWorker each : ever) {
        parts.add(String.format(Locale.ROOT, "%s answered %,d", each.name(), each.done()));
      }
      return parts.isEmpty() ? "no worker joined" : String.join(", ", parts);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until so many workers are here.
   *
   * @throws NoWorkersException if they are fewer for as long as the run waits
   */
  void await(int expected) throws TlcException {
    long end = System.nanoTime() + patience.toNanos();
    acquire();
    try {
      while (present.size() < expected) {
        if (changed.awaitNanos(end - System.nanoTime()) <= 0 && present.size() < expected) {
          throw new NoWorkersException(
              String.format(
                  Locale.ROOT,
                  "%d of the %d workers that are expected joined within %,d s, so nothing was"
                      + " checked; start more with 'mooring worker HOST', or expect fewer",
                  present.size(),
                  expected,
                  patience.toSeconds()));
        }
      }
    } catch (InterruptedException interrupt) {
      throw interrupted(interrupt);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a worker with time for one more check; the caller gives it back.
   *
   * @throws NoWorkersException if there was none at all for as long as the run waits
   */
  RemoteWorker take() throws TlcException {
    acquire();
    try {
      Optional<RemoteWorker> free = freest();
      while (free.isEmpty()) {
        if (present.isEmpty()) {
          long left = changed.awaitNanos(left());
          refuse(left);
        } else {
          changed.await();
        }
        free = freest();
      }
      free.get().take();
      return free.get();
    } catch (InterruptedException interrupt) {
      throw interrupted(interrupt);
    } finally {
      lock.unlock();
    }
  }

  private void acquire() throws TlcException {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException interrupt) {
      throw interrupted(interrupt);
    }
  }

  private Optional<RemoteWorker> freest() {
    return present.stream()
        .filter(each -> each.free() > 0)
        .max(Comparator.comparingInt(RemoteWorker::free));
  }

  /** How long the run still waits for a worker, in nanoseconds. */
  private long left() {
    return patience.toNanos() - (System.nanoTime() - alone);
  }

  private void refuse(long left) throws NoWorkersException {
    if (left <= 0 && present.isEmpty() && left() <= 0) {
      throw new NoWorkersException(
          String.format(
              Locale.ROOT,
              "%s for %,d s, so the run ends without the verdicts that are missing; start one with"
                  + " 'mooring worker HOST'",
              ever.isEmpty() ? "no worker joined" : "there was no worker any more",
              patience.toSeconds()));
    }
  }

  private static TlcException interrupted(@Nullable InterruptedException why) {
    Thread.currentThread().interrupt();
    return new TlcException("The check was interrupted", why);
  }

  void giveBack(RemoteWorker worker) {
    lock.lock();
    try {
      worker.giveBack();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
