package io.mooring.mbt.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * One kind of items that a run can cover, each known by a number: the rows of a machine, its edges,
 * its pairs of edges, or what a harness adds. Thread-safe.
 */
public final class Dimension {
  private final String name;
  private final String shortName;
  private final Items items;
  private final LongFunction<String> text;

  Dimension(String name, String shortName, Items items, LongFunction<String> text) {
    this.name = name;
    this.shortName = shortName;
    this.items = items;
    this.text = text;
  }

  /** The items, covered or not. */
  interface Items {
    /** The same with nothing covered. */
    Items empty();

    /** Covers an item and returns whether it was not covered before. */
    boolean add(long number);

    /** Whether an item can be covered and is not. */
    boolean isOpen(long number);

    /** How many items there are, possible or not. */
    long total();

    /** How many items can be covered. */
    long possible();

    /** How many items can be covered and are not. */
    long open();

    /** The numbers of the covered items. */
    List<Long> covered();

    /** The numbers of items that can be covered and are not, at most so many. */
    List<Long> missing(long limit);

    /** The numbers of items that are covered and should be impossible. */
    List<Long> impossible();
  }

  /**
   * A dimension with nothing covered.
   *
   * @param name what its items are called: {@code timer firings}
   * @param shortName the same in one word: {@code timers}
   * @param total how many items there are, possible or not
   * @param possible those that can be covered
   * @param text an item in words
   */
  public static Dimension of(
      String name, String shortName, int total, BitSet possible, LongFunction<String> text) {
    return new Dimension(name, shortName, new DenseItems(total, possible), text);
  }

  /** The same with nothing covered. */
  Dimension empty() {
    return new Dimension(name, shortName, items.empty(), text);
  }

  /** What its items are called. */
  public String name() {
    return name;
  }

  /** The same in one word. */
  public String shortName() {
    return shortName;
  }

  /** Covers an item and returns whether it was not covered before. */
  public boolean add(long number) {
    return items.add(number);
  }

  void addAll(Dimension other) {
    other.covered().forEach(items::add);
  }

  /** Whether an item can be covered and is not. */
  public boolean isOpen(long number) {
    return items.isOpen(number);
  }

  /** How many items there are, possible or not. */
  public long total() {
    return items.total();
  }

  /** How many items can be covered. */
  public long possible() {
    return items.possible();
  }

  /** How many of the items that can be covered are. */
  public long count() {
    return items.possible() - items.open();
  }

  /** The numbers of the covered items, in order. */
  public List<Long> covered() {
    return items.covered();
  }

  /** Whether every item that can be covered is. */
  public boolean isComplete() {
    return items.open() == 0;
  }

  /** The items that can be covered and are not, in words. */
  public List<String> missing() {
    return missing(Long.MAX_VALUE);
  }

  /** The first of them, at most so many. */
  public List<String> missing(long limit) {
    return words(items.missing(limit));
  }

  /** The items that are covered although they should be impossible, in words. */
  public List<String> impossible() {
    return words(items.impossible());
  }

  private List<String> words(List<Long> numbers) {
    List<String> words = new ArrayList<>();
    numbers.forEach(number -> words.add(text.apply(number)));
    return words;
  }

  /** For example {@code edges 1003/1004 (99.9 %)}. */
  public String fraction() {
    return String.format(Locale.ROOT, "%s %d/%d (%.1f %%)", name, count(), possible(), percent());
  }

  /** For example {@code edges 99.9 %}. */
  public String share() {
    double percent = percent();
    return shortName
        + (percent == 100 ? " 100 %" : String.format(Locale.ROOT, " %.1f %%", percent));
  }

  /** Rounded down to a tenth, so that only full coverage is 100. */
  private double percent() {
    return possible() == 0 ? 100 : Math.floor(1000.0 * count() / possible()) / 10;
  }
}
