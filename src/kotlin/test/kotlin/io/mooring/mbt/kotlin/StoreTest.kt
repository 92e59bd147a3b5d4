package io.mooring.mbt.kotlin

import io.mooring.mbt.driver.Outcome
import io.mooring.mbt.driver.Shown
import io.mooring.mbt.driver.Step
import io.mooring.mbt.junit.SpecificationTest

// region driver
@SpecificationTest(
  "../mbt/test/resources/specs/Queue.tla",
  witnesses = ["Full"],
  refused = ["Put", "Take", "Close"],
)
internal open class StoreTest(private val store: Store) {
  constructor() : this(Store())

  @Step(refusedBy = [IllegalStateException::class]) fun put(item: String) = store.put(item)

  @Step(refusedBy = [NoSuchElementException::class])
  fun take(item: String): Outcome = Outcome.applied().answering("item", store.take())

  @Step fun drain() = store.drain()

  @Step(refusedBy = [IllegalStateException::class]) fun close() = store.close()

  @Shown fun stored(): Set<String> = store.items.toSet()

  @Shown("Size") fun size(): Int = store.items.size
}

// endregion

/** The implementation. */
internal open class Store {
  val items = ArrayDeque<String>()
  private var closed = false

  open fun put(item: String) {
    check(!closed && items.size < 2 && item !in items)
    items += item
  }

  fun take(): String = items.removeLast()

  open fun drain() = items.clear()

  fun close() {
    check(!closed)
    closed = true
  }
}
