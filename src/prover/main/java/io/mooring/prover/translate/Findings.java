package io.mooring.prover.translate;

import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Question;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Term;
import io.mooring.prover.solver.Z3Solver;
import io.mooring.prover.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Finds states and steps that break one of some obligations, with small numbers. */
final class Findings {

  /** How large the numbers in it may be, the first bound that suffices. */
  private static final List<Integer> BOUNDS = List.of(1, 2, 3, 4, 5, 8, 20, 100, 1_000, 100_000);

  private final ModuleAst ast;
  private final Question question;
  private final Specification specification;
  private final Behaviour behaviour;
  private final Texts texts;

  /**
   * Findings in one specification.
   *
   * @param texts those of the module
   */
  Findings(
      ModuleAst ast,
      Question question,
      Specification specification,
      Behaviour behaviour,
      Texts texts) {
    this.ast = ast;
    this.question = question;
    this.specification = specification;
    this.behaviour = behaviour;
    this.texts = texts;
  }

  /** Whether something was found, and what. */
  record Looked(Verdict verdict, Optional<Found> found) {}

  /**
   * What breaks one of some obligations.
   *
   * @param query has an answer if one of them is broken
   * @param smallest whether the numbers in the state are to be as small as can be; those of the
   *     constants always are, so that the model checker has little to list
   * @param limit the time for each bound that is tried
   */
  Looked find(List<Obligations.Stated> all, Query query, boolean smallest, Duration limit) {
    Z3Solver.Values<Found> first = found(all, query, limit);
    Optional<Found> found = first.read();
    List<Collection<Value>> numbers = new ArrayList<>();
    if (smallest) {
      numbers.add(specification.now().values());
    }
    numbers.add(specification.constants().values());
    Query narrow = query;
    for (Collection<Value> each : numbers) {
      for (int i = 0; i < BOUNDS.size() && found.isPresent(); i++) {
        Query narrower =
            narrow.with(new Query.Assertion("small numbers", Numbers.within(each, BOUNDS.get(i))));
        Optional<Found> small = found(all, narrower, limit).read();
        if (small.isPresent()) {
          found = small;
          narrow = narrower;
          break;
        }
      }
    }
    return new Looked(first.verdict(), found);
  }

  private Z3Solver.Values<Found> found(List<Obligations.Stated> all, Query query, Duration limit) {
    return Z3Solver.find(
        query, limit, values -> read(all, new Decoder(specification.atoms().texts(), values)));
  }

  private Found read(List<Obligations.Stated> all, Decoder decoder) {
    for (Predicate<Term> known : List.<Predicate<Term>>of(decoder::holds, decoder::mayHold)) {
      for (Obligations.Stated each : all) {
        for (int way = 0; way < each.ways().size(); way++) {
          if (known.test(each.ways().get(way))) {
            return read(each, way, decoder);
          }
        }
      }
    }
    throw new IllegalStateException(
        "the values break nothing: " + all.get(0).claim().part().claim());
  }

  private Found read(Obligations.Stated stated, int way, Decoder decoder) {
    Scope root = specification.root();
    Obligation.Kind kind = stated.kind();
    Disjuncts.Disjunct action = stated.action();
    Conjuncts.Conjunct part = stated.claim().part();
    Trace trace = trace(stated, way, decoder);
    Map<String, TlaValue> constants = decoder.values(specification.constants());
    return new Found(
        kind,
        trace,
        constants,
        specification.atoms().texts().values().stream()
            .filter(each -> !each.startsWith("\""))
            .toList(),
        decoder.open(),
        ast.assumptions().stream().map(each -> texts.all(List.of(each), root)).toList(),
        kind.isInitial() ? texts.all(behaviour.initially(), root) : question.invariant(),
        action == null ? "" : step(action, root),
        texts.of(part.written(), part.scope(), root).orElse(stated.claim().whole()),
        part.claim());
  }

  /** The text of an action; of one with parameters, which have no text, that of all steps. */
  private String step(Disjuncts.Disjunct action, Scope root) {
    return texts
        .of(action.expression(), action.scope(), root)
        .map(
            text ->
                action.besides().isEmpty()
                    ? text
                    : "(\n" + text + "\n) /\\ " + texts.all(action.besides(), root))
        .orElse(behaviour.next().name());
  }

  private Trace trace(Obligations.Stated stated, int way, Decoder decoder) {
    List<Trace.Step> steps = new ArrayList<>();
    steps.add(
        new Trace.Step(
            stated.kind().isInitial() ? "Init" : "a state that satisfies " + question.invariant(),
            null,
            decoder.state(specification.now())));
    if (stated.action() != null) {
      steps.add(
          new Trace.Step(
              stated.action().name(),
              stated.action().expression().span(),
              decoder.state(stated.paths().get(way).next())));
    }
    return new Trace(steps, OptionalInt.empty(), Map.of());
  }
}
