package io.mooring.room;

import org.jspecify.annotations.Nullable;

/**
 * What is due at which tick of a clock: a wheel with a slot for each of the next ticks. Adding,
 * removing and taking what is due cost the same however much there is.
 *
 * <p>A slot holds what is due at one tick, in the order of adding. What is due after more than a
 * turn waits in a slot of its own, and is looked through twice a turn. A bitmap of the slots in use
 * lets the clock pass over the empty ones.
 *
 * <p>Not safe for use by several threads at once.
 */
final class TimerWheel {

  /** The ticks of one turn. */
  static final int TURN = 1 << 13;

  private static final int LATER = TURN;

  /** The first of each slot; its predecessor is the last. */
  private final @Nullable Node[] slots = new @Nullable Node[TURN + 1];

  private final long[] used = new long[TURN / Long.SIZE];
  private int size;

  /** Nothing is due before this tick, and all in the slots is due within a turn from it. */
  private long current;

  /** There is nothing to do before this tick. */
  private long earliest = Long.MAX_VALUE;

  /** When the slot of what is due later is looked through next. */
  private long sweep;

  boolean isEmpty() {
    return size == 0;
  }

  /** There is nothing to take before this tick, and maybe nothing at it. */
  long earliest() {
    return earliest;
  }

  /**
   * Adds a node.
   *
   * @param tick when it is due; what should have been due already is due at once
   * @param now the tick that it is
   * @return whether {@link #earliest} has become earlier
   */
  boolean add(Node node, long tick, long now) {
    current = Math.max(current, Math.min(now, earliest));
    node.tick = Math.max(tick, current);
    size++;
    long before = earliest;
    place(node);
    return earliest < before;
  }

  /** Takes a node out, if it is in; returns whether it was. */
  boolean remove(Node node) {
    if (node.slot == Node.OUT) {
      return false;
    }
    unlink(node);
    size--;
    if (size == 0) {
      earliest = Long.MAX_VALUE;
    }
    return true;
  }

  /** Takes out what is due at a tick or before it: what is due first, and was added first. */
  @Nullable Node poll(long now) {
    while (earliest <= now) {
      current = earliest;
      if (slots[LATER] != null && sweep <= current) {
        sweep();
      }
      Node due = slots[slot(current)];
      if (due != null) {
        remove(due);
        return due;
      }
      earliest = findEarliest();
    }
    return null;
  }

  private static int slot(long tick) {
    return (int) (tick & (TURN - 1));
  }

  private void place(Node node) {
    if (node.tick - current < TURN) {
      link(node, slot(node.tick));
      earliest = Math.min(earliest, node.tick);
      return;
    }
    if (slots[LATER] == null) {
      sweep = current + TURN / 2;
    }
    link(node, LATER);
    earliest = Math.min(earliest, sweep);
  }

  /** Puts what has come within a turn into the slot of its tick. */
  private void sweep() {
    Node first = slots[LATER];
    slots[LATER] = null;
    Node node = first;
    while (node != null) {
      Node next = node.next;
      place(node);
      node = next == first ? null : next;
    }
  }

  private void link(Node node, int slot) {
    node.slot = slot;
    Node first = slots[slot];
    if (first == null) {
      node.previous = node;
      node.next = node;
      slots[slot] = node;
      if (slot != LATER) {
        used[slot / Long.SIZE] |= 1L << slot;
      }
      return;
    }
    Node last = first.previous;
    node.previous = last;
    node.next = first;
    last.next = node;
    first.previous = node;
  }

  private void unlink(Node node) {
    int slot = node.slot;
    if (node.next == node) {
      slots[slot] = null;
      if (slot != LATER) {
        used[slot / Long.SIZE] &= ~(1L << slot);
      }
    } else {
      node.previous.next = node.next;
      node.next.previous = node.previous;
      if (slots[slot] == node) {
        slots[slot] = node.next;
      }
    }
    node.previous = node;
    node.next = node;
    node.slot = Node.OUT;
  }

  private long findEarliest() {
    long found = slots[LATER] == null ? Long.MAX_VALUE : sweep;
    int begin = slot(current);
    int words = used.length;
    // The word of the first slot comes twice: its end now, its beginning a turn later.
    for (int i = 0; i <= words; i++) {
      int index = (begin / Long.SIZE + i) % words;
      long word = used[index];
      if (i == 0) {
        word &= -1L << begin;
      }
      if (word != 0) {
        int slot = index * Long.SIZE + Long.numberOfTrailingZeros(word);
        return Math.min(found, current + ((slot - begin) & (TURN - 1)));
      }
    }
    return found;
  }

  /** What can be in a wheel, one at a time. */
  abstract static class Node {
    private static final int OUT = -1;

    private long tick;
    private int slot = OUT;
    private Node previous = this;
    private Node next = this;
  }
}
