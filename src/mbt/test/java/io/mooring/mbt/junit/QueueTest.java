package io.mooring.mbt.junit;

import io.mooring.mbt.driver.Outcome;
import io.mooring.mbt.driver.Shown;
import io.mooring.mbt.driver.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;

/** A store that shows everything but whether it is closed, and chooses what is taken. */
// region driver
@SpecificationTest(
    value = "test/resources/specs/Queue.tla",
    witnesses = "Full",
    refused = {"Put", "Take", "Close"})
public class QueueTest {
  private final Store store;

  QueueTest() {
    this(new Store());
  }

  QueueTest(Store store) {
    this.store = store;
  }

  @Step(refusedBy = IllegalStateException.class)
  void put(String item) {
    store.put(item);
  }

  @Step(refusedBy = NoSuchElementException.class)
  Outcome take(String item) {
    return Outcome.applied().answering("item", store.take());
  }

  @Step
  void drain() {
    store.drain();
  }

  @Step(refusedBy = IllegalStateException.class)
  void close() {
    store.close();
  }

  @Shown
  Set<String> stored() {
    return new HashSet<>(store.items);
  }

  @Shown("Size")
  int size() {
    return store.items.size();
  }

  // endregion

  /** The implementation. */
  static class Store {
    final Deque<String> items = new ArrayDeque<>();
    boolean closed;

    void put(String item) {
      if (closed || items.size() >= 2 || items.contains(item)) {
        throw new IllegalStateException("not now");
      }
      items.add(item);
    }

    String take() {
      return items.removeLast();
    }

    void drain() {
      items.clear();
    }

    void close() {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      closed = true;
    }
  }

  /** Has room for one more. */
  public static class TooBig extends QueueTest {
    TooBig() {
      super(
          new Store() {
            @Override
            void put(String item) {
              if (closed || items.size() >= 3 || items.contains(item)) {
                throw new IllegalStateException("not now");
              }
              items.add(item);
            }
          });
    }
  }

  /** Accepts items after it was closed and drained. */
  public static class Reopens extends QueueTest {
    Reopens() {
      super(
          new Store() {
            @Override
            void drain() {
              super.drain();
              closed = false;
            }
          });
    }
  }

  /** Forgets everything when the third item is stored. */
  public static class Breaks extends QueueTest {
    Breaks() {
      super(
          new Store() {
            private int puts;

            @Override
            void put(String item) {
              super.put(item);
              if (++puts == 3) {
                throw new UnsupportedOperationException("the disk is full");
              }
            }
          });
    }
  }
}
