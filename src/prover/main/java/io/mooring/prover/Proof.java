package io.mooring.prover;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.confirm.Confirmation;
import io.mooring.prover.confirm.ModelChecker;
import io.mooring.prover.model.ContradictionException;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Possibility;
import io.mooring.prover.model.Premise;
import io.mooring.prover.model.Question;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Query;
import io.mooring.prover.solver.Agreement;
import io.mooring.prover.solver.Solver;
import io.mooring.prover.translate.Inductive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Proves that an invariant is inductive and implies properties, for all values of what has no
 * bounds.
 *
 * <p>An obligation counts as proven only if two solvers, which share no code, say so with every
 * seed. If they differ, or one of them gives up, it is not proven.
 */
public final class Proof {

  private final Inductive inductive;
  private final ModelChecker modelChecker;
  private final ProvenBefore before;
  private final Duration limit;
  private final int seeds;
  private final List<Solver> solvers = Agreement.solvers();

  /**
   * A proof of one question.
   *
   * @param before what was proven before, which is not asked again
   * @param limit the time that each solver has for each obligation
   * @param seeds how often each solver is asked, with the seeds 1, 2, ... for its random choices
   * @throws TlcException if a module cannot be read
   * @throws io.mooring.prover.translate.UntranslatableException if a part of the specification
   *     cannot be given to a solver
   */
  public Proof(Tlc tlc, Question question, ProvenBefore before, Duration limit, int seeds)
      throws TlcException {
    this.inductive = new Inductive(tlc, question);
    this.modelChecker = new ModelChecker(tlc, question.module(), question.replaced());
    this.before = before;
    this.limit = limit;
    this.seeds = seeds;
  }

  /** What must be proven. */
  public List<Obligation> obligations() {
    return inductive.obligations();
  }

  /**
   * Asks for every obligation, as many at once as there are processors; each answer is reported as
   * soon as it is there and those before it are.
   */
  public List<Answer> run(Consumer<Answer> reported) {
    List<Obligation> obligations = inductive.obligations();
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), Proof::backgroundThread);
    try {
      List<Future<List<Answer.Opinion>>> asked = new ArrayList<>();
      for (Obligation each : obligations) {
        asked.add(
            workers.submit(
                () -> before.contains(memory(each)) ? List.of() : opinions(each.query())));
      }
      List<Answer> all = new ArrayList<>();
      for (int i = 0; i < obligations.size(); i++) {
        Answer answer = answer(i, obligations.get(i), asked.get(i).get());
        reported.accept(answer);
        all.add(answer);
      }
      return all;
    } catch (ExecutionException failure) {
      Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
      throw new IllegalStateException(cause.getMessage(), cause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the proof was interrupted", stopped);
    } finally {
      workers.shutdownNow();
    }
  }

  /** Whether what must be possible is, lest the proof is about nothing; in order. */
  public List<Possible> possible() {
    List<Possible> all = new ArrayList<>();
    List<Possibility> possibilities = inductive.possibilities();
    for (int i = 0; i < possibilities.size(); i++) {
      long begun = System.nanoTime();
      boolean isPossible = false;
      for (int longest = 1; longest <= Inductive.LONGEST && !isPossible; longest++) {
        isPossible = isSatisfied(inductive.possibility(i, longest));
      }
      Duration time = Duration.ofNanos(System.nanoTime() - begun);
      all.add(new Possible(possibilities.get(i), isPossible, time));
    }
    return all;
  }

  /**
   * Whether each conjunct of the invariant is needed, in order. Everything must have been proven.
   *
   * @param progress gets what is looked at
   */
  public List<Need> needs(Consumer<String> progress) {
    return new Needs(inductive, solvers, limit, progress).all();
  }

  /** The conjuncts of the invariant, in order. */
  public List<Premise> premises() {
    return inductive.premises();
  }

  /**
   * Those of the conjuncts of the invariant that are not needed for the obligation that is named.
   *
   * @param by for each of the {@link #premises()} the text of an obligation, as {@link
   *     Obligation#toString} gives it; ignored where a conjunct says what a variable is
   */
  public List<Premise> unconfirmed(List<String> by) {
    return new Needs(inductive, solvers, limit, each -> {}).unconfirmed(by);
  }

  private boolean isSatisfied(Query query) {
    List<Verdict> verdicts =
        solvers.stream().map(each -> each.decide(query, limit, /* seed= */ 1)).toList();
    if (verdicts.contains(Verdict.PROVEN) && verdicts.contains(Verdict.REFUTED)) {
      throw disagreement(query.title());
    }
    return verdicts.stream().allMatch(each -> each == Verdict.REFUTED);
  }

  private static ContradictionException disagreement(String about) {
    return new ContradictionException(
        "the solvers disagree about \"" + about + "\": one of them is wrong");
  }

  private static Thread backgroundThread(Runnable work) {
    Thread thread = new Thread(work, "mooring-prover");
    thread.setDaemon(true);
    return thread;
  }

  /** What must be the same for an obligation to be remembered. */
  private String memory(Obligation obligation) {
    return (seeds == 1 ? "" : "; with " + seeds + " seeds\n") + obligation.query().text();
  }

  /** What each solver says; after a refutation none of the others is asked. */
  private List<Answer.Opinion> opinions(Query query) {
    Agreement agreement = new Agreement(query, limit);
    List<Answer.Opinion> opinions = new ArrayList<>();
    for (Solver solver : solvers) {
      long begun = System.nanoTime();
      List<Verdict> bySeed = new ArrayList<>();
      for (int seed = 1; seed <= seeds; seed++) {
        bySeed.add(agreement.verdict(solver, seed));
      }
      Duration time = Duration.ofNanos(System.nanoTime() - begun);
      opinions.add(new Answer.Opinion(solver.name(), bySeed, time));
      if (bySeed.contains(Verdict.REFUTED)) {
        break;
      }
    }
    return opinions;
  }

  private Answer answer(int index, Obligation obligation, List<Answer.Opinion> opinions) {
    if (opinions.stream().allMatch(each -> each.verdict() == Verdict.PROVEN)) {
      before.add(memory(obligation));
      return new Answer(obligation, Verdict.PROVEN, opinions, null, null);
    }
    @Nullable Found found = inductive.counterexample(index, limit).orElse(null);
    boolean proven = opinions.stream().anyMatch(each -> each.bySeed().contains(Verdict.PROVEN));
    boolean refuted = opinions.stream().anyMatch(each -> each.bySeed().contains(Verdict.REFUTED));
    if (proven && (refuted || found != null)) {
      throw disagreement(obligation.toString());
    }
    return new Answer(
        obligation,
        refuted || found != null ? Verdict.REFUTED : Verdict.UNKNOWN,
        opinions,
        found,
        found == null ? null : confirmed(found, obligation));
  }

  private Confirmation confirmed(Found found, Obligation obligation) {
    try {
      return modelChecker.of(found, obligation.toString());
    } catch (TlcException failure) {
      return Confirmation.without(String.valueOf(failure.getMessage()));
    }
  }
}
