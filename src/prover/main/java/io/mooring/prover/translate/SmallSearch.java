package io.mooring.prover.translate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import io.mooring.prover.model.Question;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.smt.Query;
import io.mooring.prover.smt.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Small states and steps in which a specification breaks what was proven of another one, from which
 * it differs in some definitions. Obligations that mention none of these are not asked again.
 *
 * <p>For one thread.
 */
public final class SmallSearch {

  private final Question question;
  private final ModuleAst ast;
  private final Modules modules;
  private final Texts texts;
  private final Mentions mentions;
  private final ProvenQueries proven;

  /**
   * What was found.
   *
   * @param asked how many queries were asked: one for all obligations of an action, one for those
   *     of the initial states, and one for those of all states
   * @param found what breaks an obligation, and was accepted; null if nothing was
   * @param undecided the queries that the solver gave up on
   */
  public record Result(int asked, @Nullable Found found, List<String> undecided) {

    /** Copies the list. */
    public Result {
      undecided = List.copyOf(undecided);
    }
  }

  /**
   * Reads a specification.
   *
   * @param proven what Z3 has proven in searches in other specifications
   * @throws TlcException if a module cannot be read
   * @throws UntranslatableException if a part of it cannot be given to a solver
   */
  public SmallSearch(Tlc tlc, Question question, ProvenQueries proven) throws TlcException {
    this.question = question;
    this.proven = proven;
    ast = Replaced.in(tlc.parse(question.module()), question.replaced());
    modules = new Modules(tlc, ast);
    texts = new Texts(ast);
    mentions = new Mentions(ast);
  }

  /** The files of the module and of those that it extends or instantiates. */
  public Set<Path> files() {
    Set<Path> all = new TreeSet<>(ast.files());
    ast.instances().forEach(each -> modules.file(each.module()).ifPresent(all::add));
    return all;
  }

  /** The definitions that another specification does not have, or has with another text. */
  public Set<String> changedFrom(SmallSearch original) {
    Set<String> changed = new TreeSet<>(question.replaced().keySet());
    for (Definition each : ast.definitions()) {
      if (texts.has(each.span()) && !texts.isSame(each, original.ast, original.texts)) {
        changed.add(each.name());
      }
    }
    return changed;
  }

  /**
   * Looks for what breaks an obligation.
   *
   * @param changed the definitions in which it differs from what was proven
   * @param where the groups of obligations to look in: see {@link #unproven}
   * @param longest the length up to which sequences, and the size up to which sets of unknown
   *     elements, are considered
   * @param accepted what counts; if it does not, the search goes on with the next query
   * @param limit the time that the solver has for each query
   */
  public Result search(
      Set<String> changed,
      Predicate<String> where,
      int longest,
      Predicate<Found> accepted,
      Duration limit) {
    return new Run(changed, longest, accepted, limit).result(where);
  }

  /**
   * The groups of obligations that mention one of some definitions, but for the first ones whose
   * obligations are all proven, for all lengths and sizes.
   *
   * @param changed the definitions
   * @param isProven asks the solvers
   */
  public Set<String> unproven(Set<String> changed, Predicate<Obligation> isProven) {
    Set<String> unproven = new TreeSet<>();
    Run everything = new Run(changed, Extent.ALL.longest(), each -> false, Duration.ZERO);
    for (Group each : everything.groups()) {
      if (!unproven.isEmpty() || !isProven(each, isProven)) {
        unproven.add(each.name());
      }
    }
    return unproven;
  }

  private static boolean isProven(Group group, Predicate<Obligation> isProven) {
    return group.obligations().get().stream().allMatch(each -> isProven.test(each.obligation()));
  }

  /** Obligations that are asked together. */
  private record Group(String name, Supplier<List<Obligations.Stated>> obligations) {}

  /** One search, with everything written out up to a length. */
  private final class Run {

    private final Set<String> changed;
    private final Predicate<Found> accepted;
    private final Duration limit;
    private final Specification specification;
    private final Behaviour behaviour;
    private final Obligations obligations;
    private final Findings findings;
    private final List<String> undecided = new ArrayList<>();
    private int asked;

    Run(Set<String> changed, int longest, Predicate<Found> accepted, Duration limit) {
      this.changed = changed;
      this.accepted = accepted;
      this.limit = limit;
      specification = new Specification(ast, modules, new Extent(longest), question.invariant());
      behaviour = Behaviour.of(ast, specification.definition(question.specification()));
      obligations =
          new Obligations(specification, behaviour, question.invariant(), question.properties());
      findings = new Findings(ast, question, specification, behaviour, texts);
    }

    Result result(Predicate<String> where) {
      for (Group each : groups()) {
        Found found = where.test(each.name()) ? ask(each.name(), each.obligations().get()) : null;
        if (found != null) {
          return new Result(asked, found, undecided);
        }
      }
      return new Result(asked, null, undecided);
    }

    /** What is to be asked; the obligations of one action are made when it is its turn. */
    List<Group> groups() {
      boolean everything =
          isChanged(question.invariant()) || ast.assumptions().stream().anyMatch(this::isChanged);
      List<Group> groups = new ArrayList<>();
      if (everything || isChanged(behaviour.initial())) {
        groups.add(new Group("the initial states", obligations::initially));
      }
      boolean steps = question.properties().stream().anyMatch(this::isOfChangedSteps);
      for (Disjuncts.Disjunct action : obligations.actions()) {
        boolean whole =
            everything
                || action.through().stream().anyMatch(changed::contains)
                || isChanged(action.expression())
                || action.besides().stream().anyMatch(this::isChanged);
        if (whole || steps) {
          groups.add(new Group(action.name(), () -> ofAction(action, whole)));
        }
      }
      Predicate<String> asks = each -> everything || isChanged(each);
      if (question.properties().stream().anyMatch(asks)) {
        groups.add(new Group("all states", () -> only(obligations.implied(), asks)));
      }
      return groups;
    }

    private List<Obligations.Stated> ofAction(Disjuncts.Disjunct action, boolean whole) {
      List<Obligations.Stated> all = obligations.of(action, obligations.paths(action));
      return whole ? all : only(all, this::isOfChangedSteps);
    }

    private static List<Obligations.Stated> only(
        List<Obligations.Stated> all, Predicate<String> claims) {
      return all.stream().filter(each -> claims.test(each.claim().whole())).toList();
    }

    private boolean isChanged(Expr expression) {
      return mentions.any(expression, changed);
    }

    private boolean isChanged(String definition) {
      return changed.contains(definition) || isChanged(specification.definition(definition).body());
    }

    private boolean isOfChangedSteps(String property) {
      return isChanged(property)
          && specification
              .primes()
              .in(specification.definition(property).body(), specification.root());
    }

    private @Nullable Found ask(String what, List<Obligations.Stated> all) {
      if (all.isEmpty()) {
        return null;
      }
      asked++;
      List<Query.Assertion> assertions = new ArrayList<>(all.get(0).known());
      assertions.add(
          new Query.Assertion(
              "and yet something is broken",
              Terms.either(all.stream().flatMap(each -> each.ways().stream()).toList())));
      Query query = new Query(what, specification.atoms().texts(), assertions);
      if (proven.contains(query)) {
        return null;
      }
      Findings.Looked looked = findings.find(all, query, /* smallest= */ false, limit);
      if (looked.verdict() == Verdict.UNKNOWN) {
        undecided.add(what);
      }
      if (looked.verdict() == Verdict.PROVEN) {
        proven.add(query);
        return null;
      }
      // What depends on a value that TLA+ leaves open is not accepted.
      return looked
          .found()
          .filter(accepted)
          .or(() -> certain(all, query).filter(accepted))
          .orElse(null);
    }

    private Optional<Found> certain(List<Obligations.Stated> all, Query query) {
      return query
          .certain()
          .flatMap(each -> findings.find(all, each, /* smallest= */ false, limit).found());
    }
  }
}
