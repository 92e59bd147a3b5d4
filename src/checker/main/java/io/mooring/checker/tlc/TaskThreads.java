package io.mooring.checker.tlc;

import org.jspecify.annotations.Nullable;

/**
 * The threads of one task of the checker. Where one of them ends by what it does not catch, because
 * the memory is full for example, the others may wait for it for ever, or take its work for done:
 * so the task ends and has failed.
 */
final class TaskThreads implements Thread.UncaughtExceptionHandler {

  private volatile @Nullable Throwable lost;
  private volatile Runnable end = () -> {};

  /** Has a thread be one of the task's. */
  void add(Thread thread) {
    thread.setUncaughtExceptionHandler(this);
  }

  /** The threads of the task whose thread calls this; null if it is of none. */
  static @Nullable TaskThreads current() {
    return Thread.currentThread().getUncaughtExceptionHandler() instanceof TaskThreads threads
        ? threads
        : null;
  }

  /** Sets what ends the task when one of its threads is lost. */
  void endWith(Runnable action) {
    end = action;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    lost = thrown;
    end.run();
  }

  /** Throws what a thread has not caught, if one was lost. */
  void throwIfLost() {
    Throwable thrown = lost;
    if (thrown != null) {
      throwIfOutOfMemory(thrown);
      if (TooLittleMemory.isSaidBy(thrown.toString())) {
        throw new OutOfMemoryError(thrown.toString());
      }
      throw new IllegalStateException("a thread of the checker was lost: " + thrown, thrown);
    }
  }

  /** Throws the error that says so, if it is behind a failure. */
  static void throwIfOutOfMemory(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof OutOfMemoryError full) {
        throw full;
      }
    }
  }
}
