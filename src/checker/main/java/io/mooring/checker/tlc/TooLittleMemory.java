package io.mooring.checker.tlc;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** A check that needs more memory than Java may use: nothing is known of its specification. */
public final class TooLittleMemory extends TlcException {

  private static final long serialVersionUID = 1L;

  /** In TLC's words, or in Java's, which TLC may have put into its own. */
  private static final Pattern FULL =
      Pattern.compile(
          "OutOfMemoryError|^Java ran out of memory|\\bJava heap space\\b"
              + "|\\bGC overhead limit exceeded\\b|Requested array size exceeds VM limit");

  TooLittleMemory(Path module, OutOfMemoryError cause) {
    super(module + ": " + message(Runtime.getRuntime().maxMemory()), cause);
  }

  /** Whether a text says that Java's memory is full. */
  public static boolean isSaidBy(String text) {
    return FULL.matcher(text).find();
  }

  private static String message(long bytes) {
    return String.format(
        Locale.ROOT,
        "the check needs more memory than Java may use here, which is %d MB; MOORING_OPTS=-Xmx%dg gives it more",
        bytes >> 20,
        Math.max(1, bytes >> 29));
  }
}
