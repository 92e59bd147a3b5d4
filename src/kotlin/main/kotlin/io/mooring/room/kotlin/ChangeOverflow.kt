package io.mooring.room.kotlin

import io.mooring.room.ConnectionChange
import kotlinx.coroutines.channels.BufferOverflow

/** What happens to a change that finds the buffer of a slow collector full. */
public enum class ChangeOverflow(internal val policy: BufferOverflow) {
  /**
   * The collector receives what is in the buffer, and then fails with a [ChangeOverflowException].
   */
  FAIL(BufferOverflow.SUSPEND),

  /** The oldest change in the buffer is lost. */
  DROP_OLDEST(BufferOverflow.DROP_OLDEST),

  /** The new change is lost. */
  DROP_LATEST(BufferOverflow.DROP_LATEST),
}

/**
 * A collector was too slow for its buffer.
 *
 * @property change the first change that it did not receive
 */
public class ChangeOverflowException
internal constructor(public val change: ConnectionChange, capacity: Int) :
  IllegalStateException(
    "The buffer of $capacity changes is full: lost $change." +
      " Collect faster, use a larger capacity, or ChangeOverflow.DROP_OLDEST or DROP_LATEST."
  )
