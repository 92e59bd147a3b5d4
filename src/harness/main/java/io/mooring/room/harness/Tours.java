package io.mooring.room.harness;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Event lists that need no luck: together they take every edge of the specification's full graph
 * that a real room connection can take, every pair of edges, or every firing of a timer.
 */
public final class Tours {

  /**
   * Before a tour: a session, a window and an attempt of an earlier life, so that every fact and
   * the window's timer can be stated at once in the name of a session that exists. The connection
   * is then as after its creation: released once more, so that even the outputs of the last step
   * are those of the initial state.
   */
  public static final List<Stimulus> EARLIER_LIFE =
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

  private Tours() {}

  /** A tour as stimuli: {@link #EARLIER_LIFE}, then the events one after the other. */
  public static List<Stimulus> stimuli(List<Event> tour) {
    List<Stimulus> stimuli = new ArrayList<>(EARLIER_LIFE);
    tour.forEach(event -> stimuli.add(Stimulus.of(event)));
    return stimuli;
  }

  /**
   * A tour as stimuli, and after each event one more that comes too late and must change nothing: a
   * fact of the session before, a timer that ran before, the end of an attempt before. Along a tour
   * they take turns.
   */
  public static List<Stimulus> amidLateFacts(List<Event> tour) {
    List<Stimulus> stimuli = new ArrayList<>(EARLIER_LIFE);
    for (int i = 0; i < tour.size(); i++) {
      stimuli.add(Stimulus.of(tour.get(i)));
      stimuli.add(LATE.get(i % LATE.size()));
    }
    return stimuli;
  }

  /**
   * Walks from the initial state that together take every edge of the full graph that a connection
   * can take ({@link EdgeCoverage}); the outputs of the last step belong to the state. A walk goes
   * on greedily while an untaken edge is in reach.
   *
   * @param longest how many events a walk may have before the next one begins
   */
  public static List<List<Event>> everyEdge(int longest) {
    return new TourPlan(false).tours(longest);
  }

  /**
   * Walks from the initial state that together take every pair of an edge and one that follows it,
   * of those that a connection can take; as {@link #everyEdge}.
   *
   * @param longest how many events a walk may have before the next one begins
   */
  public static List<List<Event>> everyEdgePair(int longest) {
    return new TourPlan(true).tours(longest);
  }

  /**
   * Event lists that together have every timer fire in every way that it can: in every location, in
   * time, late and superseded. They begin at a connection's creation.
   */
  public static List<List<Stimulus>> everyFiring() {
    return TimerFirings.OF_TABLE.ways();
  }
}
