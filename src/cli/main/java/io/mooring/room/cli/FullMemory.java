package io.mooring.room.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a command prints when the memory of the process is full.
 *
 * <p>Whatever {@link #print} needs is made and linked by {@link #reserve}: the first call of a
 * method of {@code java.util.concurrent.atomic}, for example, takes memory that is not there then.
 */
final class FullMemory {

  private static final long MEGABYTES = Runtime.getRuntime().maxMemory() >> 20;

  /** Both lines, as they are written where no more text can be made. */
  private static final byte[] LINES =
      ("mooring: the "
              + MEGABYTES
              + " MB of memory that Java may use here are used up\nMOORING_OPTS=-Xmx"
              + Math.max(1, MEGABYTES >> 9)
              + "g gives it more.\n")
          .getBytes(UTF_8);

  private static final FileOutputStream ERRORS = new FileOutputStream(FileDescriptor.err);

  private static final byte[] NOTHING = {};

  private static final AtomicReference<byte[]> SPARE = new AtomicReference<>(NOTHING);

  private static boolean printed;

  private FullMemory() {}

  /** Keeps memory for the last steps of a command, and makes all that {@link #print} needs. */
  static void reserve() {
    SPARE.set(new byte[2 << 20]);
    write(0);
  }

  /** Gives the last steps of a command the memory that was kept for them. */
  static void release() {
    SPARE.set(NOTHING);
  }

  /** Prints once to the standard error of the process, without any more memory of Java's. */
  static synchronized void print() {
    if (!printed) {
      printed = true;
      write(LINES.length);
    }
  }

  private static void write(int length) {
    try {
      ERRORS.write(LINES, 0, length);
    } catch (IOException unwritable) {
      // The exit code says it.
      return;
    }
  }
}
