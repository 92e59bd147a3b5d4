package io.mooring.room.testkit;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which of some numbered things have been taken, counted against those that can be. Thread-safe.
 */
final class Taken {
  private final int inAll;

  /** A bit for each: few enough words to stay in a processor's cache. */
  private final AtomicLongArray taken;

  private final BitSet possible;
  private final AtomicInteger open;

  /**
   * Nothing taken yet.
   *
   * @param inAll how many things there are, possible or not
   * @param possible those that can be taken; not changed any more
   */
  Taken(int inAll, BitSet possible) {
    this.inAll = inAll;
    this.taken = new AtomicLongArray((inAll + Long.SIZE - 1) / Long.SIZE);
    this.possible = possible;
    this.open = new AtomicInteger(possible.cardinality());
  }

  /** Takes one; says whether nobody had taken it before. */
  boolean add(int number) {
    boolean first = !has(number) && set(number);
    if (first && possible.get(number)) {
      open.decrementAndGet();
    }
    return first;
  }

  /** Says whether it is this call that has set it. */
  private boolean set(int number) {
    long bit = 1L << number;
    return (taken.getAndUpdate(number >> 6, word -> word | bit) & bit) == 0;
  }

  boolean has(int number) {
    return (taken.get(number >> 6) & 1L << number) != 0;
  }

  /** Adds the numbers of what was taken, each so much higher. */
  void addTo(BitSet all, int higher) {
    IntStream.range(0, inAll).filter(this::has).forEach(number -> all.set(higher + number));
  }

  /** Whether it can be taken and has not been. */
  boolean isOpen(int number) {
    return possible.get(number) && !has(number);
  }

  int inAll() {
    return inAll;
  }

  int possible() {
    return possible.cardinality();
  }

  /** Whether all that can be taken has been. */
  boolean isComplete() {
    return open.get() == 0;
  }

  int count() {
    int count = 0;
    for (int i = 0; i < taken.length(); i++) {
      count += Long.bitCount(taken.get(i));
    }
    return count;
  }

  /** What was taken though it cannot be, by this account: then the account is wrong. */
  List<String> impossible(IntFunction<String> name) {
    BitSet impossible = new BitSet();
    impossible.set(0, inAll());
    impossible.andNot(possible);
    return impossible.stream().filter(this::has).mapToObj(name).toList();
  }

  /** What can be taken and has not been. */
  List<String> missing(IntFunction<String> name) {
    return possible.stream().filter(number -> !has(number)).mapToObj(name).toList();
  }

  /** For example {@code 1003/1004 (99.9 %)}. */
  String fraction() {
    return String.format(Locale.ROOT, "%d/%d (%.1f %%)", count(), possible(), percent());
  }

  /** For example {@code 99.9 %}. */
  String share() {
    double percent = percent();
    return percent == 100 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** Rounded down to a tenth, so that 100 is said of the whole alone. */
  private double percent() {
    return Math.floor(1000.0 * count() / possible()) / 10;
  }
}
