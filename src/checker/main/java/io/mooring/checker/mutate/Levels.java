package io.mooring.checker.mutate;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Computes the level of an expression: state, action or temporal. */
final class Levels {

  static final int STATE = 1;
  static final int ACTION = 2;
  static final int TEMPORAL = 3;

  private static final Set<String> BEHAVIOURS =
      Set.of("[]", "<>", "~>", "-+->", "$WF", "$SF", "$SquareAct", "$AngleAct");

  private final Modules modules;

  Levels(Modules modules) {
    this.modules = modules;
  }

  /** 1 for what a state decides, 2 for what a step decides, 3 for what a behaviour decides. */
  int of(Expr expression) throws TlcException {
    if (expression instanceof Expr.Apply apply) {
      if (apply.operator().equals("ENABLED")) {
        return STATE;
      }
      int level = own(apply);
      for (Expr arg : apply.args()) {
        level = Math.max(level, of(arg));
      }
      return level;
    }
    if (expression instanceof Expr.Let let) {
      int level = of(let.body());
      for (Definition local : let.definitions()) {
        level = Math.max(level, local.level());
      }
      return level;
    }
    if (expression instanceof Expr.Quantified quantified) {
      int level = of(quantified.body());
      for (Expr.Bound bound : quantified.bounds()) {
        level = bound.set() == null ? level : Math.max(level, of(bound.set()));
      }
      return level;
    }
    return STATE;
  }

  private int own(Expr.Apply apply) throws TlcException {
    if (BEHAVIOURS.contains(apply.operator())) {
      return TEMPORAL;
    }
    if (apply.operator().equals("'") || apply.operator().equals("UNCHANGED")) {
      return ACTION;
    }
    return modules.definition(apply).map(Definition::level).orElse(STATE);
  }

  boolean isAction(Expr expression) throws TlcException {
    return of(expression) >= ACTION;
  }

  /** The variable of {@code v' = e} and {@code v' \in S}; empty for any other expression. */
  static Optional<String> assigned(Expr expression) {
    return expression instanceof Expr.Apply apply
            && (apply.operator().equals("=") || apply.operator().equals("\\in"))
            && apply.args().get(0) instanceof Expr.Apply prime
            && prime.operator().equals("'")
            && prime.args().get(0) instanceof Expr.Apply variable
            && variable.kind() == Expr.Kind.VARIABLE
        ? Optional.of(variable.operator())
        : Optional.empty();
  }

  /** The variable of {@code v = e} and {@code v \in S}, as an initial predicate gives values. */
  static Optional<String> initialised(Expr expression) {
    return expression instanceof Expr.Apply apply
            && (apply.operator().equals("=") || apply.operator().equals("\\in"))
            && apply.args().get(0) instanceof Expr.Apply variable
            && variable.kind() == Expr.Kind.VARIABLE
        ? Optional.of(variable.operator())
        : Optional.empty();
  }

  /** The variables that an action gives values to; empty if it leaves all of them as they are. */
  Set<String> updates(Expr action) throws TlcException {
    Updates found = new Updates();
    found.look(action, new LinkedHashSet<>());
    return found.changes ? found.variables : Set.of();
  }

  /** Whether an action gives a variable a value, if only the one that it has. */
  boolean gives(Expr action) throws TlcException {
    Updates found = new Updates();
    found.look(action, new LinkedHashSet<>());
    return !found.variables.isEmpty();
  }

  private final class Updates {
    final Set<String> variables = new LinkedHashSet<>();
    boolean changes;

    void look(Expr expression, Set<Definition> entered) throws TlcException {
      Optional<String> assigned = assigned(expression);
      if (assigned.isPresent()) {
        variables.add(assigned.get());
        changes = true;
      } else if (expression instanceof Expr.Let let) {
        look(let.body(), entered);
      } else if (expression instanceof Expr.Quantified quantified) {
        look(quantified.body(), entered);
      } else if (expression instanceof Expr.Apply apply) {
        Optional<Definition> definition = modules.definition(apply);
        if (apply.operator().equals("UNCHANGED")) {
          kept(apply.args().get(0));
        } else if (definition.isPresent()) {
          if (definition.get().level() == ACTION && entered.add(definition.get())) {
            look(definition.get().body(), entered);
          }
        } else {
          for (Expr arg : apply.args()) {
            look(arg, entered);
          }
        }
      }
    }

    private void kept(Expr expression) throws TlcException {
      if (expression instanceof Expr.Apply apply) {
        if (apply.kind() == Expr.Kind.VARIABLE) {
          variables.add(apply.operator());
        }
        for (Expr arg : apply.args()) {
          kept(arg);
        }
        Optional<Definition> definition = modules.definition(apply);
        if (definition.isPresent()) {
          kept(definition.get().body());
        }
      }
    }
  }
}
