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
import java.util.function.Function;

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

  /** One of the ways in which an obligation may be broken. */
  private record Way(Obligations.Stated stated, int number) {

    Term term() {
      return stated.ways().get(number);
    }
  }

  /**
   * What the values say that a solver has found.
   *
   * @param found what is broken for certain; empty if that is not known of any way
   * @param ways those in which it may be broken else
   */
  private record Reading(Optional<Found> found, List<Way> ways) {}

  /**
   * What breaks one of some obligations.
   *
   * @param query has an answer if one of them is broken
   * @param smallest whether the numbers in the state are to be as small as can be; those of the
   *     constants always are, so that the model checker has little to list
   * @param limit the time for each bound that is tried
   */
  Looked find(List<Obligations.Stated> all, Query query, boolean smallest, Duration limit) {
    Z3Solver.Values<Reading> first = asked(all, query, limit);
    Optional<Reading> reading = first.read();
    if (reading.isEmpty()) {
      return new Looked(first.verdict(), Optional.empty());
    }
    Optional<Found> certain = reading.get().found();
    if (certain.isPresent()) {
      Function<Query, Optional<Found>> again =
          narrow -> asked(all, narrow, limit).read().flatMap(Reading::found);
      return new Looked(first.verdict(), Optional.of(small(certain.get(), query, again, smallest)));
    }
    for (Way each : reading.get().ways()) {
      // Of what has quantifiers the values do not always say whether it holds; so it is asserted.
      Query alone = query.with(new Query.Assertion("in this way", each.term()));
      Optional<Found> found = asked(each, alone, limit);
      if (found.isPresent()) {
        Function<Query, Optional<Found>> again = narrow -> asked(each, narrow, limit);
        return new Looked(first.verdict(), Optional.of(small(found.get(), alone, again, smallest)));
      }
    }
    return new Looked(Verdict.UNKNOWN, Optional.empty());
  }

  /** The same with smaller numbers, as far as that is known to be broken, too. */
  private Found small(
      Found found, Query query, Function<Query, Optional<Found>> again, boolean smallest) {
    List<Collection<Value>> numbers = new ArrayList<>();
    if (smallest) {
      numbers.add(specification.now().values());
    }
    numbers.add(specification.constants().values());
    Query narrow = query;
    Found best = found;
    for (Collection<Value> each : numbers) {
      for (int bound : BOUNDS) {
        Query narrower =
            narrow.with(new Query.Assertion("small numbers", Numbers.within(each, bound)));
        Optional<Found> smaller = again.apply(narrower);
        if (smaller.isPresent()) {
          best = smaller.get();
          narrow = narrower;
          break;
        }
      }
    }
    return best;
  }

  private Z3Solver.Values<Reading> asked(
      List<Obligations.Stated> all, Query query, Duration limit) {
    return Z3Solver.find(
        query, limit, values -> reading(all, new Decoder(specification.atoms().texts(), values)));
  }

  private Optional<Found> asked(Way way, Query query, Duration limit) {
    return Z3Solver.find(
            query, limit, values -> read(way, new Decoder(specification.atoms().texts(), values)))
        .read();
  }

  private Reading reading(List<Obligations.Stated> all, Decoder decoder) {
    List<Way> possible = new ArrayList<>();
    for (Obligations.Stated each : all) {
      for (int number = 0; number < each.ways().size(); number++) {
        Way way = new Way(each, number);
        Optional<Boolean> holds = decoder.holds(way.term());
        if (holds.isEmpty()) {
          possible.add(way);
        } else if (holds.get()) {
          return new Reading(Optional.of(read(way, decoder)), List.of());
        }
      }
    }
    if (possible.isEmpty()) {
      throw new IllegalStateException(
          "the values break nothing: " + all.get(0).claim().part().claim());
    }
    return new Reading(Optional.empty(), possible);
  }

  private Found read(Way way, Decoder decoder) {
    Obligations.Stated stated = way.stated();
    Scope root = specification.root();
    Obligation.Kind kind = stated.kind();
    Disjuncts.Disjunct action = stated.action();
    Conjuncts.Conjunct part = stated.claim().part();
    Trace trace = trace(stated, way.number(), decoder);
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
