package io.mooring.mbt.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShrinkerTest {

  @Test
  void onlyTheInputsThatAreNeededAreLeft() {
    List<Integer> failing = IntStream.range(0, 100).boxed().toList();

    assertThat(Shrinker.withoutNeedless(failing, list -> list.containsAll(List.of(3, 50, 51, 98))))
        .containsExactly(3, 50, 51, 98);
  }

  @Test
  void anInputBecomesTheSimplestThatStillFails() {
    List<Integer> smallest =
        Shrinker.shrink(
            List.of(1, 17, 40),
            list -> list.stream().anyMatch(number -> number > 7),
            number -> IntStream.range(0, number).boxed().toList());

    assertThat(smallest).containsExactly(8);
  }

  @Test
  void whatBecameNeedlessByASimplerInputIsRemovedToo() {
    assertThat(
            Shrinker.shrink(
                List.of(5, 6),
                list -> list.contains(2) || list.size() == 2,
                number -> number > 2 ? List.of(2) : List.of()))
        .containsExactly(2);
  }

  @Test
  void aListThatFailsWithoutAnyInputBecomesEmpty() {
    assertThat(Shrinker.withoutNeedless(List.of("a", "b", "c"), list -> true)).isEmpty();
  }
}
