package io.mooring.mbt.trace;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Where a trace is read from: a file, a pipe, or any other stream. It is opened once, read from its
 * beginning to its end, and closed.
 *
 * @param name what a report calls it
 * @param opening opens it
 */
public record TraceSource(String name, Opening opening) {

  /** Opens a stream. */
  @FunctionalInterface
  public interface Opening {

    /**
     * Opens it.
     *
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;
  }

  /** A file, or a pipe with a name. */
  public static TraceSource of(Path file) {
    // A pipe cannot be asked for a position, which the stream of a channel does.
    return new TraceSource(
        file.toString(), () -> new BufferedInputStream(new FileInputStream(file.toFile())));
  }
}
