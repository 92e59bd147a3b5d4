package io.mooring.flink;

/** What is decided on a session. */
public enum Decision {
  /** The specification explains it whole. */
  ACCEPTED,
  /** No behaviour of the specification explains it. */
  REJECTED,
  /** What was delivered of it does not suffice: a line is missing, or came too late. */
  UNDECIDED
}
