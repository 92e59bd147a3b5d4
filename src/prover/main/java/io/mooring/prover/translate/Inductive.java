package io.mooring.prover.translate;

import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Possibility;
import io.mooring.prover.model.Premise;
import io.mooring.prover.model.Question;
import io.mooring.prover.smt.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The obligations of a question, and small states that break them. */
public final class Inductive {

  /** The lengths and sizes up to which states are searched for. */
  public static final int LONGEST = 3;

  private final Question question;
  private final ModuleAst ast;
  private final Modules modules;
  private final Texts texts;
  private final List<Obligation> obligations;
  private final List<Premise> premises = new ArrayList<>();
  private final int firstPremise;
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
    Specification all = specification(Extent.ALL);
    obligations = stated(all).all().stream().map(Obligations.Stated::obligation).toList();
    firstPremise = all.assumed().size();
    Set<String> typed = new HashSet<>();
    for (Conjuncts.Conjunct each : all.conjuncts().of(all.definition(question.invariant()))) {
      Optional<String> types = each.membership(Expr.Kind.VARIABLE).map(Conjuncts.Membership::name);
      premises.add(new Premise(each.claim(), types.filter(typed::add)));
    }
  }

  private Obligations stated(Specification specification) {
    return new Obligations(
        specification, behaviour(specification), question.invariant(), question.properties());
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
        new Findings(ast, question, specification, behaviour(specification), texts),
        stated(specification).all());
  }

  /** What must be possible in a state that satisfies the invariant, in the order of the module. */
  public List<Possibility> possibilities() {
    return possibilities(1).stream().map(Possibilities.Asked::possibility).toList();
  }

  /**
   * A query that some values satisfy only if something is possible, whatever the values are that
   * TLA+ leaves open; without quantifiers.
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

  /** The conjuncts of the invariant, in the order of the module. */
  public List<Premise> premises() {
    return List.copyOf(premises);
  }

  /**
   * The position of the first conjunct of the invariant among the assertions of an obligation that
   * is not about initial states; the others follow.
   */
  public int firstPremise() {
    return firstPremise;
  }

  /**
   * Obligations without quantifiers.
   *
   * @param wanted which of the {@link #obligations()}
   * @param longest the length and size up to which sequences, and sets of unknown elements, are
   *     considered; at most {@link #LONGEST}
   * @return for each that is wanted its query
   */
  public Map<Integer, Query> expanded(Set<Integer> wanted, int longest) {
    Map<Integer, Query> queries = new HashMap<>();
    stated(specification(new Extent(longest)))
        .some(wanted::contains)
        .forEach((position, each) -> queries.put(position, each.obligation().query()));
    return queries;
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
      Query query = stated.obligation().query();
      Function<Query, Optional<Found>> find =
          each ->
              expansion.findings().find(List.of(stated), each, /* smallest= */ true, limit).found();
      // At best whatever the values are that TLA+ leaves open.
      Optional<Found> found = query.certain().flatMap(find).or(() -> find.apply(query));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
