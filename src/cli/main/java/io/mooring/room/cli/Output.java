package io.mooring.room.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that remembers whether it could be written, because those who print do not ask.
 *
 * <p>A reader that has read enough and closes its end ({@code | head}) is no failure.
 */
final class Output extends FilterOutputStream {

  private volatile @Nullable IOException failure;

  Output(OutputStream out) {
    super(out);
  }

  /** {@return why output was lost, or null if all was written or the reader has closed the pipe} */
  @Nullable String failure() {
    IOException first = failure;
    String message = first == null ? null : String.valueOf(first.getMessage());
    return message == null || message.contains("Broken pipe") ? null : message;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    note(() -> out.write(bytes, from, length));
  }

  @Override
  public void write(int each) throws IOException {
    note(() -> out.write(each));
  }

  @Override
  public void flush() throws IOException {
    note(out::flush);
  }

  private void note(Action action) throws IOException {
    try {
      action.run();
    } catch (IOException cannot) {
      failure = failure == null ? cannot : failure;
      throw cannot;
    }
  }

  private interface Action {
    void run() throws IOException;
  }
}
