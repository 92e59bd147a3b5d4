package io.mooring.flink.job.files;

import java.io.Serializable;

/** Says when a line was. */
@FunctionalInterface
public interface TimeOfLine extends Serializable {

  /** The time of a line that has none. */
  long NONE = Long.MIN_VALUE;

  /**
   * The time of a line in milliseconds since 1970.
   *
   * @return {@link #NONE} if it has none, or cannot be read
   */
  long of(String line);
}
