package io.mooring.checker.mutate;

import io.mooring.checker.mutate.Site.Role;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;
import java.util.Map;

/** Conditions the wrong way round, or wrong at their bounds. */
final class ConditionRule implements Rule {

  private static final Map<String, String> NEGATED =
      Map.of("=", "#", "/=", "=", "\\in", "\\notin", "\\notin", "\\in");
  private static final Map<String, String> COMPARED =
      Map.of("<", "<=", "\\leq", "<", ">", ">=", "\\geq", ">");
  private static final String[] COMPOSITE = {
    "$ConjList", "\\land", "$DisjList", "\\lor", "TRUE", "FALSE", "$IfThenElse", "$Case"
  };

  private final Levels levels;

  ConditionRule(Levels levels) {
    this.levels = levels;
  }

  @Override
  public void look(Site site, Proposals proposals) throws TlcException {
    Expr expression = site.expression();
    if (expression instanceof Expr.Apply apply && COMPARED.containsKey(apply.operator())) {
      proposals.edit(
          MutationOperator.SWAP_COMPARISON,
          site,
          proposals.infix(site).becomes(COMPARED.get(apply.operator())));
    }
    if (site.isIn("$IfThenElse") && isCondition(site)) {
      proposals.wrap(MutationOperator.SWAP_BRANCHES, site, "~(", ")");
    } else if (site.role() != Role.TEMPORAL && !levels.isAction(expression)) {
      negate(site, proposals);
    }
    quantifier(site, proposals);
  }

  private static boolean isCondition(Site site) {
    return site.parent() != null
        && site.parent().expression() instanceof Expr.Apply choice
        && choice.args().get(0) == site.expression();
  }

  private static void negate(Site site, Proposals proposals) throws TlcException {
    boolean gives = site.initial() && Levels.initialised(site.expression()).isPresent();
    if (gives || site.isIn("\\lnot")) {
      return;
    }
    if (site.expression() instanceof Expr.Apply apply && NEGATED.containsKey(apply.operator())) {
      proposals.edit(
          MutationOperator.NEGATE,
          site,
          proposals.infix(site).becomes(NEGATED.get(apply.operator())));
    } else if (site.is("\\lnot")) {
      int begin = proposals.begin(site, site.expression());
      int operand = proposals.begin(site, ((Expr.Apply) site.expression()).args().get(0));
      Token token = Token.between(proposals.text(site), begin, operand);
      proposals.edit(MutationOperator.NEGATE, site, token.becomes(""));
    } else if (site.isTruth() && isSimple(site)) {
      proposals.wrap(MutationOperator.NEGATE, site, "~(", ")");
    }
  }

  /** Whether nothing in an expression could be negated instead. */
  private static boolean isSimple(Site site) {
    boolean named =
        site.initial()
            && site.expression() instanceof Expr.Apply apply
            && apply.kind() == Expr.Kind.DEFINED;
    return !site.is(COMPOSITE) && !(site.expression() instanceof Expr.Let) && !named;
  }

  private void quantifier(Site site, Proposals proposals) throws TlcException {
    if (site.role() == Role.TEMPORAL
        || !(site.expression() instanceof Expr.Quantified quantified)
        || levels.isAction(quantified)) {
      return;
    }
    int begin = proposals.begin(site, quantified);
    switch (quantified.quantifier()) {
      case FOR_ALL -> swapped(site, proposals, begin, "\\E");
      case EXISTS -> swapped(site, proposals, begin, "\\A");
      default -> {}
    }
  }

  private static void swapped(Site site, Proposals proposals, int begin, String other)
      throws TlcException {
    Token token =
        Token.between(proposals.text(site), begin, proposals.end(site, site.expression()));
    proposals.edit(MutationOperator.SWAP_QUANTIFIER, site, token.becomes(other));
  }
}
