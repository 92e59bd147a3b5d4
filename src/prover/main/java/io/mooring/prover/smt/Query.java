package io.mooring.prover.smt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question to a solver: whether some values of the names satisfy all assertions at once. An
 * obligation is proven if none do. Immutable.
 */
public final class Query {

  private final String title;
  private final Map<Integer, String> atoms;
  private final List<Assertion> assertions;

  /** Made when it is first asked for; threads that make it at once make the same. */
  private @Nullable String text;

  /**
   * One assertion.
   *
   * @param comment where it comes from, on one line
   * @param term what must hold
   */
  public record Assertion(String comment, Term term) {}

  /** Names that begin so stand for values that the language leaves open. */
  public static final String OPEN = "open!";

  /**
   * A question.
   *
   * @param title what is asked, on one line
   * @param atoms what the numbers of strings and model values stand for
   * @param assertions what must hold
   */
  public Query(String title, Map<Integer, String> atoms, List<Assertion> assertions) {
    this.title = title;
    this.atoms = Collections.unmodifiableMap(new LinkedHashMap<>(atoms));
    this.assertions = List.copyOf(assertions);
  }

  /** What is asked, on one line. */
  public String title() {
    return title;
  }

  /** What the numbers of strings and model values stand for. */
  public Map<Integer, String> atoms() {
    return atoms;
  }

  /** What must hold. */
  public List<Assertion> assertions() {
    return assertions;
  }

  /** The names that it mentions. */
  public Set<Term> symbols() {
    Set<Term> all = new LinkedHashSet<>();
    assertions.forEach(each -> all.addAll(each.term().free()));
    return all;
  }

  /** Where values are written that the language leaves open, of those that it mentions. */
  public SortedSet<String> open() {
    SortedSet<String> places = new TreeSet<>();
    for (Term each : symbols()) {
      if (each.name().startsWith(OPEN)) {
        places.add(each.name().substring(each.name().indexOf(' ') + 1));
      }
    }
    return places;
  }

  /**
   * A query that asks whether some values satisfy this one, whatever the values are that the
   * language leaves open. It mentions none of these; if it has an answer, this one has, too. Empty
   * if this one mentions none either.
   */
  public Optional<Query> certain() {
    if (open().isEmpty()) {
      return Optional.empty();
    }
    Certain certain = new Certain();
    return Optional.of(
        new Query(
            title,
            atoms,
            assertions.stream()
                .map(each -> new Assertion(each.comment(), certain.holds(each.term())))
                .toList()));
  }

  /** This query with one more assertion. */
  public Query with(Assertion more) {
    List<Assertion> all = new ArrayList<>(assertions);
    all.add(more);
    return new Query(title, atoms, all);
  }

  /**
   * This query without some of its assertions.
   *
   * @param which their positions, from 0
   */
  public Query without(Set<Integer> which) {
    return those(each -> !which.contains(each));
  }

  /**
   * This query with some of its assertions alone.
   *
   * @param which their positions, from 0
   */
  public Query only(Set<Integer> which) {
    return those(which::contains);
  }

  private Query those(IntPredicate which) {
    return new Query(
        title,
        atoms,
        IntStream.range(0, assertions.size()).filter(which).mapToObj(assertions::get).toList());
  }

  /** The whole text, which any solver for SMT-LIB 2 reads; the same for the same query. */
  public String text() {
    String known = text;
    if (known == null) {
      known = written();
      text = known;
    }
    return known;
  }

  private String written() {
    StringBuilder text = new StringBuilder("; ").append(title).append('\n');
    atoms.forEach(
        (number, name) ->
            text.append("; ").append(number).append(" is ").append(name).append('\n'));
    text.append("(set-logic ALL)\n");
    Set<Term> symbols = symbols();
    List<Term> sorted = new ArrayList<>(symbols);
    sorted.sort(java.util.Comparator.comparing(Term::name));
    for (Term symbol : sorted) {
      text.append("(declare-fun ")
          .append(SmtText.quoted(symbol.name()))
          .append(" () ")
          .append(symbol.sort().text())
          .append(")\n");
    }
    SmtText terms = new SmtText(symbols);
    assertions.forEach(each -> terms.count(each.term()));
    for (Assertion each : assertions) {
      String term = terms.text(each.term());
      text.append("; ").append(each.comment()).append('\n');
      text.append(terms.definitions());
      text.append("(assert ").append(term).append(")\n");
    }
    return text.append("(check-sat)\n").toString();
  }
}
