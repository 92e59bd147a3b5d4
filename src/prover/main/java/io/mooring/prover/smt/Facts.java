package io.mooring.prover.smt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions that are known to hold, and what can be seen to follow from them at once. */
public final class Facts {

  /** How many comparisons are put together. */
  private static final int CHAIN = 4;

  private final List<Term> all = new ArrayList<>();

  /** How often each was added. */
  private final Map<Term, Integer> holding = new HashMap<>();

  /** How often the negation of each was added. */
  private final Map<Term, Integer> failing = new HashMap<>();

  private final List<Term> disjunctions = new ArrayList<>();
  private final List<Term> implications = new ArrayList<>();

  /** The comparisons {@code left <= right}, by what a number is added to on the left. */
  private final Map<Term, List<Comparison>> comparisons = new HashMap<>();

  /** At which sizes everything was added that follows from implications. */
  private final BitSet concluded = new BitSet();

  /** That {@code left <= right}. */
  private record Comparison(Term left, Term right) {}

  /** None. */
  public Facts() {}

  /** These. */
  public Facts(List<Term> conditions) {
    conditions.forEach(this::add);
  }

  /** How many there are. */
  public int size() {
    return all.size();
  }

  /** Forgets those after the first ones. */
  public void shortenTo(int size) {
    while (all.size() > size) {
      remove(all.remove(all.size() - 1));
    }
    concluded.clear(size + 1, Math.max(size + 1, concluded.length()));
  }

  /** Adds a condition, and what must hold for it to hold. */
  public void add(Term condition) {
    if (condition.is("and")) {
      condition.args().forEach(this::add);
    } else if (condition.is("not")) {
      addNot(condition.args().get(0));
      failing.merge(condition.args().get(0), 1, Integer::sum);
    } else if (condition.is("or")) {
      disjunctions.add(condition);
    } else if (condition.is("=>")) {
      implications.add(condition);
    }
    for (Comparison each : comparisons(condition)) {
      comparisons.computeIfAbsent(Terms.base(each.left()), base -> new ArrayList<>()).add(each);
    }
    all.add(condition);
    holding.merge(condition, 1, Integer::sum);
  }

  private void addNot(Term condition) {
    if (condition.is("or")) {
      condition.args().forEach(each -> add(Terms.not(each)));
    } else if (condition.is("=>")) {
      add(condition.args().get(0));
      add(Terms.not(condition.args().get(1)));
    } else if (condition.is("<=")) {
      Term more = Terms.plus(condition.args().get(1), Terms.number(1));
      add(Terms.atMost(more, condition.args().get(0)));
    }
  }

  /** Forgets the one that was added last. */
  private void remove(Term condition) {
    forget(holding, condition);
    if (condition.is("not")) {
      forget(failing, condition.args().get(0));
    } else if (condition.is("or")) {
      disjunctions.remove(disjunctions.size() - 1);
    } else if (condition.is("=>")) {
      implications.remove(implications.size() - 1);
    }
    for (Comparison each : comparisons(condition)) {
      List<Comparison> same = comparisons.getOrDefault(Terms.base(each.left()), List.of());
      same.remove(same.size() - 1);
    }
  }

  private static void forget(Map<Term, Integer> times, Term term) {
    times.computeIfPresent(term, (same, number) -> number == 1 ? null : number - 1);
  }

  private static List<Comparison> comparisons(Term condition) {
    boolean isEqual = condition.is("=") && condition.args().get(0).sort().equals(Sort.INT);
    if (!isEqual && !condition.is("<=")) {
      return List.of();
    }
    Term left = condition.args().get(0);
    Term right = condition.args().get(1);
    Comparison one = new Comparison(left, right);
    return isEqual ? List.of(one, new Comparison(right, left)) : List.of(one);
  }

  /** Whether a condition is seen to follow; one that is not may follow all the same. */
  public boolean imply(Term condition) {
    if (isImplied(condition)) {
      return true;
    }
    return !concluded.get(all.size()) && conclude() && isImplied(condition);
  }

  /** Adds what follows from implications; it is forgotten no later than they are. */
  private boolean conclude() {
    int before = all.size();
    for (int i = 0; i < implications.size(); i++) {
      Term each = implications.get(i);
      if (!holding.containsKey(each.args().get(1)) && isImplied(each.args().get(0))) {
        add(each.args().get(1));
      }
    }
    concluded.set(all.size());
    return all.size() > before;
  }

  private boolean isImplied(Term condition) {
    if (condition.isTrue() || holding.containsKey(condition)) {
      return true;
    }
    if (condition.is("and")) {
      return condition.args().stream().allMatch(this::isImplied);
    }
    if (condition.is("<=")) {
      Term low = condition.args().get(0);
      Term high = condition.args().get(1);
      BigInteger most = Terms.added(high).subtract(Terms.added(low));
      return isAtMost(Terms.base(low), Terms.base(high), most, CHAIN);
    }
    List<Term> some = condition.is("or") ? condition.args() : List.of(condition);
    return (condition.is("or") && some.stream().anyMatch(this::isImplied))
        || disjunctions.stream().anyMatch(each -> isOneOf(each, some));
  }

  /** Whether each operand of a disjunction is one of some, or known not to hold. */
  private boolean isOneOf(Term or, List<Term> some) {
    for (Term each : or.args()) {
      if (!fails(each) && !some.contains(each)) {
        return false;
      }
    }
    return true;
  }

  private boolean fails(Term condition) {
    return condition.is("not")
        ? holding.containsKey(condition.args().get(0))
        : failing.containsKey(condition);
  }

  /** Whether {@code low <= high + most}. */
  private boolean isAtMost(Term low, Term high, BigInteger most, int chain) {
    if (low.equals(high)) {
      return most.signum() >= 0;
    }
    if (chain == 0) {
      return false;
    }
    BigInteger more = most.add(BigInteger.ONE);
    if (fails(Terms.equal(low, Terms.plus(high, Terms.number(more))))
        && isAtMost(low, high, more, chain - 1)) {
      return true;
    }
    for (Comparison each : comparisons.getOrDefault(low, List.of())) {
      BigInteger rest = most.add(Terms.added(each.left())).subtract(Terms.added(each.right()));
      if (isAtMost(Terms.base(each.right()), high, rest, chain - 1)) {
        return true;
      }
    }
    return false;
  }
}
