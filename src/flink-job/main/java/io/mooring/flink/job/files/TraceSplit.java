package io.mooring.flink.job.files;

import java.util.Comparator;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A file that is to be read from a line on.
 *
 * @param path the file
 * @param read how many of its lines were read
 * @param from about when the next line was, in milliseconds since 1970; {@link TimeOfLine#NONE} if
 *     that is not known
 */
record TraceSplit(String path, long read, long from) implements SourceSplit {

  /** In the order in which they are to be opened, the same for every run. */
  static final Comparator<TraceSplit> BY_TIME =
      Comparator.comparingLong(TraceSplit::from).thenComparing(TraceSplit::path);

  @Override
  public String splitId() {
    return path;
  }
}
