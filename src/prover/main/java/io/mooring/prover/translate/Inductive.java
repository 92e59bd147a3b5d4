package io.mooring.prover.translate;

import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Possibility;
import io.mooring.prover.model.Question;
import io.mooring.prover.smt.Query;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The obligations of a question, and small states that break them. */
public final class Inductive {

  /** The lengths and sizes up to which states are searched for. */
  public static final int LONGEST = 3;

  private final Question question;
  private final ModuleAst ast;
  private final Modules modules;
  private final Texts texts;
  private final List<Obligation> obligations;
  private final Map<Integer, Expansion> expansions = new HashMap<>();

  private final Map<Integer, List<Possibilities.Asked>> possibilities = new HashMap<>();

  private record Expansion(Findings findings, List<Obligations.Stated> stated) {}

  /**
   * Reads a specification.
   *
   * @throws TlcException if a module cannot be read
   * @throws UntranslatableException if a part of it cannot be given to a solver
   */
  public Inductive(Tlc tlc, Question question) throws TlcException {
    this.question = question;
    ast = Replaced.in(tlc.parse(question.module()), question.replaced());
    modules = new Modules(tlc, ast);
    texts = new Texts(ast);
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
    Behaviour behaviour = behaviour(specification);
    return new Expansion(
        new Findings(ast, question, specification, behaviour, texts),
        new Obligations(specification, behaviour, question.invariant(), question.properties())
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
  public Optional<Found> counterexample(int index, Duration limit) {
    for (int longest = 0; longest <= LONGEST; longest++) {
      Expansion expansion =
          expansions.computeIfAbsent(longest, each -> expansion(new Extent(each)));
      Obligations.Stated stated = expansion.stated().get(index);
      Optional<Found> found =
          expansion
              .findings()
              .find(List.of(stated), stated.obligation().query(), /* smallest= */ true, limit)
              .found();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
