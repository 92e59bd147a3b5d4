package io.mooring.flink.job.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file in UTF-8, plain or compressed by gzip, which its first bytes decide. What
 * cannot be read is one line that says so, and the end of the file.
 */
final class LineReader implements Closeable {

  /** A longer line is cut off: no entry of a trace is that long. */
  static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 16;
  private static final int SHOWN = 80;
  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;
  private static final char ORDER_MARK = '\ufeff';

  private final String path;
  private final InputStream bytes;
  private byte[] buffer = new byte[BUFFER];
  private int begin;
  private int end;
  private long read;
  private boolean ended;

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be opened
   */
  LineReader(String path) throws IOException {
    this.path = path;
    Path file = new Path(path);
    bytes = plain(file.getFileSystem().open(file));
  }

  private static InputStream plain(InputStream file) throws IOException {
    try {
      byte[] start = file.readNBytes(2);
      InputStream whole = new SequenceInputStream(new java.io.ByteArrayInputStream(start), file);
      boolean zipped =
          start.length == 2 && (start[0] & 0xff) == GZIP_1 && (start[1] & 0xff) == GZIP_2;
      return zipped ? new GZIPInputStream(whole, BUFFER) : whole;
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  /** How many lines were read. */
  long read() {
    return read;
  }

  /** The next line without its end, or null at the end of the file. */
  @Nullable String next() {
    if (ended) {
      return null;
    }
    try {
      return line();
    } catch (IOException cut) {
      ended = true;
      return path
          + " cannot be read after line "
          + read
          + ": "
          + (cut.getMessage() == null ? cut.getClass().getSimpleName() : cut.getMessage());
    }
  }

  private @Nullable String line() throws IOException {
    int at = begin;
    boolean cut = false;
    while (true) {
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      if (at < end) {
        return text(at, at + 1, cut);
      }
      if (end - begin >= LONGEST) {
        // Only its beginning is kept.
        cut = true;
        end = begin + SHOWN;
        at = end;
      }
      if (!fill()) {
        ended = true;
        return begin == end ? null : text(end, end, cut);
      }
      at = Math.max(at - moved, begin);
    }
  }

  /** By how much the last fill has moved what was not taken yet. */
  private int moved;

  private boolean fill() throws IOException {
    moved = begin;
    if (begin > 0) {
      System.arraycopy(buffer, begin, buffer, 0, end - begin);
      end -= begin;
      begin = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int more = bytes.read(buffer, end, buffer.length - end);
    if (more < 0) {
      return false;
    }
    end += more;
    return true;
  }

  private String text(int to, int next, boolean cut) {
    String line =
        cut
            ? path
                + ":"
                + (read + 1)
                + " is a line of more than 1 MiB, which begins with "
                + new String(buffer, begin, SHOWN, StandardCharsets.UTF_8)
            : new String(buffer, begin, to - begin, StandardCharsets.UTF_8);
    begin = next;
    read++;
    return read == 1 && !line.isEmpty() && line.charAt(0) == ORDER_MARK ? line.substring(1) : line;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
