package io.mooring.room.kotlin

import io.mooring.room.ConnectionChange
import io.mooring.room.ConnectionListener
import io.mooring.room.LifecycleListener
import io.mooring.room.RoomConnection
import io.mooring.room.spec.ConnectionState
import kotlinx.coroutines.ExperimentalForInheritanceCoroutinesApi
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.onFailure
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.FlowCollector
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.flow

/**
 * The state of the connection.
 *
 * Its [value][StateFlow.value] is [RoomConnection.getConnectionState] and never differs from it. A
 * collector receives the state when it begins, and afterwards the latest state whenever that
 * differs from the one it has received last, those after `initialize` and `release` included. As
 * with every state flow, a slow collector misses states in between; [changes] misses none.
 */
public val RoomConnection.state: StateFlow<ConnectionState>
  get() = ConnectionStateFlow(this)

/**
 * The changes of the connection, in the order of decision: none is lost, none is repeated.
 *
 * Cold: each collector adds a listener when it begins to collect, and removes it when it ends. It
 * receives every change that is decided in between. Changes wait in a buffer without a bound for a
 * slow collector; the connection never waits.
 */
public val RoomConnection.changes: Flow<ConnectionChange>
  get() = changes(Channel.UNLIMITED, ChangeOverflow.FAIL)

/**
 * The changes of the connection, as [changes], with a bounded buffer.
 *
 * @param capacity how many changes may wait while the collector is busy with another one
 * @param onOverflow what happens to a change that finds the buffer full; the connection does not
 *   wait
 * @throws IllegalArgumentException if the capacity is not positive
 */
public fun RoomConnection.changes(
  capacity: Int,
  onOverflow: ChangeOverflow,
): Flow<ConnectionChange> {
  require(capacity > 0) { "capacity must be > 0, but was $capacity" }
  return flow {
    val pending = Channel<ConnectionChange>(capacity, onOverflow.policy)
    val listener = ConnectionListener { change ->
      pending.trySend(change).onFailure {
        // Only FAIL refuses a change. What was received before it is emitted first.
        pending.close(ChangeOverflowException(change, capacity))
      }
    }
    addListener(listener).use {
      for (change in pending) {
        emit(change)
      }
    }
  }
}

/** A view of the connection's state, without a copy that could differ from it. */
@OptIn(ExperimentalForInheritanceCoroutinesApi::class)
private class ConnectionStateFlow(private val connection: RoomConnection) :
  StateFlow<ConnectionState> {

  override val value: ConnectionState
    get() = connection.connectionState

  override val replayCache: List<ConnectionState>
    get() = listOf(value)

  override suspend fun collect(collector: FlowCollector<ConnectionState>): Nothing {
    val changed = Channel<Unit>(Channel.CONFLATED)
    connection.addListener(Signal(changed)).use {
      var latest: ConnectionState? = null
      while (true) {
        val now = value
        if (now != latest) {
          latest = now
          collector.emit(now)
        }
        changed.receive()
      }
    }
  }

  override fun equals(other: Any?): Boolean =
    other is ConnectionStateFlow && other.connection === connection

  override fun hashCode(): Int = System.identityHashCode(connection)

  override fun toString(): String = "StateFlow[$value] of $connection"
}

/** Causes a read of the state. */
private class Signal(private val changed: Channel<Unit>) : LifecycleListener {

  override fun onConnectionStateChange(change: ConnectionChange) {
    changed.trySend(Unit)
  }

  override fun onLifecycleChange() {
    changed.trySend(Unit)
  }
}
