package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.SearchResult.Limit;
import io.mooring.checker.tlc.UsedMemory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a check when its time is over, or when Java keeps more memory than the check may use.
 *
 * <p>First the search is asked to stop, which it does after the state that it looks at. What does
 * not stop within a second is evaluating something that takes long, and that evaluation is ended.
 */
final class Limits implements AutoCloseable {

  private static final long GRACE = TimeUnit.SECONDS.toNanos(1);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  private final long start = System.nanoTime();
  private final SearchOptions search;
  private final UsedMemory memory = new UsedMemory();
  private final Thread watch = new Thread(this::run, "mooring-tlc-limits");
  private Runnable stop = () -> {};
  private volatile @Nullable Limit reached;
  private boolean closed;

  private Limits(SearchOptions search) {
    this.search = search;
  }

  /** Limits from now on. */
  static Limits of(SearchOptions search) {
    Limits limits = new Limits(search);
    if (search.timeout().isPresent() || search.memory().isPresent()) {
      limits.watch.setDaemon(true);
      limits.watch.start();
    }
    return limits;
  }

  /** Says how to stop; if a limit was reached already, that is done now. */
  synchronized void stopWith(Runnable how) {
    stop = how;
    if (reached != null) {
      how.run();
    }
  }

  /** The limit that was reached, if one was. */
  Optional<Limit> reached() {
    return Optional.ofNullable(reached);
  }

  private synchronized void run() {
    try {
      Limit limit = null;
      while (!closed && limit == null) {
        limit = over();
        pause(PAUSE);
      }
      if (!closed && limit != null) {
        reached = limit;
        stop.run();
        pause(GRACE);
      }
      if (!closed && reached != null) {
        ProcessCalls.endEvaluation();
      }
    } catch (InterruptedException notByUs) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Limit over() {
    if (search.timeout().isPresent()
        && System.nanoTime() - start >= search.timeout().get().toNanos()) {
      return Limit.TIMEOUT;
    }
    return search.memory().isPresent() && memory.isMoreThan(search.memory().getAsLong())
        ? Limit.MEMORY
        : null;
  }

  private void pause(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (!closed && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
