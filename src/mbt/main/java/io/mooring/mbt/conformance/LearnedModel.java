package io.mooring.mbt.conformance;

import de.learnlib.algorithm.ttt.mealy.TTTLearnerMealy;
import de.learnlib.algorithm.ttt.mealy.TTTLearnerMealyBuilder;
import de.learnlib.filter.cache.mealy.MealyCacheOracle;
import de.learnlib.filter.cache.mealy.MealyCaches;
import de.learnlib.oracle.MembershipOracle;
import de.learnlib.oracle.equivalence.MealyWpMethodEQOracle;
import de.learnlib.query.DefaultQuery;
import de.learnlib.query.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.transducer.MealyMachine;
import net.automatalib.automaton.transducer.impl.CompactMealy;
import net.automatalib.util.automaton.Automata;
import net.automatalib.word.Word;

/**
 * What a system is when nothing inside is known: a Mealy machine learned from its answers alone,
 * and what distinguishes it from the specification's.
 *
 * <p>The learner queries the system until its model explains every answer. Where model and
 * specification differ, the system itself is queried: either the model was wrong and is refined, or
 * the system is. A model that equals the specification is tested against the system once more, by
 * the Wp-method's suite.
 *
 * @param states how many states the system shows; 0 if it threw before that was known
 * @param lists how many event lists were given to the system, each to a new one
 * @param counterexample the shortest event list on which model and specification differ, confirmed
 *     by the system; empty if they are equal
 * @param <E> the events
 * @param <A> the answers
 */
public record LearnedModel<E, A>(
    int states, long lists, Optional<Counterexample<E, A>> counterexample) {

  /**
   * Learns what a system is.
   *
   * @param conformance the systems, and what they must be; they must give the same answers to the
   *     same events
   * @param extraStates how many states the system may have beyond those of the learned model; each
   *     one more takes as many times as long as there are events
   */
  public static <E, A> LearnedModel<E, A> learn(Conformance<E, A> conformance, int extraStates) {
    return new Learner<>(conformance, extraStates).learn();
  }

  /** Whether the system is what the specification says. */
  public boolean equalsSpecification() {
    return counterexample.isEmpty();
  }

  private static final class Learner<E, A> {
    private final Conformance<E, A> conformance;
    private final Alphabet<E> alphabet;
    private final CompactMealy<E, A> specification;
    private final MealyCacheOracle<E, A> system;
    private final TTTLearnerMealy<E, A> learner;
    private final MealyWpMethodEQOracle<E, A> suite;
    private long lists;

    /** The events of the query that the system is answering. */
    private List<E> query = List.of();

    Learner(Conformance<E, A> conformance, int extraStates) {
      this.conformance = conformance;
      alphabet = conformance.contract().alphabet();
      specification = conformance.contract().mealy();
      system = MealyCaches.createTreeCache(alphabet, (MembershipOracle<E, Word<A>>) this::ask);
      learner =
          new TTTLearnerMealyBuilder<E, A>().withAlphabet(alphabet).withOracle(system).create();
      suite = new MealyWpMethodEQOracle<>(system, extraStates, 0);
    }

    private void ask(Collection<? extends Query<E, Word<A>>> queries) {
      for (Query<E, Word<A>> each : queries) {
        lists++;
        query = each.getInput().asList();
        Word<A> answers = Word.fromList(conformance.answers(query));
        each.answer(answers.suffix(each.getSuffix().length()));
      }
    }

    /** A system that throws does not answer: that is a counterexample, and cannot be learned. */
    LearnedModel<E, A> learn() {
      try {
        return compared();
      } catch (RuntimeException | AssertionError thrown) {
        Optional<Counterexample<E, A>> found = conformance.check(query).map(conformance::smallest);
        if (found.isEmpty()) {
          throw thrown;
        }
        return new LearnedModel<>(0, lists, found);
      }
    }

    private LearnedModel<E, A> compared() {
      learner.startLearning();
      while (true) {
        MealyMachine<?, E, ?, A> model = learner.getHypothesisModel();
        Word<E> separating = Automata.findShortestSeparatingWord(model, specification, alphabet);
        DefaultQuery<E, Word<A>> lesson;
        if (separating != null) {
          Optional<Counterexample<E, A>> found = conformance.check(separating.asList());
          if (found.isPresent()) {
            return new LearnedModel<>(model.size(), lists, found);
          }
          lesson = new DefaultQuery<>(separating, system.answerQuery(separating));
        } else {
          lesson = suite.findCounterExample(model, alphabet);
          if (lesson == null) {
            return new LearnedModel<>(model.size(), lists, Optional.empty());
          }
        }
        learner.refineHypothesis(lesson);
      }
    }
  }
}
