package io.mooring.prover.translate;

import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Possibility;
import io.mooring.prover.model.Question;
import io.mooring.prover.smt.Query;
import io.mooring.prover.solver.Z3Solver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The obligations of a question, and small states that break them. */
public final class Inductive {

  /** The lengths and sizes up to which states are searched for. */
  public static final int LONGEST = 3;

  /** How large the numbers in it may be, the first bound that suffices. */
  private static final List<Integer> BOUNDS = List.of(1, 2, 3, 4, 5, 8, 20, 100, 1_000, 100_000);

  private final Question question;
  private final ModuleAst ast;
  private final Modules modules;
  private final List<Obligation> obligations;
  private final Map<Integer, Expansion> expansions = new HashMap<>();

  private final Map<Integer, List<Possibilities.Asked>> possibilities = new HashMap<>();

  private record Expansion(Specification specification, List<Obligations.Stated> stated) {}

  /**
   * Reads a specification.
   *
   * @throws TlcException if a module cannot be read
   * @throws UntranslatableException if a part of it cannot be given to a solver
   */
  public Inductive(Tlc tlc, Question question) throws TlcException {
    this.question = question;
    ast = tlc.parse(question.module());
    modules =
        new Modules(tlc, Objects.requireNonNull(question.module().toAbsolutePath().getParent()));
    obligations =
        expansion(Extent.ALL).stated().stream().map(Obligations.Stated::obligation).toList();
  }

  private Specification specification(Extent extent) {
    return new Specification(ast, modules, extent, question.invariant());
  }

  private Behaviour behaviour(Specification specification) {
    return Behaviour.of(ast, specification.definition(question.specification()));
  }

  private Expansion expansion(Extent extent) {
    Specification specification = specification(extent);
    return new Expansion(
        specification,
        new Obligations(
                specification,
                behaviour(specification),
                question.invariant(),
                question.properties())
            .all());
  }

  /** What must be possible in a state that satisfies the invariant, in the order of the module. */
  public List<Possibility> possibilities() {
    return possibilities(1).stream().map(Possibilities.Asked::possibility).toList();
  }

  /**
   * A query that some values satisfy if something is possible; without quantifiers.
   *
   * @param index which of the {@link #possibilities()}
   * @param longest the length and size up to which sequences, and sets of unknown elements, are
   *     considered; from 1 to {@link #LONGEST}
   */
  public Query possibility(int index, int longest) {
    return possibilities(longest).get(index).query();
  }

  private List<Possibilities.Asked> possibilities(int longest) {
    return possibilities.computeIfAbsent(
        longest,
        each -> {
          Specification specification = specification(new Extent(each));
          return new Possibilities(specification, question.invariant())
              .all(behaviour(specification), question.properties());
        });
  }

  /** What must be proven, in the order of the module. */
  public List<Obligation> obligations() {
    return obligations;
  }

  /**
   * A state, or a step, that breaks an obligation: one with short sequences and small numbers, if
   * there is one.
   *
   * @param index which of the {@link #obligations()}
   * @param limit the time for each length and each bound that is tried
   */
  public Optional<Trace> counterexample(int index, Duration limit) {
    for (int longest = 0; longest <= LONGEST; longest++) {
      Expansion expansion =
          expansions.computeIfAbsent(longest, each -> expansion(new Extent(each)));
      Obligations.Stated stated = expansion.stated().get(index);
      Optional<Trace> found = find(stated, expansion.specification(), OptionalInt.empty(), limit);
      if (found.isPresent()) {
        for (int bound : BOUNDS) {
          Optional<Trace> smaller =
              find(stated, expansion.specification(), OptionalInt.of(bound), limit);
          if (smaller.isPresent()) {
            return smaller;
          }
        }
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Trace> find(
      Obligations.Stated stated, Specification specification, OptionalInt bound, Duration limit) {
    Query query = stated.obligation().query();
    if (bound.isPresent()) {
      query =
          query.with(
              new Query.Assertion(
                  "small numbers", Numbers.within(specification.now().values(), bound.getAsInt())));
    }
    return Z3Solver.find(
        query,
        limit,
        values -> trace(stated, specification, new Decoder(specification.atoms().texts(), values)));
  }

  private Trace trace(Obligations.Stated stated, Specification specification, Decoder decoder) {
    List<Trace.Step> steps = new ArrayList<>();
    steps.add(
        new Trace.Step(
            stated.obligation().kind() == Obligation.Kind.INITIAL
                ? "Init"
                : "a state that satisfies " + question.invariant(),
            null,
            decoder.state(specification.now())));
    if (stated.action() != null) {
      for (Path each : stated.paths()) {
        if (decoder.holds(each.guard())) {
          steps.add(
              new Trace.Step(
                  stated.action().name(),
                  stated.action().expression().span(),
                  decoder.state(each.next())));
          break;
        }
      }
    }
    return new Trace(steps, OptionalInt.empty(), Map.of());
  }
}
