package io.mooring.room.harness.model;

import io.mooring.mbt.coverage.Tours;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Event lists that need no luck: together they cover every edge of the specification's graph that a
 * real room connection can cover, every pair of edges, or every firing of a timer.
 */
public final class RoomTours {

  /**
   * Before a tour: a session, a window and an attempt of an earlier life, so that every fact and
   * the window's timer can be stated at once in the name of a session that exists. The connection
   * is then as after its creation: released once more, so that even the outputs of the last step
   * are those of the initial state.
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
   * A tour as stimuli, and after each event one more that comes too late and must change nothing: a
   * fact of the session before, a timer that ran before, the end of an attempt before. Along a tour
   * they take turns.
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
   * Event lists that together have every timer fire in every way that it can: in every location, in
   * time, late and superseded. They begin at a connection's creation.
   */
  public static List<List<Stimulus>> everyFiring() {
    return TimerFirings.OF_TABLE.ways();
  }
}
