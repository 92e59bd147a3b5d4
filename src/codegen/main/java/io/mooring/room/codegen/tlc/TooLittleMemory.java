package io.mooring.room.codegen.tlc;

import java.nio.file.Path;
import java.util.Locale;

/** A check that needs more memory than Java may use: nothing is known of its specification. */
public final class TooLittleMemory extends TlcException {

  private static final long serialVersionUID = 1L;

  TooLittleMemory(Path module, OutOfMemoryError cause) {
    super(module + ": " + message(Runtime.getRuntime().maxMemory()), cause);
  }

  private static String message(long bytes) {
    return String.format(
        Locale.ROOT,
        "the check needs more memory than Java may use here, which is %d MB; MOORING_OPTS=-Xmx%dg gives it more",
        bytes >> 20,
        Math.max(1, bytes >> 29));
  }
}
