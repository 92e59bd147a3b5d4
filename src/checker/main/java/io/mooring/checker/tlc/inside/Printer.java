package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.Printed;
import java.io.BufferedWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tlc2.util.IdThread;

/**
 * Where TLC writes what a specification prints. It keeps the first texts and the last ones.
 *
 * <p>What is evaluated once more to explain a result, or to look for what it never exercised, is
 * not printed again.
 */
final class Printer extends BufferedWriter {

  private static final int FIRST = 100;
  private static final int LAST = 20;
  private static final int LENGTH = 2_000;

  private final List<String> first = new ArrayList<>();
  private final Deque<String> last = new ArrayDeque<>();
  private final ThreadLocal<Boolean> quiet = ThreadLocal.withInitial(() -> false);
  private long leftOut;
  private BooleanSupplier searching = () -> false;
  private @Nullable Thread caller;
  private boolean closed;

  private Printer() {
    super(Writer.nullWriter(), 1);
  }

  /** One that this run's specification prints to from now on. */
  static Printer install() {
    Printer printer = new Printer();
    Family.LOADED.print(printer);
    return printer;
  }

  /**
   * From when on only the threads that search print, and the one that calls this, which evaluates
   * what is asked at the end; no other evaluates for the first time.
   */
  synchronized void onlySearching(BooleanSupplier when) {
    searching = when;
    caller = Thread.currentThread();
  }

  /** Does something that evaluates again what was evaluated before. */
  void quietly(Runnable again) {
    quiet.set(true);
    try {
      again.run();
    } finally {
      quiet.set(false);
    }
  }

  /**
   * Stops recording, because all later output repeats evaluations, and returns what was printed.
   */
  synchronized Printed end() {
    closed = true;
    return new Printed(first, leftOut, List.copyOf(last));
  }

  /** TLC writes a text with one call. */
  @Override
  public void write(String text) {
    if (quiet.get()) {
      return;
    }
    synchronized (this) {
      Thread thread = Thread.currentThread();
      boolean again =
          searching.getAsBoolean() && !(thread instanceof IdThread) && !thread.equals(caller);
      if (!closed && !again) {
        keep(shortened(text.strip()));
      }
    }
  }

  private void keep(String text) {
    if (first.size() < FIRST) {
      first.add(text);
      return;
    }
    last.addLast(text);
    if (last.size() > LAST) {
      last.removeFirst();
      leftOut++;
    }
  }

  private static String shortened(String text) {
    return text.length() <= LENGTH
        ? text
        : text.substring(0, LENGTH) + " ... (" + (text.length() - LENGTH) + " characters more)";
  }
}
