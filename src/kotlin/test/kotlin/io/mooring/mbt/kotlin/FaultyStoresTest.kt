package io.mooring.mbt.kotlin

import io.mooring.checker.tlc.Tlc
import io.mooring.mbt.driver.DriverTest
import io.mooring.mbt.driver.Finding
import io.mooring.mbt.driver.Found
import io.mooring.mbt.driver.WalkOptions
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** Faults of implementations in Kotlin are found by the drivers of their classes. */
internal class FaultyStoresTest {

  /** Stores an item twice. */
  class Twice :
    StoreTest(
      object : Store() {
        override fun put(item: String) {
          super.put(item)
          if (items.size == 2) {
            items[0] = item
          }
        }
      }
    )

  /** Cannot be drained of more than one item. */
  class Clogged :
    StoreTest(
      object : Store() {
        override fun drain() {
          check(items.size < 2)
          super.drain()
        }
      }
    )

  private fun found(driver: Class<*>): Found {
    val specs = Path.of("../mbt/test/resources/specs")
    val options = WalkOptions.DEFAULT.withRefused(setOf("Put", "Take", "Close"))
    return DriverTest.open(
        Tlc.bundled(),
        specs.resolve("Queue.tla"),
        specs.resolve("Queue.cfg"),
        DriverTest.drivers(driver),
        options,
      )
      .use { it.everyPair().found().orElseThrow() }
  }

  @Test
  fun whatIsShownIsComparedWithTheSpecification() {
    val found = found(Twice::class.java)

    assertThat(found.finding().kind()).isEqualTo(Finding.Kind.SHOWN)
    assertThat(found.list()).matches("Put[^\n]+\nPut[^\n]+\n")
  }

  @Test
  fun anExceptionThatIsNoRefusalIsAFault() {
    val found = found(Clogged::class.java)

    assertThat(found.finding().kind()).isEqualTo(Finding.Kind.EXCEPTION)
    assertThat(found.list()).matches("Put[^\n]+\nPut[^\n]+\nDrain\n")
  }
}
