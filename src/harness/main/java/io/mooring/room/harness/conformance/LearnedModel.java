package io.mooring.room.harness.conformance;

import de.learnlib.algorithm.ttt.mealy.TTTLearnerMealy;
import de.learnlib.algorithm.ttt.mealy.TTTLearnerMealyBuilder;
import de.learnlib.filter.cache.mealy.MealyCacheOracle;
import de.learnlib.filter.cache.mealy.MealyCaches;
import de.learnlib.oracle.MembershipOracle;
import de.learnlib.oracle.equivalence.MealyWpMethodEQOracle;
import de.learnlib.query.DefaultQuery;
import de.learnlib.query.Query;
import io.mooring.room.spec.Event;
import java.util.Collection;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.transducer.MealyMachine;
import net.automatalib.automaton.transducer.impl.CompactMealy;
import net.automatalib.util.automaton.Automata;
import net.automatalib.word.Word;

/**
 * What a connection is when nobody looks inside: a Mealy machine learned from its answers alone,
 * and what tells it from the specification's.
 *
 * <p>The learner asks the connection until its model explains every answer. Where model and
 * specification differ, the connection itself is asked: either the model was wrong and learns from
 * it, or the connection deviates. A model that equals the specification is tested against the
 * connection once more, by the Wp-method's suite.
 *
 * @param states how many states the connection shows
 * @param lists how many event lists the connection was given, each on a fresh one
 * @param deviation the shortest event list on which model and specification differ, confirmed by
 *     the connection; empty if they are equal
 */
public record LearnedModel(int states, long lists, Optional<Deviation> deviation) {

  /**
   * Learns what a connection is.
   *
   * @param conformance the connections, and what they are to be; they must answer the same to the
   *     same
   * @param extraStates how many states more than the specification a connection may hide and is
   *     still seen through; each multiplies the time by the number of events
   */
  public static LearnedModel learn(Conformance conformance, int extraStates) {
    return new Learner(conformance, extraStates).learn();
  }

  /** Whether the connection is what the specification says. */
  public boolean equalsSpecification() {
    return deviation.isEmpty();
  }

  private static final class Learner {
    private final Conformance conformance;
    private final Alphabet<Event> alphabet;
    private final CompactMealy<Event, Answer> specification;
    private final MealyCacheOracle<Event, Answer> connection;
    private final TTTLearnerMealy<Event, Answer> learner;
    private final MealyWpMethodEQOracle<Event, Answer> suite;
    private long lists;

    Learner(Conformance conformance, int extraStates) {
      this.conformance = conformance;
      alphabet = conformance.contract().alphabet();
      specification = conformance.contract().machine();
      connection =
          MealyCaches.createTreeCache(alphabet, (MembershipOracle<Event, Word<Answer>>) this::ask);
      learner =
          new TTTLearnerMealyBuilder<Event, Answer>()
              .withAlphabet(alphabet)
              .withOracle(connection)
              .create();
      suite = new MealyWpMethodEQOracle<>(connection, extraStates, 0);
    }

    private void ask(Collection<? extends Query<Event, Word<Answer>>> queries) {
      for (Query<Event, Word<Answer>> query : queries) {
        lists++;
        Word<Answer> answers = Word.fromList(conformance.answers(query.getInput().asList()));
        query.answer(answers.suffix(query.getSuffix().length()));
      }
    }

    LearnedModel learn() {
      learner.startLearning();
      while (true) {
        MealyMachine<?, Event, ?, Answer> model = learner.getHypothesisModel();
        Word<Event> separating =
            Automata.findShortestSeparatingWord(model, specification, alphabet);
        DefaultQuery<Event, Word<Answer>> lesson;
        if (separating != null) {
          Optional<Deviation> deviation = conformance.check(separating.asList());
          if (deviation.isPresent()) {
            return new LearnedModel(model.size(), lists, deviation);
          }
          lesson = new DefaultQuery<>(separating, connection.answerQuery(separating));
        } else {
          lesson = suite.findCounterExample(model, alphabet);
          if (lesson == null) {
            return new LearnedModel(model.size(), lists, Optional.empty());
          }
        }
        learner.refineHypothesis(lesson);
      }
    }
  }
}
