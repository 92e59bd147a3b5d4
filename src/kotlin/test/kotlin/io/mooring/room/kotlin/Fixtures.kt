package io.mooring.room.kotlin

import io.mooring.room.RoomConnection
import io.mooring.room.RoomScheduler
import io.mooring.room.spec.Event
import io.mooring.room.spec.ReturnCode
import io.mooring.room.testkit.SimulatedTransport
import kotlin.time.Duration.Companion.nanoseconds
import kotlin.time.toKotlinDuration
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.TestScope

/** A scheduler in the virtual time of a test: what is due runs as the test's time passes. */
@OptIn(ExperimentalCoroutinesApi::class)
internal fun TestScope.roomScheduler(): RoomScheduler =
  object : RoomScheduler {
    override fun nanoTime(): Long = testScheduler.currentTime * 1_000_000

    override fun schedule(delay: java.time.Duration, task: Runnable): RoomScheduler.Cancellable {
      val timer =
        backgroundScope.launch {
          // Virtual time has whole milliseconds, and a timer may not be early.
          delay(delay.toKotlinDuration() + 999_999.nanoseconds)
          task.run()
        }
      return RoomScheduler.Cancellable { timer.cancel() }
    }
  }

/** An initialised connection over a transport that a test controls. */
internal class Client(
  configure: RoomConnection.Builder.() -> Unit = {}
) {
  val transport = SimulatedTransport()
  val connection: RoomConnection = roomConnection(transport, configure)

  init {
    check(connection.initialize() == ReturnCode.OK)
  }

  /** Reports a fact about the latest session. */
  fun report(event: Event) {
    transport.session(0).orElseThrow().report(event)
  }

  fun inRoom(): Client = apply {
    check(connection.joinChannel("lobby", 7).accepted())
    report(Event.JOINED)
  }
}

/** Two changes: the signal is lost, and the client has rejoined. */
internal fun Client.loseAndRejoin() {
  report(Event.SIGNAL_LOST)
  report(Event.REJOINED)
}
