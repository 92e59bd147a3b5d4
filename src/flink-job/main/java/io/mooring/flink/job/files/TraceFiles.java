package io.mooring.flink.job.files;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of files, plain or compressed by gzip, in all folders below those that are named, on
 * any file system of Flink; what is hidden, by a point or an underscore, is left out. Files are
 * read side by side by the times of their lines, so that logs of several servers, or of several
 * hours, are one stream: with a {@code WatermarkStrategy} of the same disorder no line is late
 * because of the order of files. Each line has its time as timestamp.
 *
 * <p>A file that is followed is whole when it appears: it is written elsewhere and moved there.
 */
public final class TraceFiles implements Source<String, TraceSplit, FilesState> {

  private static final long serialVersionUID = 1L;

  private final String[] roots;
  private final @Nullable Duration follow;
  private final TimeOfLine times;
  private final Duration disorder;

  /**
   * Files and folders.
   *
   * @param roots their addresses
   * @param follow how often new files are looked for; null to end with those that are there
   * @param times says when a line was
   * @param disorder by how much lines of a file may be out of order
   */
  public TraceFiles(
      List<String> roots, @Nullable Duration follow, TimeOfLine times, Duration disorder) {
    this.roots = roots.toArray(String[]::new);
    this.follow = follow;
    this.times = times;
    this.disorder = disorder;
  }

  @Override
  public Boundedness getBoundedness() {
    return follow == null ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<String, TraceSplit> createReader(SourceReaderContext context) {
    return new FilesReader(times, disorder.toMillis());
  }

  @Override
  public SplitEnumerator<TraceSplit, FilesState> createEnumerator(
      SplitEnumeratorContext<TraceSplit> context) {
    return restoreEnumerator(context, new FilesState(false, List.of(), List.of()));
  }

  @Override
  public SplitEnumerator<TraceSplit, FilesState> restoreEnumerator(
      SplitEnumeratorContext<TraceSplit> context, FilesState state) {
    return new FilesEnumerator(context, List.of(roots), follow, times, state);
  }

  @Override
  public SimpleVersionedSerializer<TraceSplit> getSplitSerializer() {
    return new Serializers.OfSplit();
  }

  @Override
  public SimpleVersionedSerializer<FilesState> getEnumeratorCheckpointSerializer() {
    return new Serializers.OfState();
  }
}
