package io.mooring.checker.tlc.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;

/** Finds what keeps an action from making a step from a state. */
final class Obstacles {

  private static final int STATE = 1;

  private final Specification specification;
  private final Predicates predicates;

  Obstacles(Specification specification, Predicates predicates) {
    this.specification = specification;
    this.predicates = predicates;
  }

  /**
   * Why an action makes no step from a state, as places and their text: the first conjunct about
   * the state alone that is false; or the action constraints that leave out a step; nothing if none
   * can be decided by itself.
   */
  List<String> of(Action action, String name, TLCState from) {
    Optional<SemanticNode> conjunct = falseIn(action.pred, action.con, from);
    if (conjunct.isPresent()) {
      return List.of(text(conjunct.get()));
    }
    List<String> all = new ArrayList<>();
    for (TLCState to : specification.successors(action, name, from)) {
      for (ExprNode constraint : specification.tool().getActionConstraints()) {
        if (!predicates.truth(constraint, Context.Empty, from, to)) {
          all.add(text(constraint) + ", which the configuration has as an ACTION_CONSTRAINT");
        }
      }
    }
    return all;
  }

  private String text(SemanticNode node) {
    return Spans.of(node).line() + ": " + Quoted.of(specification.finder(), node);
  }

  private Optional<SemanticNode> falseIn(SemanticNode node, Context context, TLCState state) {
    if (node instanceof LabelNode label) {
      return falseIn(label.getBody(), context, state);
    }
    if (node instanceof LevelNode leveled && leveled.getLevel() <= STATE && !isList(node)) {
      return isFalse(node, context, state) ? Optional.of(node) : Optional.empty();
    }
    if (node instanceof LetInNode let) {
      return falseIn(let.getBody(), context, state);
    }
    if (!(node instanceof OpApplNode application)) {
      return Optional.empty();
    }
    ExprOrOpArgNode[] args = application.getArgs();
    if (isList(node)) {
      for (ExprOrOpArgNode each : args) {
        Optional<SemanticNode> found = falseIn(each, context, state);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return BuiltInOPs.getOpCode(application.getOperator().getName()) == 0
            && specification.tool().lookup(application.getOperator(), context, false)
                instanceof OpDefNode callee
        ? falseIn(
            callee.getBody(), specification.tool().getOpContext(callee, args, context, true), state)
        : Optional.empty();
  }

  private static boolean isList(SemanticNode node) {
    return node instanceof OpApplNode application
        && switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
          case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> true;
          default -> false;
        };
  }

  private boolean isFalse(SemanticNode node, Context context, TLCState state) {
    try {
      return !predicates.truth(node, context, state, TLCState.Empty);
    } catch (RuntimeException unevaluated) {
      // What depends on an earlier conjunct about the next state cannot be decided by itself.
      return false;
    }
  }
}
