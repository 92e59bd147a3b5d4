package io.mooring.room.harness.model;

import io.mooring.mbt.coverage.Tours;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Planned event lists: together they cover every edge of the graph of the specification that a real
 * room connection can cover, every pair of edges, or every firing of a timer.
 */
public final class RoomTours {

  /**
   * What comes before a tour: a session with a window and an attempt, so that from the first event
   * on every fact can be reported and the window's timer can fire. The connection is then as after
   * its creation; the second release gives its last step the outputs of the initial state.
   */
  public static final List<Stimulus> WARM_UP =
      List.of(
          Stimulus.of(Event.INITIALIZE),
          Stimulus.of(Event.JOIN_CHANNEL),
          Stimulus.of(Event.JOINED),
          Stimulus.of(Event.MEDIA_LOST),
          Stimulus.of(Event.RELEASE),
          Stimulus.of(Event.RELEASE));

  private static final List<Stimulus> LATE =
      Stream.of(
              Arrays.stream(Event.values())
                  .filter(event -> !event.isCommand())
                  .map(fact -> new Stimulus.Fact(fact, 1)),
              Arrays.stream(Timer.values()).map(timer -> new Stimulus.Fire(timer, 1)),
              Stream.of(true, false).map(succeeded -> new Stimulus.AttemptEnds(succeeded, 1)))
          .<Stimulus>flatMap(late -> late)
          .toList();

  private RoomTours() {}

  /** A tour as stimuli: {@link #WARM_UP}, then the events one after the other. */
  public static List<Stimulus> stimuli(List<Event> tour) {
    List<Stimulus> stimuli = new ArrayList<>(WARM_UP);
    tour.forEach(event -> stimuli.add(Stimulus.of(event)));
    return stimuli;
  }

  /**
   * A tour as stimuli, with a stale one after each event, which must change nothing: in turn a fact
   * of the session before, an earlier arming of a timer, the end of an earlier attempt.
   */
  public static List<Stimulus> withStaleInputs(List<Event> tour) {
    List<Stimulus> stimuli = new ArrayList<>(WARM_UP);
    for (int i = 0; i < tour.size(); i++) {
      stimuli.add(Stimulus.of(tour.get(i)));
      stimuli.add(LATE.get(i % LATE.size()));
    }
    return stimuli;
  }

  /**
   * Event lists from the initial state that together cover every edge of the graph that a
   * connection can cover.
   *
   * @param maxLength how many events a list may have before the next one begins
   */
  public static List<List<Event>> everyEdge(int maxLength) {
    return events(Tours.everyEdge(RoomMachine.graph(), maxLength));
  }

  /**
   * The same for every pair of an edge and one that follows it.
   *
   * @param maxLength how many events a list may have before the next one begins
   */
  public static List<List<Event>> everyEdgePair(int maxLength) {
    return events(Tours.everyEdgePair(RoomMachine.graph(), maxLength));
  }

  private static List<List<Event>> events(List<List<Integer>> tours) {
    return tours.stream()
        .map(tour -> tour.stream().map(RoomMachine.events()::get).toList())
        .toList();
  }

  /**
   * Event lists in which together every timer fires in every possible way: in every location, in
   * time, late and superseded. They begin with the creation of a connection.
   */
  public static List<List<Stimulus>> everyFiring() {
    return TimerFirings.OF_TABLE.paths();
  }
}
