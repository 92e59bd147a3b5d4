package io.mooring.codegen.emit;

import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Timing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The timers that run in each location, on every path to it. */
public final class TimerLocations {

  private final Model model;

  private TimerLocations(Model model) {
    this.model = model;
  }

  /** For each location the timers that run in it, in words: {@code openRest: 1 s to 30 s}. */
  static List<List<String>> wordsByLocation(Model model) {
    TimerLocations timers = new TimerLocations(model);
    return byLocation(model).stream()
        .map(running -> running.stream().map(timers::words).toList())
        .toList();
  }

  /** For each location the timers that run in it, on every path to it. */
  public static List<List<Timer>> byLocation(Model model) {
    TimerLocations timers = new TimerLocations(model);
    List<List<Timer>> running = new ArrayList<>();
    model.locations().forEach(location -> running.add(new ArrayList<>()));
    for (Timer timer : model.timers()) {
      BitSet places = timers.places(timer);
      for (int location = 0; location < running.size(); location++) {
        if (places.get(2 * location + 1) && !places.get(2 * location)) {
          running.get(location).add(timer);
        }
      }
    }
    return running;
  }

  /** A node of the search: twice the location's index, plus one while the timer runs. */
  private BitSet places(Timer timer) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    visit(2 * model.initial().to(), seen, open);
    while (!open.isEmpty()) {
      int place = open.remove();
      for (int event = 0; event < model.events().size(); event++) {
        Step step = model.step(place / 2, event);
        boolean runs = after(timer, step, place % 2 == 1);
        visit(2 * step.to() + (runs ? 1 : 0), seen, open);
      }
    }
    return seen;
  }

  private static void visit(int place, BitSet seen, Deque<Integer> open) {
    if (!seen.get(place)) {
      seen.set(place);
      open.add(place);
    }
  }

  /** A timer that has run out does not run any more. */
  private boolean after(Timer timer, Step step, boolean before) {
    boolean runs = before && !model.events().get(step.event()).name().equals(timer.fact());
    for (String effect : step.effects()) {
      runs = effect.equals(timer.arm()) || (runs && !effect.equals(timer.cancel()));
    }
    return runs;
  }

  private String words(Timer timer) {
    Constant constant =
        model.enumeration(TimerEmitter.TIMER).constant(timer.constant()).orElseThrow();
    String name = constant.value().word();
    return name
        + Optional.ofNullable(model.timing())
            .flatMap(timing -> timing.boundsOf(timer.constant()))
            .map(TimerLocations::span)
            .orElse("");
  }

  private static String span(Timing.TimerBounds bounds) {
    return ": " + bounds.atLeast() + " s to " + bounds.atMost() + " s";
  }
}
