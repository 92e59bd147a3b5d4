package io.mooring.mbt.conformance;

import io.mooring.mbt.coverage.Tours;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.automatalib.util.automaton.conformance.WpMethodTestsIterator;
import net.automatalib.word.Word;

/** Event lists that together test a contract completely. All of them are lazy, and end. */
final class Suites {

  /** How many events a tour may have before the next one begins. */
  private static final int MAX_TOUR = 60;

  private Suites() {}

  /** A list and each event of the contract after it. */
  static <E> Stream<List<E>> followed(Contract<E, ?> contract, List<E> list) {
    return contract.events().stream().map(event -> Contract.then(list, event));
  }

  /** A shortest list into each location, with each event and then each event once more. */
  static <E> Stream<List<E>> everyEdge(Contract<E, ?> contract) {
    return contract.locations().stream()
        .flatMap(location -> followed(contract, contract.path(location)))
        .flatMap(edge -> followed(contract, edge));
  }

  /** Every list of exactly this length; what is shorter begins one of them. */
  static <E> Stream<List<E>> everySequence(Contract<E, ?> contract, int length) {
    Stream<List<E>> lists = Stream.of(List.of());
    for (int i = 0; i < length; i++) {
      lists = lists.flatMap(list -> followed(contract, list));
    }
    return lists;
  }

  /**
   * Long lists that together cover every edge of the machine's graph, in which the outputs of the
   * last step belong to the state.
   */
  static <E> List<List<E>> tours(Contract<E, ?> contract) {
    return Tours.everyEdge(contract.graph(), MAX_TOUR).stream().map(contract::events).toList();
  }

  /**
   * The Wp-method's suite: a system that answers all of these lists as the machine does is equal to
   * it, or has more than {@code extraStates} states beyond those that can be told apart.
   */
  static <E> Stream<List<E>> wpMethod(Contract<E, ?> contract, int extraStates) {
    Iterator<Word<E>> words =
        new WpMethodTestsIterator<>(contract.mealy(), contract.events(), extraStates);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(words, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .map(Word::asList);
  }
}
