package io.mooring.room;

/**
 * What a thread can be at. Each role is held by one thread at a time, for the time of one entry; a
 * thread that looks for work takes the first role that is free and has some.
 */
enum Role {
  /** To store a snapshot. */
  STORES,
  /** To carry out the effects of a step on the transport, or to go on with its attempts. */
  EFFECTS,
  /** To report failures. */
  FAILURES,
  /** To record a step. */
  RECORDS,
  /** To tell the changes of a step, and what commands came to. */
  CALLBACKS
}
