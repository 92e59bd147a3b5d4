package io.mooring.mbt.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class GeneratorTest {
  private static final int MANY = 40_000;

  @Test
  void aKindIsAsFrequentAsItsWeightSays() {
    Generator<String> kinds =
        Generator.frequency(
            Generator.weighted(1, Generator.just("rare")),
            Generator.weighted(3, Generator.oneOf(List.of("a", "b"))));

    List<String> made = many(kinds);

    assertThat(share(made, "rare")).isCloseTo(0.25, within(0.01));
    assertThat(share(made, "a")).isCloseTo(0.375, within(0.01));
  }

  @Test
  void listsAreShortNineTimesOfTen() {
    List<Integer> lengths = many(Generator.just("x").list(60).map(List::size));

    assertThat(lengths).allMatch(length -> length >= 1 && length <= 60).contains(1, 33, 34, 60);
    assertThat(lengths.stream().filter(length -> length <= 33).count() / (double) MANY)
        .isCloseTo(0.9, within(0.01));
    assertThat(many(Generator.just("x").list(2)).stream().map(List::size)).containsOnly(1, 2);
  }

  @Test
  void theSameRandomSourceMakesTheSameValue() {
    Generator<List<Integer>> lists = Generator.between(-5, 5).list(30);

    assertThat(lists.next(new SplittableRandom(3))).isEqualTo(lists.next(new SplittableRandom(3)));
    assertThat(many(Generator.between(-5, 5))).contains(-5, 5).doesNotContain(-6, 6);
  }

  @Test
  void smallNumbersAreMoreFrequentWhereThatIsAsked() {
    List<Integer> made = many(Generator.skewed(1, 120));

    // Cut before 14 and 40: a third of the numbers is in each piece.
    assertThat(made).allMatch(number -> number >= 1 && number <= 120).contains(1, 120);
    assertThat(made.stream().filter(number -> number < 14).count() / (double) MANY)
        .isCloseTo(1 / 3.0, within(0.01));
    assertThat(made.stream().filter(number -> number < 40).count() / (double) MANY)
        .isCloseTo(2 / 3.0, within(0.01));
    assertThat(many(Generator.skewed(3, 3))).containsOnly(3);
  }

  @Test
  void aWeightIsPositive() {
    assertThatThrownBy(() -> Generator.weighted(0, Generator.just("never")))
        .hasMessage("weight must be 1 or more, but was 0");
  }

  private static <T> List<T> many(Generator<T> generator) {
    SplittableRandom random = new SplittableRandom(1);
    return java.util.stream.Stream.generate(() -> generator.next(random)).limit(MANY).toList();
  }

  private static double share(List<String> made, String value) {
    return made.stream().filter(value::equals).count() / (double) MANY;
  }
}
