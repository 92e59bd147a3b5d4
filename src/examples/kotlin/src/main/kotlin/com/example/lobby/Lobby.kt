package com.example.lobby

import io.mooring.room.kotlin.JoinResult
import io.mooring.room.kotlin.changes
import io.mooring.room.kotlin.join
import io.mooring.room.kotlin.leave
import io.mooring.room.kotlin.roomConnection
import io.mooring.room.kotlin.state
import io.mooring.room.spec.ConnectionState
import java.util.concurrent.Executors
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/** Joins a room, loses it, comes back, and leaves. */
fun main() {
  val network = Executors.newSingleThreadExecutor()
  val transport = LocalTransport(network)
  val connection = roomConnection(transport)
  connection.initialize()

  runBlocking {
    val watch =
      launch(start = CoroutineStart.UNDISPATCHED) {
        connection.changes
          .onEach { println("${it.from} -> ${it.to} (${it.reason})") }
          .first { it.to == ConnectionState.DISCONNECTED }
      }

    check(connection.join("lobby", uid = 7) is JoinResult.Joined)
    transport.loseSignal()
    connection.state.first { it == ConnectionState.RECONNECTING }
    transport.findSignal()
    connection.state.first { it == ConnectionState.CONNECTED }
    println(connection.leave())
    watch.join()
  }

  connection.release()
  network.shutdown()
}
