package io.mooring.room.kotlin

import io.mooring.room.spec.ConnectionState
import io.mooring.room.spec.ConnectionState.CONNECTED
import io.mooring.room.spec.ConnectionState.CONNECTING
import io.mooring.room.spec.ConnectionState.DISCONNECTED
import io.mooring.room.spec.ConnectionState.FAILED
import io.mooring.room.spec.ConnectionState.RECONNECTING
import io.mooring.room.spec.ConnectionState.UNKNOWN
import io.mooring.room.spec.Event
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.UnconfinedTestDispatcher
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

@OptIn(ExperimentalCoroutinesApi::class)
internal class StateFlowTest {

  @Test
  fun theValueIsThatOfTheGetterAlsoInsideACallback() {
    val client = Client()
    val seen = mutableListOf<ConnectionState>()
    client.connection.addListener { change ->
      assertThat(client.connection.state.value).isEqualTo(client.connection.connectionState)
      seen += client.connection.state.value
      assertThat(seen.last()).isEqualTo(change.to())
    }

    client.inRoom()

    assertThat(seen).containsExactly(CONNECTING, CONNECTED)
    assertThat(client.connection.state.replayCache).containsExactly(CONNECTED)
    assertThat(client.connection.state).isEqualTo(client.connection.state)
    assertThat(client.connection.state).isNotEqualTo(Client().connection.state)
    assertThat(client.connection.state.toString()).startsWith("StateFlow[CONNECTED] of")
  }

  @Test
  fun aCollectorSeesTheStateOfItsBeginningAndEveryChangeOfItReleaseAndInitializeIncluded() =
    runTest(UnconfinedTestDispatcher()) {
      val client = Client().inRoom()
      val seen = mutableListOf<ConnectionState>()
      val collection = launch { client.connection.state.collect { seen += it } }

      client.report(Event.SIGNAL_LOST)
      client.report(Event.REJOINED)
      client.connection.release()
      client.connection.initialize()
      collection.cancelAndJoin()
      client.connection.release()

      assertThat(seen).containsExactly(CONNECTED, RECONNECTING, CONNECTED, UNKNOWN, DISCONNECTED)
    }

  @Test
  fun aSlowCollectorReceivesTheLatestStateAndNoneTwice() = runTest {
    val client = Client().inRoom()
    val seen = mutableListOf<ConnectionState>()
    val collection = launch { client.connection.state.collect { seen += it } }
    runCurrent()

    client.report(Event.SIGNAL_LOST)
    client.report(Event.REJOINED)
    runCurrent()
    assertThat(seen).containsExactly(CONNECTED)

    client.report(Event.SIGNAL_LOST)
    client.connection.leaveChannel()
    runCurrent()
    assertThat(seen).containsExactly(CONNECTED, DISCONNECTED)
    collection.cancelAndJoin()
  }

  @Test
  fun theReconnectWindowEndsInVirtualTime() = runTest {
    val client =
      Client {
          scheduler(roomScheduler())
          reconnectWindow(java.time.Duration.ofSeconds(40))
        }
        .inRoom()
    client.report(Event.SIGNAL_LOST)

    advanceTimeBy(39.seconds)
    assertThat(client.connection.state.value).isEqualTo(RECONNECTING)
    assertThat(client.connection.state.first { it == FAILED }).isEqualTo(FAILED)
    assertThat(testScheduler.currentTime).isBetween(40_000L, 40_001L)
  }
}
