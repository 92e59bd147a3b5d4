package io.mooring.mbt.coverage;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Which of some numbered items are covered, counted against those that can be. Thread-safe. */
public final class CoverageBits {
  private final int total;

  /** A bit for each: few enough words to stay in a processor's cache. */
  private final AtomicLongArray covered;

  private final BitSet possible;
  private final AtomicInteger open;

  /**
   * Creates an empty coverage.
   *
   * @param total how many items there are, possible or not
   * @param possible those that can be covered; not changed afterwards
   */
  public CoverageBits(int total, BitSet possible) {
    this.total = total;
    this.covered = new AtomicLongArray((total + Long.SIZE - 1) / Long.SIZE);
    this.possible = possible;
    this.open = new AtomicInteger(possible.cardinality());
  }

  /** Covers an item and returns whether it was not covered before. */
  public boolean add(int number) {
    boolean first = !has(number) && set(number);
    if (first && possible.get(number)) {
      open.decrementAndGet();
    }
    return first;
  }

  /** Returns whether this call has set the bit. */
  private boolean set(int number) {
    long bit = 1L << number;
    return (covered.getAndUpdate(number >> 6, word -> word | bit) & bit) == 0;
  }

  /** Whether an item is covered. */
  public boolean has(int number) {
    return (covered.get(number >> 6) & 1L << number) != 0;
  }

  /** Adds the number of each covered item to a set, each increased by {@code higher}. */
  public void addTo(BitSet all, int higher) {
    IntStream.range(0, total).filter(this::has).forEach(number -> all.set(higher + number));
  }

  /** Whether an item can be covered and is not. */
  public boolean isOpen(int number) {
    return possible.get(number) && !has(number);
  }

  /** The numbers of the items that can be covered and are not. */
  public IntStream open() {
    return possible.stream().filter(number -> !has(number));
  }

  /** Whether an item can be covered. */
  public boolean isPossible(int number) {
    return possible.get(number);
  }

  /** How many items can be covered and are not. */
  public int openCount() {
    return open.get();
  }

  /** How many items there are, possible or not. */
  public int total() {
    return total;
  }

  /** How many items can be covered. */
  public int possible() {
    return possible.cardinality();
  }

  /** Whether every item that can be covered is. */
  public boolean isComplete() {
    return open.get() == 0;
  }

  /** How many items are covered. */
  public int count() {
    int count = 0;
    for (int i = 0; i < covered.length(); i++) {
      count += Long.bitCount(covered.get(i));
    }
    return count;
  }

  /** The names of items that are covered although they should be impossible. */
  public List<String> impossible(IntFunction<String> name) {
    BitSet impossible = new BitSet();
    impossible.set(0, total());
    impossible.andNot(possible);
    return impossible.stream().filter(this::has).mapToObj(name).toList();
  }

  /** The names of items that can be covered and are not. */
  public List<String> missing(IntFunction<String> name) {
    return possible.stream().filter(number -> !has(number)).mapToObj(name).toList();
  }

  /** For example {@code 1003/1004 (99.9 %)}. */
  public String fraction() {
    return String.format(Locale.ROOT, "%d/%d (%.1f %%)", count(), possible(), percent());
  }

  /** For example {@code 99.9 %}. */
  public String share() {
    double percent = percent();
    return percent == 100 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** Rounded down to a tenth, so that only full coverage is 100. */
  private double percent() {
    return Math.floor(1000.0 * count() / possible()) / 10;
  }
}
