package io.mooring.checker.mutate;

import io.mooring.checker.mutate.Site.Role;
import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.List;

/** The sites of a definition, in the order of its text, each with its role. */
final class SiteVisitor {

  private final Levels levels;
  private final List<Site> sites = new ArrayList<>();

  private SiteVisitor(Levels levels) {
    this.levels = levels;
  }

  /** All sites of a definition's body, those with the role {@link Role#FIXED} left out. */
  static List<Site> of(Definition definition, Role role, boolean initial, Levels levels)
      throws TlcException {
    SiteVisitor walk = new SiteVisitor(levels);
    walk.enter(new Site(definition, definition.body(), null, role, initial));
    return walk.sites;
  }

  private void enter(Site given) throws TlcException {
    if (given.role() == Role.FIXED) {
      return;
    }
    boolean initial =
        given.role() == Role.TEMPORAL && levels.of(given.expression()) < Levels.ACTION;
    Site site = initial ? given.asInitial() : given;
    sites.add(site);
    Expr expression = site.expression();
    if (expression instanceof Expr.Apply apply) {
      apply(site, apply);
    } else if (expression instanceof Expr.Let let) {
      for (Definition local : let.definitions()) {
        enter(site.child(local.body(), local.level() >= Levels.ACTION ? site.role() : Role.VALUE));
      }
      enter(site.child(let.body(), site.role()));
    } else if (expression instanceof Expr.Quantified quantified) {
      for (Expr.Bound bound : quantified.bounds()) {
        if (bound.set() != null) {
          enter(site.child(bound.set(), Role.VALUE));
        }
      }
      enter(site.child(quantified.body(), body(quantified, site)));
    }
  }

  private static Role body(Expr.Quantified quantified, Site site) {
    return switch (quantified.quantifier()) {
      case FOR_ALL, EXISTS -> truth(site);
      case CHOOSE, FILTER -> Role.CONDITION;
      case MAP, FUNCTION, RECURSIVE_FUNCTION -> Role.VALUE;
    };
  }

  private static Role truth(Site site) {
    return site.role() == Role.VALUE ? Role.CONDITION : site.role();
  }

  private void apply(Site site, Expr.Apply apply) throws TlcException {
    List<Expr> args = apply.args();
    switch (apply.operator()) {
      case "$ConjList", "\\land", "$DisjList", "\\lor" -> enterAll(site, args, truth(site));
      case "\\lnot", "=>", "\\equiv" -> enterAll(site, args, Role.CONDITION);
      case "[]" -> {
        boolean steps = args.get(0) instanceof Expr.Apply of && of.operator().equals("$SquareAct");
        enter(site.child(args.get(0), steps ? site.role() : Role.CONDITION));
      }
      case "<>", "~>", "-+->" -> enterAll(site, args, Role.CONDITION);
      case "$SquareAct", "$AngleAct" -> enter(site.child(args.get(0), Role.FORMULA));
      case "$WF", "$SF" -> enter(site.child(args.get(1), Role.FORMULA));
      case "ENABLED" -> enter(site.child(args.get(0), Role.FORMULA));
      case "UNCHANGED" -> {}
      case "$IfThenElse" -> {
        enter(site.child(args.get(0), Role.CONDITION));
        enter(site.child(args.get(1), site.role()));
        enter(site.child(args.get(2), site.role()));
      }
      case "$Case" -> cases(site, args);
      case "$RcdConstructor", "$SetOfRcds" -> {
        for (Expr pair : args) {
          enter(site.child(((Expr.Apply) pair).args().get(1), Role.VALUE));
        }
      }
      case "$RcdSelect" -> enter(site.child(args.get(0), Role.VALUE));
      case "$Except" -> except(site, args);
      case "'" -> {
        boolean name = args.get(0) instanceof Expr.Apply prime && prime.args().isEmpty();
        enter(site.child(args.get(0), name ? Role.FIXED : Role.VALUE));
      }
      default -> operands(site, args);
    }
  }

  private void operands(Site site, List<Expr> args) throws TlcException {
    boolean gives =
        site.role() == Role.FORMULA
            && (Levels.assigned(site.expression()).isPresent()
                || (site.initial() && Levels.initialised(site.expression()).isPresent()));
    for (int i = 0; i < args.size(); i++) {
      enter(site.child(args.get(i), gives && i == 0 ? Role.FIXED : Role.VALUE));
    }
  }

  private void cases(Site site, List<Expr> arms) throws TlcException {
    for (Expr arm : arms) {
      List<Expr> pair = ((Expr.Apply) arm).args();
      Site inner = site.child(arm, site.role());
      if (!(pair.get(0) instanceof Expr.Other)) {
        enter(inner.child(pair.get(0), Role.CONDITION));
      }
      enter(inner.child(pair.get(1), site.role()));
    }
  }

  private void except(Site site, List<Expr> args) throws TlcException {
    enter(site.child(args.get(0), Role.VALUE));
    for (Expr clause : args.subList(1, args.size())) {
      Site inner = site.child(clause, Role.VALUE);
      List<Expr> pair = ((Expr.Apply) clause).args();
      for (Expr index : ((Expr.Apply) pair.get(0)).args()) {
        // A field is a string to the parser; as an index a string could be one too, and is spared.
        enter(inner.child(index, index instanceof Expr.Str ? Role.FIXED : Role.VALUE));
      }
      enter(inner.child(pair.get(1), Role.VALUE));
    }
  }

  private void enterAll(Site site, List<Expr> args, Role role) throws TlcException {
    for (Expr arg : args) {
      enter(site.child(arg, role));
    }
  }
}
