package io.mooring.checker.mutate;

import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wrong constants, strings, numbers and truth values. */
final class ValueRule implements Rule {

  private final Modules modules;
  private final Alphabets alphabets;
  private final Set<String> numbers;

  /**
   * A rule for one specification.
   *
   * @param numbers constants to which the configuration gives a number
   */
  ValueRule(Modules modules, Alphabets alphabets, Set<String> numbers) {
    this.modules = modules;
    this.alphabets = alphabets;
    this.numbers = numbers;
  }

  @Override
  public void look(Site site, Proposals proposals) throws TlcException {
    Expr expression = site.expression();
    String module = site.definition().definedIn();
    if (expression instanceof Expr.Num number) {
      proposals.replace(
          MutationOperator.OFF_BY_ONE, site, Integer.toString(Math.addExact(number.value(), 1)));
      if (number.value() > 0) {
        proposals.replace(MutationOperator.OFF_BY_ONE, site, Integer.toString(number.value() - 1));
      } else if (modules.calculates(module, true)) {
        proposals.replace(MutationOperator.OFF_BY_ONE, site, "(-1)");
      }
    } else if (site.is("TRUE", "FALSE")) {
      proposals.replace(MutationOperator.FLIP_BOOLEAN, site, site.is("TRUE") ? "FALSE" : "TRUE");
    } else {
      named(site, module, proposals);
    }
  }

  private void named(Site site, String module, Proposals proposals) throws TlcException {
    Optional<String> element = alphabets.element(site.expression());
    if (element.isEmpty()) {
      return;
    }
    String name = element.get();
    Optional<String> sibling = alphabets.sibling(name, beside(site));
    if (sibling.isPresent()) {
      proposals.replace(MutationOperator.SWAP_CONSTANT, site, sibling.get());
    } else if (numbers.contains(name) && modules.calculates(module, false)) {
      proposals.replace(MutationOperator.OFF_BY_ONE, site, "(" + name + " + 1)");
      proposals.replace(MutationOperator.OFF_BY_ONE, site, "(" + name + " - 1)");
    }
  }

  /** The elements of the set that contains an expression: none of them would be a change. */
  private List<String> beside(Site site) throws TlcException {
    List<String> others = new ArrayList<>();
    if (site.isIn("$SetEnumerate")
        && site.parent() != null
        && site.parent().expression() instanceof Expr.Apply set) {
      for (Expr each : set.args()) {
        alphabets.element(each).ifPresent(others::add);
      }
    }
    return others;
  }
}
