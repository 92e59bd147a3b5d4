package io.mooring.room.kotlin

import io.mooring.room.spec.ConnectionReason
import io.mooring.room.spec.ConnectionState
import io.mooring.room.spec.ConnectionState.CONNECTED
import io.mooring.room.spec.ConnectionState.CONNECTING
import io.mooring.room.spec.ConnectionState.DISCONNECTED
import io.mooring.room.spec.Event
import io.mooring.room.spec.ReturnCode
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.async
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

@OptIn(ExperimentalCoroutinesApi::class)
internal class CommandsTest {

  @Test
  fun aJoinReturnsWhenTheClientIsInTheRoom() = runTest {
    val client = Client()
    val result = async { client.connection.join("lobby", 7) }
    runCurrent()
    assertThat(result.isActive).isTrue()

    client.report(Event.JOINED)

    assertThat(result.await()).isEqualTo(JoinResult.Joined(1))
  }

  @Test
  fun aJoinThatFailsSaysWhatEndedIt() = runTest {
    val client = Client { scheduler(roomScheduler()) }
    assertThat(client.connection.join("lobby"))
      .isEqualTo(JoinResult.Failed(ReturnCode.CONNECT_FAILED, 1))
    assertThat(testScheduler.currentTime).isGreaterThanOrEqualTo(1_000)

    val kicked = async { client.connection.join("lobby") }
    runCurrent()
    client.report(Event.KICKED)
    assertThat(kicked.await()).isEqualTo(JoinResult.Failed(ReturnCode.SERVER_KICKED, 2))
  }

  @Test
  fun aRefusedCommandSaysWhy() = runTest {
    val client = Client()
    assertThat(client.connection.leave()).isEqualTo(LeaveResult.Refused(ReturnCode.NOT_JOINED))
    assertThat(client.connection.switchTo("hall"))
      .isEqualTo(JoinResult.Refused(ReturnCode.NOT_JOINED))
    client.inRoom()
    assertThat(client.connection.join("hall"))
      .isEqualTo(JoinResult.Refused(ReturnCode.ALREADY_JOINED))
    assertThat(runCatching { client.connection.join(" ") }.exceptionOrNull())
      .isInstanceOf(IllegalArgumentException::class.java)
  }

  @Test
  fun aLeaveReturnsWhenItWasCarriedOut() = runTest {
    val client = Client().inRoom()
    assertThat(client.connection.leave()).isEqualTo(LeaveResult.Left)
    assertThat(client.transport.openSessions()).isZero()
  }

  @Test
  fun aSwitchReturnsTheResultOfTheOtherRoomAndTheFirstJoinIsCut() = runTest {
    val client = Client()
    val first = async { client.connection.join("lobby") }
    runCurrent()
    val second = async { client.connection.switchTo("hall") }
    runCurrent()
    assertThat(first.await()).isEqualTo(JoinResult.Failed(ReturnCode.JOIN_CUT_BY_LEAVE, 1))

    client.report(Event.JOINED)
    assertThat(second.await()).isEqualTo(JoinResult.Joined(2))
  }

  @Test
  fun aCancelledJoinLeavesItsSession() = runTest {
    val client = Client()
    val joined = withTimeoutOrNull(5.seconds) { client.connection.join("lobby") }

    assertThat(joined).isNull()
    assertThat(client.connection.connectionState).isEqualTo(DISCONNECTED)
    assertThat(client.connection.lastChange().orElseThrow().reason())
      .isEqualTo(ConnectionReason.LEAVE_CHANNEL)
    assertThat(client.transport.openSessions()).isZero()
  }

  @Test
  fun aCallerThatIsCancelledAlreadyAsksForNothing() = runTest {
    val client = Client()
    val caller = launch {
      cancel()
      client.connection.join("lobby")
    }
    caller.join()
    assertThat(client.connection.connectionState).isEqualTo(DISCONNECTED)
    assertThat(client.transport.opened()).isZero()
  }

  @Test
  fun aJoinThatIsCancelledAfterItsResultLeavesNothing() = runTest {
    val client = Client()
    val joining = launch { client.connection.join("lobby") }
    runCurrent()
    client.report(Event.JOINED)
    // The coroutine has not been dispatched since.
    joining.cancelAndJoin()

    assertThat(client.connection.connectionState).isEqualTo(CONNECTED)
    assertThat(client.transport.openSessions()).isEqualTo(1)
  }

  @Test
  fun aCancelledJoinLeavesNoLaterSession() = runTest {
    val client = Client()
    val joining = launch { client.connection.join("lobby") }
    runCurrent()
    assertThat(client.connection.switchChannel("hall", 0).accepted()).isTrue()
    joining.cancelAndJoin()

    assertThat(client.connection.connectionState).isEqualTo(CONNECTING)
    assertThat(client.transport.openSessions()).isEqualTo(1)
  }

  @Test
  fun aCancelledLeaveHasLeft() = runTest {
    val client = Client().inRoom()
    val leaving = launch { client.connection.leave() }
    runCurrent()
    leaving.cancelAndJoin()
    assertThat(client.connection.connectionState).isEqualTo(DISCONNECTED)
  }

  @Test
  fun whicheverOfAnswerAndCancellationIsFirstNothingElseIsLeft() {
    val orders = race { client -> client.report(Event.JOINED) }
    // A run without both orders would show nothing.
    assertThat(orders).containsKeys(CONNECTED, DISCONNECTED)
  }

  @Test
  fun whicheverOfSwitchAndCancellationIsFirstTheOtherRoomIsNotLeft() {
    val orders = race { client -> client.connection.switchChannel("hall", 0) }
    // The switch is refused if the join was cancelled before it.
    assertThat(orders).containsKeys(CONNECTING, DISCONNECTED)
  }

  /** How often each state was the last one, with one thread that cancels and one that acts. */
  private fun race(act: (Client) -> Unit): Map<ConnectionState, Int> {
    val pool = Executors.newSingleThreadExecutor()
    val ends = mutableMapOf<ConnectionState, Int>()
    try {
      repeat(10_000) { run ->
        val client = Client()
        val together = CyclicBarrier(2)
        val joining =
          CoroutineScope(Dispatchers.Unconfined).launch { client.connection.join("lobby") }
        val acting =
          pool.submit {
            together.await()
            act(client)
          }
        together.await()
        repeat(run % 100) { Thread.onSpinWait() }
        runBlocking { joining.cancelAndJoin() }
        acting.get()

        val state = client.connection.connectionState
        // What is left is what the transport has: a session that is over is closed, no other is.
        assertThat(client.transport.openSessions()).isEqualTo(if (state == DISCONNECTED) 0 else 1)
        if (client.transport.opened() == 2) {
          assertThat(state).isEqualTo(CONNECTING)
        }
        ends.merge(state, 1, Int::plus)
      }
    } finally {
      pool.shutdown()
    }
    return ends
  }
}
