package io.mooring.prover;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Question;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Instances;
import io.mooring.prover.smt.Query;
import io.mooring.prover.solver.SmtInterpolSolver;
import io.mooring.prover.solver.Solver;
import io.mooring.prover.solver.Z3Solver;
import io.mooring.prover.translate.Inductive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Proves that an invariant is inductive and implies properties, for all values of what has no
 * bounds.
 *
 * <p>An obligation counts as proven only if two solvers, which share no code, say so. If they
 * differ, or one of them gives up, it is not proven.
 */
public final class Proof {

  private final Inductive inductive;
  private final ProvenBefore before;
  private final Duration limit;
  private final int seed;
  private final List<Solver> solvers = List.of(new Z3Solver(), new SmtInterpolSolver());

  /**
   * A proof of one question.
   *
   * @param before what was proven before, which is not asked again
   * @param limit the time that each solver has for each obligation
   * @param seed decides the random choices of the solvers
   * @throws TlcException if a module cannot be read
   * @throws io.mooring.prover.translate.UntranslatableException if a part of the specification
   *     cannot be given to a solver
   */
  public Proof(Tlc tlc, Question question, ProvenBefore before, Duration limit, int seed)
      throws TlcException {
    this.inductive = new Inductive(tlc, question);
    this.before = before;
    this.limit = limit;
    this.seed = seed;
  }

  /** What must be proven. */
  public List<Obligation> obligations() {
    return inductive.obligations();
  }

  /** Asks for every obligation, in order; each answer is reported as soon as it is there. */
  public List<Answer> run(Consumer<Answer> reported) {
    List<Answer> all = new ArrayList<>();
    List<Obligation> obligations = inductive.obligations();
    for (int i = 0; i < obligations.size(); i++) {
      Answer answer = answer(i, obligations.get(i));
      reported.accept(answer);
      all.add(answer);
    }
    return all;
  }

  /** What a solver says: of the places alone that the query speaks of, then of all. */
  private Verdict verdict(Solver solver, Query query, Optional<Query> instances) {
    if (instances.isPresent() && solver.decide(instances.get(), limit, seed) == Verdict.PROVEN) {
      return Verdict.PROVEN;
    }
    return solver.decide(query, limit, seed);
  }

  private Answer answer(int index, Obligation obligation) {
    String text = obligation.query().text();
    if (before.contains(text)) {
      return new Answer(obligation, Verdict.PROVEN, List.of(), null);
    }
    Optional<Query> instances = Instances.of(obligation.query());
    List<Answer.Opinion> opinions = new ArrayList<>();
    for (Solver solver : solvers) {
      long begun = System.nanoTime();
      Verdict verdict = verdict(solver, obligation.query(), instances);
      opinions.add(
          new Answer.Opinion(solver.name(), verdict, Duration.ofNanos(System.nanoTime() - begun)));
      if (verdict == Verdict.REFUTED) {
        break;
      }
    }
    if (opinions.stream().allMatch(each -> each.verdict() == Verdict.PROVEN)) {
      before.add(text);
      return new Answer(obligation, Verdict.PROVEN, opinions, null);
    }
    @Nullable Trace found = inductive.counterexample(index, limit).orElse(null);
    boolean proven = opinions.stream().anyMatch(each -> each.verdict() == Verdict.PROVEN);
    boolean refuted = opinions.stream().anyMatch(each -> each.verdict() == Verdict.REFUTED);
    if (proven && (refuted || found != null)) {
      throw new IllegalStateException(
          "the solvers disagree about \"" + obligation + "\": one of them is wrong");
    }
    return new Answer(
        obligation, refuted || found != null ? Verdict.REFUTED : Verdict.UNKNOWN, opinions, found);
  }
}
