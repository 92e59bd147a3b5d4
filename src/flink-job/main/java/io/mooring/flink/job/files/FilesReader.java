package io.mooring.flink.job.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads files side by side, always on in the one that is furthest behind, so that no line of one is
 * late because of another. A file is opened when the others have come to its first line; each has a
 * watermark of its own. One for each task, which alone calls it.
 */
final class FilesReader implements SourceReader<String, TraceSplit> {

  /** How many lines are read of one file before another is looked at. */
  private static final int LINES = 128;

  private final TimeOfLine times;
  private final long disorder;
  private final PriorityQueue<TraceSplit> closed = new PriorityQueue<>(TraceSplit.BY_TIME);
  private final PriorityQueue<Open> open =
      new PriorityQueue<>(
          Comparator.comparingLong((Open file) -> file.time).thenComparing(file -> file.path));

  /** Files that were read to the end, and whose outputs are still there. */
  private final PriorityQueue<Open> ended = new PriorityQueue<>(open.comparator());

  private CompletableFuture<Void> available = new CompletableFuture<>();
  private boolean complete;

  /** A file that is read. */
  private static final class Open {
    private final String path;
    private final LineReader lines;
    private final SourceOutput<String> output;
    private long time;

    Open(TraceSplit split, SourceOutput<String> output) throws IOException {
      path = split.path();
      lines = new LineReader(path);
      this.output = output;
      time = split.from();
      while (lines.read() < split.read() && lines.next() != null) {
        // These were read before.
      }
    }

    TraceSplit split() {
      return new TraceSplit(path, lines.read(), time);
    }
  }

  FilesReader(TimeOfLine times, long disorder) {
    this.times = times;
    this.disorder = disorder;
  }

  @Override
  public void start() {
    // The enumerator knows of every reader, and assigns files without a request.
  }

  @Override
  public InputStatus pollNext(ReaderOutput<String> output) throws IOException {
    if (open.isEmpty()) {
      TraceSplit first = closed.peek();
      if (first == null) {
        return nothing();
      }
      openUntil(first.from(), output);
    }
    Open file = open.remove();
    if (read(file)) {
      open.add(file);
      // Before the next watermark, which the lines of these files must not be behind.
      openUntil(file.time + disorder, output);
    } else {
      file.lines.close();
      ended.add(file);
    }
    release(output);
    return open.isEmpty() && closed.isEmpty() ? nothing() : InputStatus.MORE_AVAILABLE;
  }

  /** Reads some lines. Returns whether the file may have more. */
  private boolean read(Open file) {
    for (int i = 0; i < LINES; i++) {
      String line = file.lines.next();
      if (line == null) {
        return false;
      }
      long time = times.of(line);
      file.output.collect(line, time);
      file.time = Math.max(file.time, time);
    }
    return true;
  }

  /**
   * Releases the outputs of files that were read. One that is ahead of all others stays until they
   * have come as far: its watermark is only given out from time to time, and would be lost.
   */
  private void release(ReaderOutput<String> output) {
    while (!ended.isEmpty()
        && (open.isEmpty() ? ended.size() > 1 : ended.peek().time < open.peek().time)) {
      output.releaseOutputForSplit(ended.remove().path);
    }
  }

  private void openUntil(long time, ReaderOutput<String> output) throws IOException {
    for (TraceSplit next = closed.peek();
        next != null && next.from() <= time;
        next = closed.peek()) {
      open.add(new Open(next, output.createOutputForSplit(next.path())));
      closed.remove();
    }
  }

  private InputStatus nothing() {
    if (complete) {
      return InputStatus.END_OF_INPUT;
    }
    if (available.isDone()) {
      available = new CompletableFuture<>();
    }
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public List<TraceSplit> snapshotState(long checkpoint) {
    List<TraceSplit> all = new ArrayList<>(closed);
    open.forEach(file -> all.add(file.split()));
    all.sort(TraceSplit.BY_TIME);
    return all;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void addSplits(List<TraceSplit> splits) {
    closed.addAll(splits);
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    complete = true;
    available.complete(null);
  }

  @Override
  public void close() throws IOException {
    for (Open file : open) {
      file.lines.close();
    }
  }
}
