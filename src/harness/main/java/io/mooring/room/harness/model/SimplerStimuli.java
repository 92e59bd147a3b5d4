package io.mooring.room.harness.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The simpler forms of stimuli, for shrinking: the simplest first. */
final class SimplerStimuli {

  private SimplerStimuli() {}

  static List<Stimulus> of(Stimulus.InCallback waiting) {
    List<Stimulus> simpler = new ArrayList<>(List.of(waiting.inside()));
    waiting.inside().simpler().forEach(less -> simpler.add(new Stimulus.InCallback(less)));
    return simpler;
  }

  static List<Stimulus> of(Stimulus.Sleep sleep) {
    List<Stimulus> simpler = new ArrayList<>(List.of(new Stimulus.Advance(sleep.time())));
    simpler.addAll(shorter(sleep.time(), Stimulus.Sleep::new));
    return simpler;
  }

  static List<Stimulus> of(Stimulus.Die death) {
    List<Stimulus> simpler = new ArrayList<>();
    if (!death.wayBack()) {
      simpler.add(new Stimulus.Die(death.moments(), death.away(), death.known(), true));
    }
    if (death.known() != KnownTime.EXACTLY) {
      simpler.add(
          new Stimulus.Die(death.moments(), death.away(), KnownTime.EXACTLY, death.wayBack()));
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

  static List<Stimulus> shorter(Duration than, Function<Duration, Stimulus> of) {
    long millis = than.toMillis();
    List<Stimulus> shorter = new ArrayList<>();
    for (long less : new long[] {1, 1000, millis / 2 / 1000 * 1000, millis - 1000}) {
      if (less > 0 && less < millis) {
        shorter.add(of.apply(Duration.ofMillis(less)));
      }
    }
    return shorter;
  }

  static List<Stimulus> newer(int than, IntFunction<Stimulus> of) {
    return IntStream.range(0, than).mapToObj(of).toList();
  }
}
