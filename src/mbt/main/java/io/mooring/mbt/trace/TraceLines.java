package io.mooring.mbt.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The lines of a file, one after the other, as bytes in one buffer. */
public final class TraceLines implements Closeable {

  /** Nobody writes such an entry: the file is no trace. */
  private static final int LONGEST = 1 << 20;

  /** A line is longer than any entry. */
  public static final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    TooLongException(long line) {
      this.line = line;
    }

    /** The line, from 1. */
    public long line() {
      return line;
    }
  }

  private final InputStream input;
  private final CRC32C sum = new CRC32C();
  private byte[] buffer = new byte[1 << 16];
  private int begin;
  private int end;
  private int filled;
  private int summed;
  private long number;
  private long bytes;
  private boolean whole;

  /** The lines of a stream. */
  public TraceLines(InputStream input) {
    this.input = input;
  }

  /**
   * Goes on to the next line.
   *
   * @return false if there is none
   * @throws IOException if the file cannot be read, or has a line that is too long
   */
  public boolean next() throws IOException {
    begin = behind();
    int seen = 0;
    while (true) {
      for (int i = begin + seen; i < filled; i++) {
        if (buffer[i] == '\n') {
          return line(i, true);
        }
      }
      seen = filled - begin;
      if (!fill()) {
        return seen > 0 && line(filled, false);
      }
    }
  }

  private boolean line(int until, boolean ended) {
    end = until;
    whole = ended;
    number++;
    return true;
  }

  /** Reads on, with the line that has begun at the beginning of the buffer. */
  private boolean fill() throws IOException {
    sum(begin);
    summed = 0;
    System.arraycopy(buffer, begin, buffer, 0, filled - begin);
    filled -= begin;
    begin = 0;
    end = 0;
    whole = false;
    if (filled == buffer.length) {
      if (filled >= LONGEST) {
        throw new TooLongException(number + 1);
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = input.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      return false;
    }
    bytes += read;
    filled += read;
    return true;
  }

  private void sum(int until) {
    sum.update(buffer, summed, until - summed);
    summed = until;
  }

  /**
   * Goes on behind the first lines, without a look at them.
   *
   * @param position how many bytes they have, with their ends
   * @param lines how many they are
   * @return false if there are not so many bytes
   * @throws IOException if the file cannot be read
   */
  public boolean skip(long position, long lines) throws IOException {
    while (bytes < position) {
      begin = filled;
      if (!fill()) {
        return false;
      }
    }
    end = (int) (position - (bytes - filled));
    whole = false;
    number = lines;
    return true;
  }

  /** How many bytes the lines up to this one have, with their ends. */
  public long position() {
    return bytes - filled + behind();
  }

  /** A checksum of the lines up to this one, with their ends. */
  public long checksum() {
    sum(behind());
    return sum.getValue();
  }

  private int behind() {
    return whole ? end + 1 : end;
  }

  /** The bytes, of which the line is a part. */
  public byte[] buffer() {
    return buffer;
  }

  /** Where the line begins in the buffer. */
  public int offset() {
    return begin;
  }

  /** How long it is, without its end. */
  public int length() {
    return end - begin - (whole && end > begin && buffer[end - 1] == '\r' ? 1 : 0);
  }

  /** Whether there is nothing but white space in it. */
  public boolean isBlank() {
    for (int i = begin; i < end; i++) {
      if (" \t\r".indexOf(buffer[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Its number, from 1. */
  public long number() {
    return number;
  }

  /** Whether it has an end: the last one of a file may have been cut off. */
  public boolean isWhole() {
    return whole;
  }

  /** How much of the file was read. */
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
