package com.example.lobby

import io.mooring.room.ChannelRequest
import io.mooring.room.ReconnectAttempt
import io.mooring.room.RoomFacts
import io.mooring.room.RoomSession
import io.mooring.room.RoomTransport
import java.util.concurrent.Executor

/** A server in the same process, which lets everybody in and back, as long as there is a signal. */
class LocalTransport(private val network: Executor) : RoomTransport {
  private lateinit var facts: RoomFacts
  private var signal = true
  private var waiting: ReconnectAttempt? = null

  override fun open(request: ChannelRequest, facts: RoomFacts): RoomSession {
    this.facts = facts
    network.execute { facts.joined() }
    return object : RoomSession {
      override fun tryToRejoin(attempt: ReconnectAttempt) =
        network.execute { if (signal) attempt.succeeded() else waiting = attempt }

      override fun stopReconnecting() {}

      override fun announceLeave() {}

      override fun close() {}
    }
  }

  fun loseSignal() = network.execute {
    signal = false
    facts.signalLost()
  }

  fun findSignal() = network.execute {
    signal = true
    waiting?.succeeded()
  }
}
