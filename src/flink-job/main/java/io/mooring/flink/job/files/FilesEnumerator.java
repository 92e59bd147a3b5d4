package io.mooring.flink.job.files;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files, and gives each reader all of its own at once, in turn by the time of their first
 * lines: so the readers are about equally far.
 */
final class FilesEnumerator implements SplitEnumerator<TraceSplit, FilesState> {

  /** After so many lines without a time it is not looked for any more. */
  private static final int PEEKED = 100;

  private final SplitEnumeratorContext<TraceSplit> context;
  private final List<String> roots;
  private final @Nullable Duration follow;
  private final TimeOfLine times;
  private final Set<String> known;

  /** For each reader; those of readers that are not there wait for them. */
  private final Map<Integer, List<TraceSplit>> pending = new TreeMap<>();

  private boolean complete;
  private int turn;

  FilesEnumerator(
      SplitEnumeratorContext<TraceSplit> context,
      List<String> roots,
      @Nullable Duration follow,
      TimeOfLine times,
      FilesState state) {
    this.context = context;
    this.roots = roots;
    this.follow = follow;
    this.times = times;
    known = new LinkedHashSet<>(state.known());
    complete = state.complete();
    distribute(state.pending());
  }

  @Override
  public void start() {
    Set<String> before = Set.copyOf(known);
    if (follow != null) {
      Set<String> seen = new TreeSet<>(before);
      context.callAsync(() -> find(seen), this::found, 0, follow.toMillis());
    } else if (!complete) {
      context.callAsync(() -> find(before), this::found);
    }
  }

  /** The files that are not among those; in a thread of its own. */
  private List<TraceSplit> find(Set<String> before) throws IOException {
    List<TraceSplit> found = new ArrayList<>();
    for (String root : roots) {
      Path path = new Path(root);
      FileSystem files = path.getFileSystem();
      collect(files, files.getFileStatus(path), before, found);
    }
    found.sort(TraceSplit.BY_TIME);
    return found;
  }

  private void collect(
      FileSystem files, FileStatus file, Set<String> before, List<TraceSplit> found)
      throws IOException {
    if (file.isDir()) {
      for (FileStatus each : files.listStatus(file.getPath())) {
        String name = each.getPath().getName();
        if (!name.startsWith(".") && !name.startsWith("_")) {
          collect(files, each, before, found);
        }
      }
      return;
    }
    String path = file.getPath().toString();
    if (!before.contains(path)) {
      found.add(new TraceSplit(path, 0, first(path)));
      if (follow != null) {
        before.add(path);
      }
    }
  }

  private long first(String path) throws IOException {
    try (LineReader lines = new LineReader(path)) {
      String line = lines.next();
      for (int i = 0; i < PEEKED && line != null; i++) {
        long time = times.of(line);
        if (time != TimeOfLine.NONE) {
          return time;
        }
        line = lines.next();
      }
    }
    return TimeOfLine.NONE;
  }

  private void found(@Nullable List<TraceSplit> found, @Nullable Throwable failure) {
    if (failure != null) {
      throw new FlinkRuntimeException("the files cannot be listed: " + failure, failure);
    }
    List<TraceSplit> fresh = new ArrayList<>();
    for (TraceSplit each : found == null ? List.<TraceSplit>of() : found) {
      if (known.add(each.path())) {
        fresh.add(each);
      }
    }
    complete = follow == null;
    distribute(fresh);
    for (int reader : Set.copyOf(context.registeredReaders().keySet())) {
      assign(reader);
    }
  }

  private void distribute(List<TraceSplit> splits) {
    for (TraceSplit each : splits) {
      int reader = turn % context.currentParallelism();
      pending.computeIfAbsent(reader, any -> new ArrayList<>()).add(each);
      turn++;
    }
  }

  private void assign(int reader) {
    List<TraceSplit> splits = pending.remove(reader);
    if (splits != null && !splits.isEmpty()) {
      context.assignSplits(new SplitsAssignment<>(Map.of(reader, splits)));
    }
    if (complete) {
      context.signalNoMoreSplits(reader);
    }
  }

  @Override
  public void addReader(int reader) {
    assign(reader);
  }

  @Override
  public void handleSplitRequest(int reader, @Nullable String host) {
    // Readers ask for none.
  }

  @Override
  public void addSplitsBack(List<TraceSplit> splits, int reader) {
    pending.computeIfAbsent(reader, any -> new ArrayList<>()).addAll(splits);
    if (context.registeredReaders().containsKey(reader)) {
      assign(reader);
    }
  }

  @Override
  public FilesState snapshotState(long checkpoint) {
    return new FilesState(
        complete,
        List.copyOf(known),
        pending.values().stream().flatMap(List::stream).sorted(TraceSplit.BY_TIME).toList());
  }

  @Override
  public void close() {
    // It holds no file open.
  }
}
