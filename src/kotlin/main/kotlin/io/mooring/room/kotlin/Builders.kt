package io.mooring.room.kotlin

import io.mooring.room.RoomConnection
import io.mooring.room.RoomTransport
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.asExecutor

/**
 * Creates a connection over a transport.
 *
 * ```
 * val connection = roomConnection(transport) { listenerDispatcher(Dispatchers.Main) }
 * ```
 *
 * @param configure sets what is not left at its default
 */
public fun roomConnection(
  transport: RoomTransport,
  configure: RoomConnection.Builder.() -> Unit = {},
): RoomConnection = RoomConnection.builder(transport).apply(configure).build()

/**
 * Listeners are called, and results of commands are completed, on this dispatcher, one at a time
 * and in the order of decision: [RoomConnection.Builder.listenerExecutor].
 */
public fun RoomConnection.Builder.listenerDispatcher(
  dispatcher: CoroutineDispatcher
): RoomConnection.Builder = listenerExecutor(dispatcher.asExecutor())
