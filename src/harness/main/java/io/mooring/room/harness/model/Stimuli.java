package io.mooring.room.harness.model;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * jqwik arbitraries of event lists: everything that can happen to a room connection, at any moment,
 * in any order, shrinkable to the few stimuli that matter.
 *
 * <p>Commands and facts that are not possible are as frequent as those that are. What leads into a
 * room has a greater weight, so that long lists reach the interesting locations.
 */
public final class Stimuli {

  static final List<Event> TOWARDS_THE_ROOM =
      List.of(Event.JOIN_CHANNEL, Event.JOINED, Event.REJOINED, Event.MEDIA_LOST, Event.INITIALIZE);

  /** A beginning that leads into the room. */
  static final List<Stimulus> IN_THE_ROOM =
      Stream.of(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.JOINED).map(Stimulus::of).toList();

  private Stimuli() {}

  /**
   * Lists of up to {@code maxLength} stimuli of every kind, most of them after a beginning that
   * leads into a room.
   */
  public static Arbitrary<List<Stimulus>> upTo(int maxLength) {
    return listed(stimuli(), maxLength);
  }

  private static Arbitrary<List<Stimulus>> listed(Arbitrary<Stimulus> stimuli, int maxLength) {
    Arbitrary<List<Stimulus>> anything = stimuli.list().ofMinSize(1).ofMaxSize(maxLength);
    return Combinators.combine(beginnings(), anything)
        .as(
            (beginning, rest) -> {
              List<Stimulus> list = new ArrayList<>(beginning);
              list.addAll(rest);
              return list;
            });
  }

  /**
   * Lists for timed runs: of every kind and at every time, also while a slow callback runs.
   *
   * @param maxLength how many stimuli after the beginning
   * @param unit the length of one unit of time
   */
  public static Arbitrary<List<Stimulus>> timed(int maxLength, Duration unit) {
    return listed(timedStimuli(unit), maxLength);
  }

  /**
   * The same as {@link #upTo}, and in every fourth list processes die, are restored and sleep.
   *
   * @param maxLength how many stimuli after the beginning
   */
  public static Arbitrary<List<Stimulus>> livesUpTo(int maxLength) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, upTo(maxLength)), Tuple.of(1, listed(livesStimuli(), maxLength)));
  }

  /**
   * The same as {@link #timed}, and in every fourth list processes die, are restored and sleep, and
   * calls block.
   */
  public static Arbitrary<List<Stimulus>> timedLives(int maxLength, Duration unit) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, timed(maxLength, unit)),
        Tuple.of(1, listed(timedLivesStimuli(unit), maxLength)));
  }

  private static Arbitrary<Stimulus> livesStimuli() {
    Duration unit = Duration.ofSeconds(1);
    return Arbitraries.frequencyOf(
        List.of(
            weighted(90, stimuli()),
            weighted(5, deaths(unit)),
            weighted(1, inCallback(deaths(unit))),
            weighted(4, sleeps(unit))));
  }

  private static Arbitrary<Stimulus> timedLivesStimuli(Duration unit) {
    return Arbitraries.frequencyOf(
        List.of(
            weighted(90, timedStimuli(unit)),
            weighted(5, deaths(unit)),
            weighted(1, inCallback(deaths(unit))),
            weighted(3, sleeps(unit)),
            weighted(1, inCallback(sleeps(unit))),
            weighted(2, Arbitraries.of(BlockingCall.values()).map(Stimulus.Block::new)),
            weighted(3, Arbitraries.of(BlockingCall.values()).map(Stimulus.Unblock::new))));
  }

  /** Deaths now or a little later, for less than a reconnect window or for longer. */
  private static Arbitrary<Stimulus> deaths(Duration unit) {
    int minute = (int) Duration.ofMinutes(1).dividedBy(unit);
    Arbitrary<Integer> moments =
        Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(1, 12));
    Arbitrary<Integer> away =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0, minute / 2)),
            Tuple.of(1, Arbitraries.integers().between(minute / 2, 10 * minute)));
    return Combinators.combine(
            moments,
            away,
            Arbitraries.of(KnownTime.values()),
            Arbitraries.of(true, true, true, false))
        .as(
            (later, units, known, wayBack) ->
                new Stimulus.Die(later, unit.multipliedBy(units), known, wayBack));
  }

  private static Arbitrary<Stimulus> sleeps(Duration unit) {
    int minute = (int) Duration.ofMinutes(1).dividedBy(unit);
    return Arbitraries.integers()
        .between(1, 2 * minute)
        .map(units -> new Stimulus.Sleep(unit.multipliedBy(units)));
  }

  private static Arbitrary<Stimulus> timedStimuli(Duration unit) {
    int minute = (int) Duration.ofMinutes(1).dividedBy(unit);
    return Arbitraries.frequencyOf(
        List.of(
            weighted(30, towardsTheRoom()),
            weighted(12, anyOf(Event::isCommand).map(Stimulus::of)),
            weighted(18, anyOf(event -> !event.isCommand()).map(Stimulus::of)),
            weighted(8, stale()),
            weighted(6, timers()),
            weighted(10, attemptEnds()),
            weighted(10, units(unit, 1, 3)),
            weighted(4, units(unit, 4, minute)),
            weighted(6, inCallback(anyOf(Event::isCommand).map(Stimulus::of))),
            weighted(4, inCallback(anyOf(event -> !event.isCommand()).map(Stimulus::of))),
            weighted(2, inCallback(stale())),
            weighted(2, inCallback(timers())),
            weighted(3, inCallback(attemptEnds())),
            weighted(6, inCallback(units(unit, 1, 3))),
            weighted(3, inCallback(units(unit, 4, minute))),
            weighted(1, Arbitraries.just(new Stimulus.ThrowInCallback()))));
  }

  private static Arbitrary<Stimulus> inCallback(Arbitrary<Stimulus> inside) {
    return inside.map(Stimulus.InCallback::new);
  }

  private static Arbitrary<Stimulus> units(Duration unit, int least, int most) {
    return Arbitraries.integers()
        .between(least, most)
        .map(count -> new Stimulus.Advance(unit.multipliedBy(count)));
  }

  /** One stimulus of any kind. */
  public static Arbitrary<Stimulus> stimuli() {
    return Arbitraries.frequencyOf(
        List.of(
            weighted(30, towardsTheRoom()),
            weighted(20, anyOf(Event::isCommand).map(Stimulus::of)),
            weighted(30, anyOf(event -> !event.isCommand()).map(Stimulus::of)),
            weighted(8, stale()),
            weighted(4, timers()),
            weighted(6, attemptEnds()),
            weighted(6, anyOf(Event::isCommand).map(event -> new Stimulus.InCallback(event))),
            weighted(2, Arbitraries.just(new Stimulus.ThrowInCallback())),
            weighted(4, times())));
  }

  /** A fact of an old session, or the firing of an old timer. */
  public static Arbitrary<Stimulus> stale() {
    return Arbitraries.integers()
        .between(1, 3)
        .flatMap(
            age -> anyOf(event -> !event.isCommand()).map(fact -> new Stimulus.Fact(fact, age)));
  }

  /** The firing of a timer, in time or late, of its latest arming or an older one. */
  private static Arbitrary<Stimulus> timers() {
    return Combinators.combine(Arbitraries.of(Timer.values()), Arbitraries.integers().between(0, 3))
        .as(Stimulus.Fire::new);
  }

  /** The end of an attempt to reconnect, of the latest one or one before it. */
  private static Arbitrary<Stimulus> attemptEnds() {
    return Combinators.combine(Arbitraries.of(true, false), Arbitraries.integers().between(0, 3))
        .as(Stimulus.AttemptEnds::new);
  }

  private static Arbitrary<Stimulus> towardsTheRoom() {
    return Arbitraries.of(TOWARDS_THE_ROOM).map(Stimulus::of);
  }

  /**
   * Lists of events, for connections to which nothing else can be applied.
   *
   * @param events the events that may occur
   * @param maxLength the maximum length of a list
   */
  public static Arbitrary<List<Event>> events(Set<Event> events, int maxLength) {
    List<Event> towardsTheRoom = TOWARDS_THE_ROOM.stream().filter(events::contains).toList();
    Arbitrary<Event> any = Arbitraries.of(events);
    Arbitrary<Event> event =
        towardsTheRoom.isEmpty()
            ? any
            : Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(towardsTheRoom)), Tuple.of(2, any));
    return event.list().ofMinSize(1).ofMaxSize(maxLength);
  }

  private static Arbitrary<Stimulus> times() {
    return Arbitraries.integers()
        .between(1, 60)
        .map(seconds -> new Stimulus.Advance(Duration.ofSeconds(seconds)));
  }

  private static Arbitrary<Event> anyOf(Predicate<Event> kind) {
    return Arbitraries.of(Arrays.stream(Event.values()).filter(kind).toList());
  }

  /** Without a session no fact can be reported: most lists begin with one, many with two. */
  private static Arbitrary<List<Stimulus>> beginnings() {
    return Arbitraries.frequency(
        Tuple.of(2, List.of()), Tuple.of(4, IN_THE_ROOM), Tuple.of(2, RoomTours.WARM_UP));
  }

  private static Tuple2<Integer, Arbitrary<Stimulus>> weighted(
      int weight, Arbitrary<? extends Stimulus> kind) {
    return Tuple.of(weight, kind.map(Stimulus.class::cast));
  }
}
