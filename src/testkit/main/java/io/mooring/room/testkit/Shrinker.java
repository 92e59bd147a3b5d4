package io.mooring.room.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Makes a failing event list as small as it gets: no line can be left out of the result, and no
 * line made simpler, without losing the failure.
 *
 * <p>jqwik's own shrinking of lists ends in local minima here: it makes neighbours simple that
 * could go. This one removes halves, quarters, and so on down to single lines, and then simplifies
 * what is left.
 */
public final class Shrinker {

  private Shrinker() {}

  /**
   * The smallest list that still fails.
   *
   * @param failing a list that fails
   * @param fails whether a list fails; must answer the same for the same list
   */
  static List<Stimulus> shrink(List<Stimulus> failing, Predicate<List<Stimulus>> fails) {
    List<Stimulus> smallest = failing;
    List<Stimulus> before;
    do {
      before = smallest;
      smallest = simplified(withoutNeedless(smallest, fails), fails);
    } while (!smallest.equals(before));
    return smallest;
  }

  /**
   * A list from which nothing can be left out without losing the failure.
   *
   * @param failing a list that fails
   * @param fails whether a list fails; must answer the same for the same list
   */
  public static <T> List<T> withoutNeedless(List<T> failing, Predicate<List<T>> fails) {
    List<T> smallest = failing;
    for (int size = Math.max(1, failing.size() / 2); size >= 1; size /= 2) {
      int at = 0;
      while (at < smallest.size()) {
        List<T> shorter = new ArrayList<>(smallest.subList(0, at));
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

  private static List<Stimulus> simplified(List<Stimulus> list, Predicate<List<Stimulus>> fails) {
    List<Stimulus> simplest = new ArrayList<>(list);
    for (int i = 0; i < simplest.size(); i++) {
      for (Stimulus simpler : simpler(simplest.get(i))) {
        List<Stimulus> candidate = new ArrayList<>(simplest);
        candidate.set(i, simpler);
        if (fails.test(candidate)) {
          simplest = candidate;
          break;
        }
      }
    }
    return simplest;
  }

  /** What is simpler than a stimulus, the simplest first. */
  private static List<Stimulus> simpler(Stimulus stimulus) {
    if (stimulus instanceof Stimulus.InCallback waiting) {
      List<Stimulus> simpler = new ArrayList<>(List.of(waiting.inside()));
      simpler(waiting.inside()).forEach(less -> simpler.add(new Stimulus.InCallback(less)));
      return simpler;
    }
    if (stimulus instanceof Stimulus.Fact fact) {
      return newer(fact.ago(), ago -> new Stimulus.Fact(fact.event(), ago));
    }
    if (stimulus instanceof Stimulus.Fire fire) {
      return newer(fire.ago(), ago -> new Stimulus.Fire(fire.timer(), ago));
    }
    if (stimulus instanceof Stimulus.Advance advance) {
      return shorter(advance.by(), Stimulus.Advance::new);
    }
    if (stimulus instanceof Stimulus.Sleep sleep) {
      List<Stimulus> simpler = new ArrayList<>(List.of(new Stimulus.Advance(sleep.time())));
      simpler.addAll(shorter(sleep.time(), Stimulus.Sleep::new));
      return simpler;
    }
    if (stimulus instanceof Stimulus.Die death) {
      return simpler(death);
    }
    return List.of();
  }

  private static List<Stimulus> simpler(Stimulus.Die death) {
    List<Stimulus> simpler = new ArrayList<>();
    if (!death.wayBack()) {
      simpler.add(new Stimulus.Die(death.moments(), death.away(), death.known(), true));
    }
    if (death.known() != Stimulus.Known.EXACTLY) {
      simpler.add(
          new Stimulus.Die(death.moments(), death.away(), Stimulus.Known.EXACTLY, death.wayBack()));
    }
    simpler.addAll(
        newer(
            death.moments(),
            moments -> new Stimulus.Die(moments, death.away(), death.known(), death.wayBack())));
    simpler.addAll(
        shorter(
            death.away(),
            away -> new Stimulus.Die(death.moments(), away, death.known(), death.wayBack())));
    return simpler;
  }

  private static List<Stimulus> shorter(Duration than, Function<Duration, Stimulus> of) {
    long millis = than.toMillis();
    List<Stimulus> shorter = new ArrayList<>();
    for (long less : new long[] {1, 1000, millis / 2 / 1000 * 1000, millis - 1000}) {
      if (less > 0 && less < millis) {
        shorter.add(of.apply(Duration.ofMillis(less)));
      }
    }
    return shorter;
  }

  private static List<Stimulus> newer(int than, IntFunction<Stimulus> of) {
    return IntStream.range(0, than).mapToObj(of).toList();
  }
}
