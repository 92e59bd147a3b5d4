package io.mooring.checker.mutate;

import io.mooring.checker.mutate.Site.Role;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.List;

/** Conjuncts and disjuncts that are gone, and one kind of junction for the other. */
final class JunctionRule implements Rule {

  private static final String[] AND = {"$ConjList", "\\land"};
  private static final String[] OR = {"$DisjList", "\\lor"};

  private final Levels levels;

  JunctionRule(Levels levels) {
    this.levels = levels;
  }

  @Override
  public void look(Site site, Proposals proposals) throws TlcException {
    if (!site.isTruth()) {
      return;
    }
    if (site.isIn(AND) && !site.is(AND) && !isTrue(site) && isCondition(site)) {
      proposals.replace(MutationOperator.DROP_CONJUNCT, site, "TRUE");
    }
    boolean arm = site.isIn("$Pair") && site.role() == Role.CONDITION;
    if ((site.isIn(OR) || arm) && !site.is(OR) && !site.is("FALSE")) {
      proposals.replace(MutationOperator.DROP_DISJUNCT, site, "FALSE");
    }
    boolean junction = site.is(AND) || site.is(OR);
    if (junction && !site.initial() && !levels.isAction(site.expression())) {
      swap(site, proposals);
    }
  }

  private static boolean isTrue(Site site) {
    return site.is("TRUE");
  }

  /** Whether a conjunct restricts what there is, and does not say what becomes of a variable. */
  private boolean isCondition(Site site) throws TlcException {
    Expr expression = site.expression();
    if (site.initial()) {
      boolean names = expression instanceof Expr.Apply apply && apply.kind() == Expr.Kind.DEFINED;
      return Levels.initialised(expression).isEmpty() && !names;
    }
    if (!levels.isAction(expression)) {
      return true;
    }
    return !levels.gives(expression);
  }

  private static void swap(Site site, Proposals proposals) throws TlcException {
    List<Edit> edits = new ArrayList<>();
    if (site.is("\\land", "\\lor")) {
      int begin = proposals.begin(site, site.expression());
      int end = proposals.end(site, site.expression());
      Expr.Apply junction = (Expr.Apply) site.expression();
      Expr left = junction.args().get(0);
      // In a /\ b /\ c the left operand is a /\ b, which needs parentheses beside an or.
      boolean chain =
          left instanceof Expr.Apply apply
              && apply.operator().equals(junction.operator())
              && proposals.begin(site, left) == begin;
      edits.add(new Edit(begin, begin, chain ? "((" : "("));
      if (chain) {
        edits.add(new Edit(proposals.end(site, left), proposals.end(site, left), ")"));
      }
      edits.add(proposals.infix(site).becomes(site.is("\\land") ? "\\/" : "/\\"));
      edits.add(new Edit(end, end, ")"));
    } else {
      String bullet = site.is("$ConjList") ? "/\\" : "\\/";
      SourceText text = proposals.text(site);
      int from = proposals.begin(site, site.expression());
      for (Expr arg : ((Expr.Apply) site.expression()).args()) {
        int to = proposals.begin(site, arg);
        int at = from + text.slice(from, to).lastIndexOf(bullet);
        edits.add(new Edit(at, at + 2, site.is("$ConjList") ? "\\/" : "/\\"));
        from = proposals.end(site, arg);
      }
    }
    proposals.edit(MutationOperator.SWAP_JUNCTION, site, edits.toArray(Edit[]::new));
  }
}
