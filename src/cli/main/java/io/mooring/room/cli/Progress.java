package io.mooring.room.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * One line that says how far a command has come.
 *
 * <p>On a terminal it is rewritten in place; elsewhere it is printed as a separate line every ten
 * seconds, so that the log of a build stays short. Safe for use by several threads.
 */
public final class Progress {

  private static final int WIDTH = 99;
  private static final long IN_PLACE_NANOS = 100_000_000L;
  private static final long LINES_NANOS = 10_000_000_000L;

  private final PrintWriter err;
  private final boolean inPlace;
  private final LongSupplier nanoTime;
  private long last;
  private int shown;
  private boolean silent;

  Progress(PrintWriter err, boolean inPlace, LongSupplier nanoTime) {
    this.err = err;
    this.inPlace = inPlace;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /** Decides whether nothing is shown at all. */
  synchronized void silence(boolean wanted) {
    silent = wanted;
  }

  /** Shows a text, unless another one was shown just now. */
  public synchronized void update(String text) {
    long now = nanoTime.getAsLong();
    if (silent || now - last < (inPlace ? IN_PLACE_NANOS : LINES_NANOS)) {
      return;
    }
    last = now;
    String plain = Shell.plain(text);
    String line = plain.length() <= WIDTH ? plain : plain.substring(0, WIDTH - 3) + "...";
    if (inPlace) {
      err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      shown = line.length();
    } else {
      err.print(line + "\n");
    }
    err.flush();
  }

  /** Takes the line away, so that something else can be printed. */
  public synchronized void clear() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
