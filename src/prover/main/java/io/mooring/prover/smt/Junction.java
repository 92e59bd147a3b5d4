package io.mooring.prover.smt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conjunction or disjunction. What one operand says is used in the others: {@code a /\ (~a \/ b)}
 * is {@code a /\ b}.
 */
final class Junction {

  /** How far down in an operand what the others say is used. */
  private static final int DEEP = 4;

  private final boolean all;
  private final Set<Term> operands = new LinkedHashSet<>();

  /** The numbers that terms are equal to where the other operands decide. */
  private final Map<Term, Term> numbers = new HashMap<>();

  private Junction(boolean all) {
    this.all = all;
  }

  /**
   * The junction of some operands.
   *
   * @param all whether all must hold, or some
   */
  static Term of(boolean all, Collection<Term> operands) {
    Junction junction = new Junction(all);
    String operator = all ? "and" : "or";
    for (Term each : operands) {
      if (each.is(operator)) {
        junction.operands.addAll(each.args());
      } else if (!each.equals(Terms.bool(all))) {
        junction.operands.add(each);
      }
    }
    return junction.term(operator);
  }

  private Term term(String operator) {
    for (Term each : operands) {
      if (each.equals(Terms.bool(!all)) || operands.contains(Terms.not(each))) {
        return Terms.bool(!all);
      }
      Term equality = all ? each : Terms.not(each);
      if (isNumbered(equality)) {
        Term before = numbers.put(equality.args().get(0), equality.args().get(1));
        if (before != null && !before.equals(equality.args().get(1))) {
          return Terms.bool(!all);
        }
      }
    }
    boolean changed = false;
    List<Term> simpler = new ArrayList<>();
    for (Term each : operands) {
      Term one = within(each);
      changed |= !one.equals(each);
      simpler.add(one);
    }
    if (changed) {
      return of(all, simpler);
    }
    return switch (simpler.size()) {
      case 0 -> Terms.bool(all);
      case 1 -> simpler.get(0);
      default -> Term.of(Term.Form.APPLY, operator, Sort.BOOL, simpler, List.of());
    };
  }

  private static boolean isNumbered(Term term) {
    return term.is("=") && term.args().get(1).isNumber();
  }

  /** An operand, simplified by what the others say; the same object if they say nothing of it. */
  private Term within(Term operand) {
    Term inner = operand.is("not") ? operand.args().get(0) : operand;
    if (isNumbered(inner)) {
      return byNumber(operand, inner);
    }
    Term simpler = parts(inner, DEEP);
    return simpler.equals(inner) ? operand : operand.is("not") ? Terms.not(simpler) : simpler;
  }

  /** {@code x # 4} says nothing where {@code x = 3} is said. */
  private Term byNumber(Term operand, Term equality) {
    Term number = numbers.get(equality.args().get(0));
    return operand.is("not") != all || number == null || number.equals(equality.args().get(1))
        ? operand
        : Terms.bool(all);
  }

  private Term parts(Term term, int deep) {
    if (deep == 0 || term.form() != Term.Form.APPLY || !term.sort().equals(Sort.BOOL)) {
      return term;
    }
    return switch (term.name()) {
      case "and", "or", "not", "=>", "ite" -> {
        List<Term> args = new ArrayList<>();
        boolean changed = false;
        for (Term each : term.args()) {
          Boolean known = each.sort().equals(Sort.BOOL) ? known(each) : null;
          Term one = known == null ? parts(each, deep - 1) : Terms.bool(known);
          changed |= !one.equals(each);
          args.add(one);
        }
        yield changed ? Terms.rebuilt(term, args) : term;
      }
      default -> term;
    };
  }

  /** What the operands say of a part of another one. */
  private @Nullable Boolean known(Term part) {
    if (operands.contains(part)) {
      return all;
    }
    if (operands.contains(Terms.not(part))) {
      return !all;
    }
    if (isNumbered(part)) {
      Term number = numbers.get(part.args().get(0));
      return number == null ? null : number.equals(part.args().get(1));
    }
    return null;
  }
}
