package io.mooring.flink;

/** How a line is recognised that was delivered twice. */
public enum Duplicates {
  /** None is: every line counts. */
  NONE,
  /** Lines of a session are numbered, each one more than the one before: a number counts once. */
  SEQUENCE,
  /** A line with the same text, among the last {@value SessionState#REMEMBERED} of its session. */
  REPETITION
}
