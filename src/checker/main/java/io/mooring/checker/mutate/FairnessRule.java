package io.mooring.checker.mutate;

import io.mooring.checker.mutate.Site.Role;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;

/** Liveness assumptions that are gone or weaker. */
final class FairnessRule implements Rule {

  @Override
  public void look(Site site, Proposals proposals) throws TlcException {
    if (site.role() != Role.TEMPORAL) {
      return;
    }
    if (site.is("$SF")) {
      int begin = proposals.begin(site, site.expression());
      proposals.edit(
          MutationOperator.WEAKEN_FAIRNESS, site, new Edit(begin, begin + "SF".length(), "WF"));
    }
    boolean assumption =
        site.is("$WF", "$SF", "<>", "~>") || (site.is("[]") && !isSteps(site.expression()));
    if (assumption) {
      proposals.replace(MutationOperator.WEAKEN_FAIRNESS, site, "TRUE");
    }
  }

  private static boolean isSteps(Expr always) {
    return ((Expr.Apply) always).args().get(0) instanceof Expr.Apply steps
        && steps.operator().equals("$SquareAct");
  }
}
