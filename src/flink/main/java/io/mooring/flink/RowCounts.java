package io.mooring.flink;

import io.mooring.mbt.trace.JudgedSession;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * How often lines have shown rows of the table, by the second in which they were. It is not saved:
 * what it has goes to the next task before each checkpoint.
 */
final class RowCounts {

  /** What is counted together at least, in milliseconds. */
  static final long GRAIN = 1_000;

  private final int rows;
  private final TreeMap<Long, long[]> seconds = new TreeMap<>();

  RowCounts(int rows) {
    this.rows = rows;
  }

  /** How many numbers a count has: one for each row, and that of the lines that are uncertain. */
  static int numbers(int rows) {
    return rows + 1;
  }

  /** Counts what a line shows: a row, or that it is uncertain which. */
  void add(long time, int row) {
    if (row == JudgedSession.NO_ROW) {
      return;
    }
    long[] counts =
        seconds.computeIfAbsent(Math.floorDiv(time, GRAIN), each -> new long[numbers(rows)]);
    counts[row == JudgedSession.UNCERTAIN ? rows : row]++;
  }

  /** Hands over, and forgets, the counts of the seconds that end up to a time. */
  void upTo(long time, BiConsumer<Long, long[]> taker) {
    Iterator<Map.Entry<Long, long[]>> all = seconds.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Long, long[]> each = all.next();
      long begin = each.getKey() * GRAIN;
      if (begin + GRAIN - 1 > time) {
        return;
      }
      taker.accept(begin, each.getValue());
      all.remove();
    }
  }
}
