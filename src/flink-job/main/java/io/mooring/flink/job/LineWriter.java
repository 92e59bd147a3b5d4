package io.mooring.flink.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;

/**
 * Writes texts to a file, one on a line, in UTF-8. They are gathered: an encoder of rows makes two
 * calls of the system for each.
 */
final class LineWriter implements BulkWriter<String> {
  private static final int BUFFER = 1 << 16;

  private final OutputStream file;

  /** Writes to a file, which it does not close. */
  LineWriter(FSDataOutputStream file) {
    this.file = new BufferedOutputStream(file, BUFFER);
  }

  @Override
  public void addElement(String line) throws IOException {
    file.write(line.getBytes(StandardCharsets.UTF_8));
    file.write('\n');
  }

  @Override
  public void flush() throws IOException {
    file.flush();
  }

  @Override
  public void finish() throws IOException {
    flush();
  }
}
