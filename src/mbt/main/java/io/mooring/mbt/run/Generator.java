package io.mooring.mbt.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Makes random values. The same generator with a random source in the same state makes the same
 * value. Safe for use by several threads, each with a random source of its own.
 *
 * @param <T> the values
 */
@FunctionalInterface
public interface Generator<T> {

  /** One more value. */
  T next(RandomGenerator random);

  /**
   * A generator that is chosen as often as its weight says.
   *
   * @param weight how often, relative to the others; at least 1
   * @param generator what is then made
   */
  record Weighted<T>(int weight, Generator<? extends T> generator) {
    /** Refuses a weight that is not positive. */
    public Weighted {
      if (weight <= 0) {
        throw new IllegalArgumentException("weight must be 1 or more, but was " + weight);
      }
    }
  }

  /** The same value every time. */
  static <T> Generator<T> just(T value) {
    return random -> value;
  }

  /** Each of some values equally often. */
  static <T> Generator<T> oneOf(List<? extends T> values) {
    List<T> all = List.copyOf(values);
    return random -> all.get(random.nextInt(all.size()));
  }

  /** Each number of a range equally often. */
  static Generator<Integer> between(int least, int most) {
    return random -> random.nextInt(least, most + 1);
  }

  /**
   * Each number of a range, small ones more often: the range is cut at a third, that part again at
   * a third, and so on down to about 20 numbers; each of the pieces is equally frequent, and in a
   * piece each number is. jqwik's integers are so, too.
   */
  static Generator<Integer> skewed(int least, int most) {
    List<Integer> cuts = new ArrayList<>(List.of(most + 1));
    for (int range = most - least; range > 20; ) {
      range /= 3;
      cuts.add(0, least + range);
    }
    cuts.add(0, least);
    List<Integer> bounds = List.copyOf(cuts);
    return random -> {
      int piece = random.nextInt(bounds.size() - 1);
      return random.nextInt(bounds.get(piece), bounds.get(piece + 1));
    };
  }

  /** A generator that is chosen this often among others. */
  static <T> Weighted<T> weighted(int weight, Generator<? extends T> generator) {
    return new Weighted<>(weight, generator);
  }

  /** One of some generators, each as often as its weight says. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  static <T> Generator<T> frequency(Weighted<? extends T>... kinds) {
    List<Generator<? extends T>> slots = new ArrayList<>();
    for (Weighted<? extends T> kind : kinds) {
      for (int i = 0; i < kind.weight(); i++) {
        slots.add(kind.generator());
      }
    }
    List<Generator<? extends T>> all = List.copyOf(slots);
    return random -> all.get(random.nextInt(all.size())).next(random);
  }

  /** What a function makes of each value. */
  default <R> Generator<R> map(Function<? super T, ? extends R> function) {
    return random -> function.apply(next(random));
  }

  /**
   * Lists of 1 to {@code maxLength} values. Short ones are more frequent: of ten lists nine have at
   * most 33 values.
   */
  default Generator<List<T>> list(int maxLength) {
    int usual = Math.min(maxLength, 33);
    return random -> {
      boolean isLong = usual < maxLength && random.nextInt(10) == 0;
      int length = isLong ? random.nextInt(usual + 1, maxLength + 1) : random.nextInt(1, usual + 1);
      List<T> list = new ArrayList<>(length);
      for (int i = 0; i < length; i++) {
        list.add(next(random));
      }
      return list;
    };
  }
}
