package io.mooring.room;

import io.mooring.room.spec.ReturnCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The outcome of a command. The connection completes it; a caller that holds it as a stage cannot,
 * whichever type it casts the stage to.
 */
final class CommandOutcome extends CompletableFuture<ReturnCode> {

  /** An outcome that is known from the beginning. */
  static CommandOutcome of(ReturnCode code) {
    CommandOutcome known = new CommandOutcome();
    known.decide(code);
    return known;
  }

  /** Completes it. */
  void decide(ReturnCode code) {
    super.complete(code);
  }

  @Override
  public CompletableFuture<ReturnCode> toCompletableFuture() {
    return thenApply(code -> code);
  }

  @Override
  public boolean complete(ReturnCode code) {
    throw readOnly();
  }

  @Override
  public boolean completeExceptionally(Throwable thrown) {
    throw readOnly();
  }

  @Override
  public CompletableFuture<ReturnCode> completeAsync(
      Supplier<? extends ReturnCode> code, Executor executor) {
    throw readOnly();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    throw readOnly();
  }

  @Override
  public void obtrudeValue(ReturnCode code) {
    throw readOnly();
  }

  @Override
  public void obtrudeException(Throwable thrown) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("Only the connection completes an outcome");
  }
}
