package io.mooring.prover.smt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions that are known to hold, and what can be seen to follow from them at once. */
public final class Facts {

  /** How many comparisons are put together. */
  private static final int CHAIN = 4;

  private final List<Term> all = new ArrayList<>();
  private final Map<Term, Integer> times = new HashMap<>();

  /** How many there are. */
  public int size() {
    return all.size();
  }

  /** Forgets those after the first ones. */
  public void shortenTo(int size) {
    while (all.size() > size) {
      times.computeIfPresent(
          all.remove(all.size() - 1), (term, number) -> number == 1 ? null : number - 1);
    }
  }

  /** Adds a condition, and what must hold for it to hold. */
  public void add(Term condition) {
    if (condition.is("and")) {
      condition.args().forEach(this::add);
    } else if (condition.is("not")) {
      addNot(condition.args().get(0));
    }
    all.add(condition);
    times.merge(condition, 1, Integer::sum);
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

  /** Whether a condition is seen to follow; one that is not may follow all the same. */
  public boolean imply(Term condition) {
    if (isImplied(condition)) {
      return true;
    }
    conclude();
    return isImplied(condition);
  }

  /** Adds what follows from implications; it is forgotten no later than they are. */
  private void conclude() {
    for (int i = 0; i < all.size(); i++) {
      Term each = all.get(i);
      if (each.is("=>")
          && !times.containsKey(each.args().get(1))
          && isImplied(each.args().get(0))) {
        add(each.args().get(1));
      }
    }
  }

  private boolean isImplied(Term condition) {
    if (condition.isTrue() || times.containsKey(condition)) {
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
        || all.stream().anyMatch(each -> each.is("or") && isOneOf(each, some));
  }

  /** Whether each operand of a disjunction is one of some, or known not to hold. */
  private boolean isOneOf(Term or, List<Term> some) {
    return or.args().stream()
        .allMatch(each -> some.contains(each) || times.containsKey(Terms.not(each)));
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
    if (times.containsKey(Terms.not(Terms.equal(low, Terms.plus(high, Terms.number(more)))))
        && isAtMost(low, high, more, chain - 1)) {
      return true;
    }
    for (Term each : all) {
      if (each.is("<=") || (each.is("=") && each.args().get(0).sort().equals(Sort.INT))) {
        Term left = each.args().get(0);
        Term right = each.args().get(1);
        if (isStep(left, right, low, high, most, chain)
            || (each.is("=") && isStep(right, left, low, high, most, chain))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether {@code low <= high + most}, as {@code left <= right} for a left with the same base. */
  private boolean isStep(Term left, Term right, Term low, Term high, BigInteger most, int chain) {
    if (!Terms.base(left).equals(low)) {
      return false;
    }
    BigInteger rest = most.add(Terms.added(left)).subtract(Terms.added(right));
    return isAtMost(Terms.base(right), high, rest, chain - 1);
  }
}
