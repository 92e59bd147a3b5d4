package io.mooring.room;

/**
 * The kinds of work in the outbox. Each role is held by one thread at a time, for one delivery; a
 * thread claims the first role that is free and has something to do.
 */
enum Role {
  /** Stores a snapshot. */
  STORES,
  /** Carries out the effects of a step on the transport, or continues a reconnect episode. */
  EFFECTS,
  /** Reports failures. */
  FAILURES,
  /** Records a step. */
  RECORDS,
  /** Notifies listeners of the changes of a step, and completes the results of commands. */
  CALLBACKS
}
