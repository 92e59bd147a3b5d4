package io.mooring.mbt.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Shrinks a failing list of inputs to a local minimum: no input can be removed from the result, and
 * none can be made simpler, without losing the failure.
 *
 * <p>It removes halves, quarters, and so on down to single inputs, and then simplifies those that
 * are left. jqwik's own shrinking simplifies neighbours that could be removed.
 */
public final class Shrinker {

  private Shrinker() {}

  /**
   * The smallest list found that still fails.
   *
   * @param failing a list that fails
   * @param fails whether a list fails; returns the same result for the same list
   * @param simpler the simpler forms of an input, the simplest first
   */
  public static <I> List<I> shrink(
      List<I> failing, Predicate<List<I>> fails, Function<I, List<I>> simpler) {
    List<I> smallest = failing;
    List<I> before;
    do {
      before = smallest;
      smallest = simplified(withoutNeedless(smallest, fails), fails, simpler);
    } while (!smallest.equals(before));
    return smallest;
  }

  /**
   * A list from which no input can be removed without losing the failure.
   *
   * @param failing a list that fails
   * @param fails whether a list fails; returns the same result for the same list
   */
  public static <I> List<I> withoutNeedless(List<I> failing, Predicate<List<I>> fails) {
    List<I> smallest = failing;
    for (int size = Math.max(1, failing.size() / 2); size >= 1; size /= 2) {
      int at = 0;
      while (at < smallest.size()) {
        List<I> shorter = new ArrayList<>(smallest.subList(0, at));
        shorter.addAll(smallest.subList(Math.min(at + size, smallest.size()), smallest.size()));
        if (fails.test(shorter)) {
          smallest = shorter;
        } else {
          at += size;
        }
      }
    }
    return smallest;
  }

  private static <I> List<I> simplified(
      List<I> list, Predicate<List<I>> fails, Function<I, List<I>> simpler) {
    List<I> simplest = new ArrayList<>(list);
    for (int i = 0; i < simplest.size(); i++) {
      for (I candidate : simpler.apply(simplest.get(i))) {
        List<I> changed = new ArrayList<>(simplest);
        changed.set(i, candidate);
        if (fails.test(changed)) {
          simplest = changed;
          break;
        }
      }
    }
    return simplest;
  }
}
