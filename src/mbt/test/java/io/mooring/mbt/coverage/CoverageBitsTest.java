package io.mooring.mbt.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

final class CoverageBitsTest {
  private final CoverageBits bits = new CoverageBits(130, range(1, 129));

  @Test
  void anItemIsNewOnceAndThenCovered() {
    assertThat(bits.add(64)).isTrue();
    assertThat(bits.add(64)).isFalse();

    assertThat(bits.has(64)).isTrue();
    assertThat(bits.has(63)).isFalse();
    assertThat(bits.isOpen(64)).isFalse();
    assertThat(bits.isOpen(63)).isTrue();
    assertThat(bits.count()).isEqualTo(1);
    assertThat(bits.fraction()).isEqualTo("1/128 (0.7 %)");
  }

  @Test
  void onlyWhatIsPossibleCountsTowardsTheWhole() {
    range(1, 128).stream().forEach(bits::add);
    bits.add(0);

    assertThat(bits.isComplete()).isFalse();
    assertThat(bits.missing(Integer::toString)).containsExactly("128");

    bits.add(128);
    assertThat(bits.isComplete()).isTrue();
    assertThat(bits.missing(Integer::toString)).isEmpty();
  }

  @Test
  void whatIsImpossibleAndCoveredIsNamed() {
    bits.add(0);
    bits.add(5);

    assertThat(bits.isOpen(0)).isFalse();
    assertThat(bits.impossible(number -> "item " + number)).containsExactly("item 0");
  }

  @Test
  void aShareIsRoundedDownSoThatOnlyTheWholeIsAHundred() {
    CoverageBits many = new CoverageBits(2000, range(0, 2000));
    range(0, 1999).stream().forEach(many::add);

    assertThat(many.share()).isEqualTo("99.9 %");
    many.add(1999);
    assertThat(many.share()).isEqualTo("100 %");
  }

  @Test
  void numbersOfCoveredItemsAreAddedHigher() {
    bits.add(2);
    bits.add(129);
    BitSet all = new BitSet();

    bits.addTo(all, 1000);

    assertThat(all.stream()).containsExactly(1002, 1129);
    assertThat(bits.total()).isEqualTo(130);
    assertThat(bits.possible()).isEqualTo(128);
  }

  private static BitSet range(int from, int to) {
    BitSet range = new BitSet();
    range.set(from, to);
    return range;
  }
}
