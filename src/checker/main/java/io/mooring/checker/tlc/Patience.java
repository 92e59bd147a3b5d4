package io.mooring.checker.tlc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for a task for some time only. */
final class Patience {

  private Patience() {}

  /**
   * The result of a task; empty if it takes longer. Then it continues on its thread, which does not
   * keep the process alive.
   *
   * @throws TlcException if the task throws one
   */
  static <T> Optional<T> call(Duration time, DeepStack.Task<T> task) throws TlcException {
    FutureTask<T> future = new FutureTask<>(task::run);
    Thread thread = new Thread(future, Thread.currentThread().getName() + "-timed");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(future.get(time.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException over) {
      return Optional.empty();
    } catch (InterruptedException interrupt) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new TlcException("The check was interrupted", interrupt);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      if (cause instanceof TlcException refusal) {
        throw refusal;
      }
      if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw new TlcException(String.valueOf(cause), failure);
    }
  }
}
