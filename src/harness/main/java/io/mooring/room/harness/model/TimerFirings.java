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
 * In which ways timers can fire: each timer in each location, as the run that was armed last of all
 * timers, or as one that another arming has superseded.
 *
 * <p>A run that was armed last fires in time where the specification has its timer running, and is
 * late everywhere else: it was cancelled, or has fired before. It is a fact like any other. A
 * superseded one is late everywhere, and must be dropped. What can be is computed from the effects
 * of the table, by a search through all that can have been armed on the way to a location.
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
   * Where a run is.
   *
   * @param episode 1 if the latest session has begun to reconnect
   * @param newest which timer was armed last, if any was
   * @param older which timers have runs that were armed before that one
   */
  private record Place(Location location, int episode, Optional<Timer> newest, Set<Timer> older) {}

  private final BitSet possible = new BitSet();
  private final Map<Integer, List<Stimulus>> ways = new LinkedHashMap<>();

  private TimerFirings() {
    Place begin = new Place(Table.initial().to(), FRESH, Optional.empty(), Set.of());
    Map<Place, List<Stimulus>> seen = new LinkedHashMap<>(Map.of(begin, List.of()));
    Deque<Place> open = new ArrayDeque<>(List.of(begin));
    while (!open.isEmpty()) {
      Place place = open.remove();
      List<Stimulus> way = seen.getOrDefault(place, List.of());
      firings(place, way);
      for (Event event : Event.values()) {
        Place next = next(place, event);
        if (GRAPH.context().canOccur(place.episode(), event.ordinal())
            && seen.putIfAbsent(next, append(way, Stimulus.of(event))) == null) {
          open.add(next);
        }
      }
    }
  }

  private void firings(Place place, List<Stimulus> way) {
    for (Timer timer : Timer.values()) {
      boolean latest = place.newest().filter(timer::equals).isPresent();
      if (latest) {
        add(number(timer, place.location(), true), append(way, new Stimulus.Fire(timer, 0)));
      }
      if (place.older().contains(timer)) {
        Stimulus fire = new Stimulus.Fire(timer, latest ? 1 : 0);
        add(number(timer, place.location(), false), append(way, fire));
      }
    }
  }

  private void add(int number, List<Stimulus> way) {
    possible.set(number);
    ways.putIfAbsent(number, way);
  }

  private static Place next(Place place, Event event) {
    Step step = Table.step(place.location(), event);
    Optional<Timer> newest = place.newest();
    EnumSet<Timer> older = EnumSet.noneOf(Timer.class);
    older.addAll(place.older());
    for (Effect effect : step.effects()) {
      Optional<Timer> armed = Timer.armedBy(effect);
      if (armed.isPresent()) {
        newest.ifPresent(older::add);
        newest = armed;
      }
    }
    int episode = GRAPH.context().next(place.episode(), RoomMachine.step(step));
    return new Place(step.to(), episode, newest, Set.copyOf(older));
  }

  private static List<Stimulus> append(List<Stimulus> way, Stimulus stimulus) {
    List<Stimulus> longer = new ArrayList<>(way);
    longer.add(stimulus);
    return List.copyOf(longer);
  }

  /**
   * A way to fire.
   *
   * @param latest whether the run is the one that was armed last of all timers
   */
  static int number(Timer timer, Location location, boolean latest) {
    return ((latest ? 1 : 0) * Timer.values().length + timer.ordinal()) * LOCATIONS
        + location.ordinal();
  }

  /** How many ways to fire there are, possible or not. */
  static int total() {
    return 2 * Timer.values().length * LOCATIONS;
  }

  /** The ways in which a timer of a connection can fire. */
  BitSet possible() {
    return (BitSet) possible.clone();
  }

  /** For each way that is possible a shortest event list that ends with it. */
  List<List<Stimulus>> ways() {
    return List.copyOf(ways.values());
  }

  /** A way to fire in words: {@code joinTimeout late in FAILED}. */
  static String text(int number) {
    Location location = Location.values()[number % LOCATIONS];
    Timer timer = Timer.values()[number / LOCATIONS % Timer.values().length];
    boolean latest = number / LOCATIONS >= Timer.values().length;
    String how = !latest ? "superseded" : location.runs(timer) ? "in time" : "late";
    return timer.value() + " " + how + " in " + location;
  }
}
