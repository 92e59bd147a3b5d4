package io.mooring.room.harness.conformance;

import io.mooring.room.harness.RoomTours;
import io.mooring.room.spec.Event;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.automatalib.util.automaton.conformance.WpMethodTestsIterator;
import net.automatalib.word.Word;

/** Event lists that together ask a question completely. All of them are lazy, and end. */
final class Suites {

  /** How many events a tour may have before the next one begins. */
  private static final int LONGEST_TOUR = 60;

  private Suites() {}

  /** A list and each event of the scope after it. */
  static Stream<List<Event>> followed(Scope scope, List<Event> list) {
    return scope.events().stream().map(event -> then(list, event));
  }

  /** Every list of exactly this length; what is shorter begins one of them. */
  static Stream<List<Event>> everySequence(Scope scope, int length) {
    Stream<List<Event>> lists = Stream.of(List.of());
    for (int i = 0; i < length; i++) {
      lists = lists.flatMap(list -> followed(scope, list));
    }
    return lists;
  }

  /**
   * Walks that together take every edge of the specification's full graph, in which the outputs of
   * the last step belong to the state. In a smaller scope they take what is left of them.
   */
  static List<List<Event>> tours(Scope scope) {
    return RoomTours.everyEdge(LONGEST_TOUR).stream()
        .map(tour -> tour.stream().filter(scope.events()::contains).toList())
        .toList();
  }

  /**
   * The Wp-method's suite: a connection that answers all of these lists as the specification does
   * is equal to it, or has more than {@code extraStates} states beyond those of the specification.
   */
  static Stream<List<Event>> wpMethod(Contract contract, int extraStates) {
    Iterator<Word<Event>> words =
        new WpMethodTestsIterator<>(contract.machine(), contract.scope().events(), extraStates);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(words, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .map(Word::asList);
  }

  static List<Event> then(List<Event> list, Event event) {
    List<Event> longer = new ArrayList<>(list);
    longer.add(event);
    return longer;
  }
}
