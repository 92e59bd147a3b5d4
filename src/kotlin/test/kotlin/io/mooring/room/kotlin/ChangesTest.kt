package io.mooring.room.kotlin

import io.mooring.room.ConnectionChange
import io.mooring.room.spec.ConnectionState.CONNECTED
import io.mooring.room.spec.ConnectionState.CONNECTING
import io.mooring.room.spec.ConnectionState.DISCONNECTED
import io.mooring.room.spec.ConnectionState.RECONNECTING
import io.mooring.room.spec.Event
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import kotlin.concurrent.thread
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.takeWhile
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.UnconfinedTestDispatcher
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

@OptIn(ExperimentalCoroutinesApi::class)
internal class ChangesTest {

  @Test
  fun aCollectorReceivesEveryChangeFromItsBeginningToItsEnd() =
    runTest(UnconfinedTestDispatcher()) {
      val client = Client()
      val early = mutableListOf<ConnectionChange>()
      val late = mutableListOf<ConnectionChange>()
      val first = launch { client.connection.changes.collect { early += it } }
      client.inRoom()
      val second = launch { client.connection.changes.collect { late += it } }
      client.report(Event.SIGNAL_LOST)
      first.cancelAndJoin()
      client.report(Event.REJOINED)
      second.cancelAndJoin()
      client.connection.leaveChannel()

      assertThat(early.map { it.to() }).containsExactly(CONNECTING, CONNECTED, RECONNECTING)
      assertThat(late.map { it.to() }).containsExactly(RECONNECTING, CONNECTED)
    }

  @Test
  fun aSlowCollectorLosesNothing() = runTest {
    val client = Client().inRoom()
    val collected = async { client.connection.changes.take(2_000).toList() }
    runCurrent()

    repeat(1_000) { client.loseAndRejoin() }

    assertThat(collected.await().map { it.sequence() }).isEqualTo((3L..2_002L).toList())
  }

  @Test
  fun aFullBufferFailsTheCollectorAfterWhatItHolds() = runTest {
    val seen = mutableListOf<Long>()

    val failure = collectSlowly(ChangeOverflow.FAIL, seen).exceptionOrNull()

    assertThat(seen).containsExactly(3L, 4L, 5L)
    assertThat(failure)
      .isInstanceOfSatisfying(ChangeOverflowException::class.java) {
        assertThat(it.change.sequence()).isEqualTo(6)
      }
      .hasMessageContaining("buffer of 2 changes is full")
      .hasMessageContaining("change 6 of session 1")
  }

  @Test
  fun theOldestChangesAreLostIfTheCallerSaysSo() = runTest {
    val seen = mutableListOf<Long>()
    assertThat(collectSlowly(ChangeOverflow.DROP_OLDEST, seen).isSuccess).isTrue()
    assertThat(seen).containsExactly(3L, 5L, 6L)
  }

  @Test
  fun theLatestChangesAreLostIfTheCallerSaysSo() = runTest {
    val seen = mutableListOf<Long>()
    assertThat(collectSlowly(ChangeOverflow.DROP_LATEST, seen).isSuccess).isTrue()
    assertThat(seen).containsExactly(3L, 4L, 5L)
  }

  /**
   * Four changes, 3 to 6, come while a collector waits to be dispatched: it is handed the first, and
   * its buffer has place for two.
   */
  private suspend fun TestScope.collectSlowly(
    onOverflow: ChangeOverflow,
    seen: MutableList<Long>,
  ): Result<Unit> {
    val client = Client().inRoom()
    val changes = client.connection.changes(2, onOverflow)
    val collected = async { runCatching { changes.collect { seen += it.sequence() } } }
    runCurrent()
    client.loseAndRejoin()
    client.loseAndRejoin()
    runCurrent()
    if (collected.isActive) {
      collected.cancelAndJoin()
      return Result.success(Unit)
    }
    return collected.await()
  }

  @Test
  fun aCapacityBelowOneIsRefused() {
    assertThatThrownBy { Client().connection.changes(0, ChangeOverflow.FAIL) }
      .isInstanceOf(IllegalArgumentException::class.java)
      .hasMessage("capacity must be > 0, but was 0")
  }

  @Test
  fun withManyThreadsEachCollectorSeesTheSequenceOfChanges() {
    val client = Client().inRoom()
    val notified = ConcurrentLinkedQueue<ConnectionChange>()
    client.connection.addListener(notified::add)
    val begun = CountDownLatch(COLLECTORS)

    val collected =
      runBlocking(Dispatchers.Default) {
        val collectors =
          List(COLLECTORS) {
            async {
              val changes = client.connection.changes.takeWhile { it.to() != DISCONNECTED }
              // Unconfined: the listener is added before async returns.
              val list = async(Dispatchers.Unconfined) { changes.toList() }
              begun.countDown()
              list.await()
            }
          }
        begun.await()
        List(THREADS) { thread { repeat(ROUNDS) { client.loseAndRejoin() } } }.forEach { it.join() }
        client.connection.leaveChannel()
        collectors.awaitAll()
      }

    val expected = notified.filter { it.to() != DISCONNECTED }
    assertThat(expected.size).isGreaterThan(ROUNDS)
    assertThat(expected.map { it.sequence() }).isEqualTo((3L until 3L + expected.size).toList())
    assertThat(collected).hasSize(COLLECTORS).allMatch { it == expected }
  }

  private companion object {
    const val COLLECTORS = 3
    const val THREADS = 4
    const val ROUNDS = 2_000
  }
}
