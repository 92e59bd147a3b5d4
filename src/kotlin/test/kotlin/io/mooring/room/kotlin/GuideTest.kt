package io.mooring.room.kotlin

import io.mooring.room.RoomConnection
import io.mooring.room.spec.ConnectionState
import io.mooring.room.spec.Event
import io.mooring.room.testkit.SimulatedTransport
import java.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.UnconfinedTestDispatcher
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** What the page of the guide shows, run. */
@OptIn(ExperimentalCoroutinesApi::class)
internal class GuideTest {

  private val shown = mutableListOf<String>()

  private fun show(text: String) {
    shown += text
  }

  // region connection
  fun connect(transport: SimulatedTransport, main: CoroutineDispatcher): RoomConnection {
    val connection =
      roomConnection(transport) {
        listenerDispatcher(main)
        reconnectWindow(Duration.ofSeconds(40))
      }
    connection.initialize()
    return connection
  }

  // endregion

  // region flows
  fun watch(scope: CoroutineScope, connection: RoomConnection) {
    scope.launch {
      connection.state.collect { state ->
        show(if (state == ConnectionState.RECONNECTING) "trying to get back" else "$state")
      }
    }
    scope.launch { connection.changes.collect { change -> show("$change") } }
  }

  // endregion

  // region join
  suspend fun enter(connection: RoomConnection): Boolean {
    // After 20 s, or when the caller is cancelled, this join is left, and only this one.
    val result = withTimeoutOrNull(20.seconds) { connection.join("lobby", uid = 7) }
    when (result) {
      is JoinResult.Joined -> return true
      is JoinResult.Failed -> show("could not join: ${result.code}")
      is JoinResult.Refused -> show("not now: ${result.code}")
      null -> show("nobody answered")
    }
    return false
  }

  // endregion

  @Test
  fun aJoinThatNobodyAnswersIsLeft() =
    runTest(UnconfinedTestDispatcher()) {
      val connection = connect(SimulatedTransport(), UnconfinedTestDispatcher(testScheduler))

      assertThat(enter(connection)).isFalse()

      assertThat(shown).containsExactly("nobody answered")
      assertThat(connection.state.value).isEqualTo(ConnectionState.DISCONNECTED)
    }

  @Test
  fun theFlowsShowWhatHappens() =
    runTest(UnconfinedTestDispatcher()) {
      val transport = SimulatedTransport()
      val connection = connect(transport, UnconfinedTestDispatcher(testScheduler))
      watch(backgroundScope, connection)
      val entered = launch { assertThat(enter(connection)).isTrue() }
      runCurrent()
      transport.session(0).orElseThrow().report(Event.JOINED)
      transport.session(0).orElseThrow().report(Event.SIGNAL_LOST)
      entered.join()

      assertThat(shown)
        .contains("CONNECTED", "trying to get back")
        .contains("CONNECTING -> CONNECTED (JOIN_SUCCEED), change 2 of session 1")
    }
}
