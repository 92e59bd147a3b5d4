package io.mooring.room.harness.model;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What is going to happen while the next callbacks run. */
public final class CallbackScript {
  private final Deque<Stimulus> waiting = new ArrayDeque<>();
  private int exceptions;

  /** An exception without a stack trace, which takes long to collect and shows nothing here. */
  private static final class ListenerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ListenerException() {
      super("a listener that throws on purpose", null, false, false);
    }
  }

  /** A script without anything to happen. */
  public CallbackScript() {}

  /** Adds a stimulus for the next callback. */
  public void add(Stimulus inside) {
    waiting.add(inside);
  }

  /** Removes and returns the next stimulus for this callback; null if there is none. */
  public @Nullable Stimulus poll() {
    return waiting.poll();
  }

  /** Adds an exception at the end of the next callback. */
  public void addException() {
    exceptions++;
  }

  /** Removes and returns the exception of this callback; null if there is none. */
  public @Nullable RuntimeException pollException() {
    if (exceptions == 0) {
      return null;
    }
    exceptions--;
    return new ListenerException();
  }
}
