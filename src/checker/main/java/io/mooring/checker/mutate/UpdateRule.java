package io.mooring.checker.mutate;

import io.mooring.checker.mutate.Site.Role;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;
import java.util.Optional;
import java.util.Set;

/** Drops an update: variables, fields and members keep their old values. */
final class UpdateRule implements Rule {

  private final Modules modules;
  private final Levels levels;

  UpdateRule(Modules modules, Levels levels) {
    this.modules = modules;
    this.levels = levels;
  }

  @Override
  public void look(Site site, Proposals proposals) throws TlcException {
    if (site.role() == Role.FORMULA && site.expression() instanceof Expr.Apply apply) {
      formula(site, apply, proposals);
    }
    boolean clause =
        site.isIn("$Pair")
            && site.parent() != null
            && site.parent().isIn("$Except")
            && !(site.expression() instanceof Expr.At);
    if (clause && isValue(site)) {
      proposals.replace(MutationOperator.DROP_UPDATE, site, "@");
    }
    if (site.role() == Role.VALUE && site.expression() instanceof Expr.Apply apply) {
      value(site, apply, proposals);
    }
  }

  private static boolean isValue(Site site) {
    return site.parent() != null
        && site.parent().expression() instanceof Expr.Apply pair
        && pair.args().get(1) == site.expression();
  }

  private void formula(Site site, Expr.Apply apply, Proposals proposals) throws TlcException {
    Optional<String> assigned = Levels.assigned(apply);
    if (assigned.isPresent()) {
      String variable = assigned.get();
      Expr value = apply.args().get(1);
      boolean kept =
          value instanceof Expr.Apply name
              && name.args().isEmpty()
              && name.operator().equals(variable);
      if (!kept) {
        proposals.edit(
            MutationOperator.DROP_UPDATE,
            site,
            proposals.infix(site).becomes("="),
            proposals.replacing(site, value, variable));
      }
    } else if (apply.kind() == Expr.Kind.DEFINED && site.isIn("$ConjList", "\\land")) {
      Set<String> updated = levels.updates(apply);
      boolean visible = modules.variables(site.definition().definedIn()).containsAll(updated);
      if (!updated.isEmpty() && visible) {
        String all = String.join(", ", updated);
        proposals.replace(
            MutationOperator.DROP_UPDATE,
            site,
            "UNCHANGED " + (updated.size() == 1 ? all : "<<" + all + ">>"));
      }
    }
  }

  private static void value(Site site, Expr.Apply apply, Proposals proposals) throws TlcException {
    switch (apply.operator()) {
      case "$Tuple", "$SetEnumerate" -> elements(site, apply.args().size(), proposals);
      case "\\union", "\\intersect", "\\o" -> {
        Token token = proposals.infix(site);
        drop(site, token.begin(), proposals.end(site, apply), proposals);
        drop(site, proposals.begin(site, apply), token.end(), proposals);
      }
      case "\\" -> drop(site, proposals.infix(site).begin(), proposals.end(site, apply), proposals);
      case "Append" -> {
        int begin = proposals.begin(site, apply);
        int sequence = proposals.operand(site, 0).begin();
        int end = proposals.operand(site, 0).end();
        proposals.edit(
            MutationOperator.DROP_OPERAND,
            site,
            new Edit(begin, sequence, "("),
            new Edit(end, proposals.end(site, apply), ")"));
      }
      default -> {}
    }
  }

  private static void drop(Site site, int from, int to, Proposals proposals) throws TlcException {
    proposals.edit(MutationOperator.DROP_OPERAND, site, new Edit(from, to, ""));
  }

  private static void elements(Site site, int elements, Proposals proposals) throws TlcException {
    for (int i = 0; i < elements; i++) {
      int begin = proposals.operand(site, i).begin();
      int end = proposals.operand(site, i).end();
      if (i > 0) {
        begin = proposals.operand(site, i - 1).end();
      } else if (elements > 1) {
        end = proposals.operand(site, 1).begin();
      }
      proposals.edit(MutationOperator.DROP_ELEMENT, site, new Edit(begin, end, ""));
    }
  }
}
