package io.mooring.room.harness.model;

import io.mooring.mbt.machine.MooreGraph;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How timers can fire: each timer in each location, as the one that was armed last of all timers,
 * or as one that a later arming has superseded.
 *
 * <p>The timer that was armed last fires in time where the specification has it running, and late
 * anywhere else: it was cancelled, or has fired before. It is a fact like any other. A superseded
 * one is late everywhere, and must be discarded. What is possible is computed from the effects of
 * the table, by a search through everything that can be armed on a path to a location.
 */
@SuppressWarnings("EnumOrdinal") // indices into dense tables of this process, never stored
final class TimerFirings {
  private static final int LOCATIONS = Location.values().length;
  private static final MooreGraph GRAPH = RoomMachine.graph();

  /** The state of the context after the creation of a connection: it has had no episode. */
  static final int FRESH = 0;

  /** The firings of the generated table. */
  static final TimerFirings OF_TABLE = new TimerFirings();

  /**
   * A state of the search.
   *
   * @param episode 1 if the latest session has begun to reconnect
   * @param newest the timer that was armed last, if any
   * @param older the timers that were armed before that one
   */
  private record State(Location location, int episode, Optional<Timer> newest, Set<Timer> older) {}

  private final BitSet possible = new BitSet();
  private final Map<Integer, List<Stimulus>> paths = new LinkedHashMap<>();

  private TimerFirings() {
    State begin = new State(Table.initial().to(), FRESH, Optional.empty(), Set.of());
    Map<State, List<Stimulus>> seen = new LinkedHashMap<>(Map.of(begin, List.of()));
    Deque<State> open = new ArrayDeque<>(List.of(begin));
    while (!open.isEmpty()) {
      State state = open.remove();
      List<Stimulus> path = seen.getOrDefault(state, List.of());
      firings(state, path);
      for (Event event : Event.values()) {
        State next = next(state, event);
        if (GRAPH.context().canOccur(state.episode(), event.ordinal())
            && seen.putIfAbsent(next, append(path, Stimulus.of(event))) == null) {
          open.add(next);
        }
      }
    }
  }

  private void firings(State state, List<Stimulus> path) {
    for (Timer timer : Timer.values()) {
      boolean latest = state.newest().filter(timer::equals).isPresent();
      if (latest) {
        add(number(timer, state.location(), true), append(path, new Stimulus.Fire(timer, 0)));
      }
      if (state.older().contains(timer)) {
        Stimulus fire = new Stimulus.Fire(timer, latest ? 1 : 0);
        add(number(timer, state.location(), false), append(path, fire));
      }
    }
  }

  private void add(int number, List<Stimulus> path) {
    possible.set(number);
    paths.putIfAbsent(number, path);
  }

  private static State next(State state, Event event) {
    Step step = Table.step(state.location(), event);
    Optional<Timer> newest = state.newest();
    EnumSet<Timer> older = EnumSet.noneOf(Timer.class);
    older.addAll(state.older());
    for (Effect effect : step.effects()) {
      Optional<Timer> armed = Timer.armedBy(effect);
      if (armed.isPresent()) {
        newest.ifPresent(older::add);
        newest = armed;
      }
    }
    int episode = GRAPH.context().next(state.episode(), RoomMachine.step(step));
    return new State(step.to(), episode, newest, Set.copyOf(older));
  }

  private static List<Stimulus> append(List<Stimulus> path, Stimulus stimulus) {
    List<Stimulus> longer = new ArrayList<>(path);
    longer.add(stimulus);
    return List.copyOf(longer);
  }

  /**
   * The number of a firing.
   *
   * @param latest whether no timer was armed since
   */
  static int number(Timer timer, Location location, boolean latest) {
    return ((latest ? 1 : 0) * Timer.values().length + timer.ordinal()) * LOCATIONS
        + location.ordinal();
  }

  /** The number of firings, possible or not. */
  static int total() {
    return 2 * Timer.values().length * LOCATIONS;
  }

  /** The firings that are possible. */
  BitSet possible() {
    return (BitSet) possible.clone();
  }

  /** For each possible firing a shortest event list that ends with it. */
  List<List<Stimulus>> paths() {
    return List.copyOf(paths.values());
  }

  /** A firing as text: {@code joinTimeout late in FAILED}. */
  static String text(int number) {
    Location location = Location.values()[number % LOCATIONS];
    Timer timer = Timer.values()[number / LOCATIONS % Timer.values().length];
    boolean latest = number / LOCATIONS >= Timer.values().length;
    String how = !latest ? "superseded" : location.runs(timer) ? "in time" : "late";
    return timer.value() + " " + how + " in " + location;
  }
}
