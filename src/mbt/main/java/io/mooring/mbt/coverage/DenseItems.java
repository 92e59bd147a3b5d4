package io.mooring.mbt.coverage;

import java.util.BitSet;
import java.util.List;

/** Items with a bit for each. */
final class DenseItems implements Dimension.Items {
  private final CoverageBits bits;
  private final BitSet possible;

  DenseItems(int total, BitSet possible) {
    this.possible = possible;
    bits = new CoverageBits(total, possible);
  }

  @Override
  public Dimension.Items empty() {
    return new DenseItems(bits.total(), possible);
  }

  @Override
  public boolean add(long number) {
    return bits.add((int) number);
  }

  @Override
  public boolean isOpen(long number) {
    return bits.isOpen((int) number);
  }

  @Override
  public long total() {
    return bits.total();
  }

  @Override
  public long possible() {
    return bits.possible();
  }

  @Override
  public long open() {
    return bits.openCount();
  }

  @Override
  public List<Long> covered() {
    BitSet covered = new BitSet();
    bits.addTo(covered, 0);
    return covered.stream().mapToObj(number -> (long) number).toList();
  }

  @Override
  public List<Long> missing(long limit) {
    return bits.open().limit(limit).mapToObj(number -> (long) number).toList();
  }

  @Override
  public List<Long> impossible() {
    return covered().stream().filter(number -> !bits.isPossible(number.intValue())).toList();
  }
}
