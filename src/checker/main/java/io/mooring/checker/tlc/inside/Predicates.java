package io.mooring.checker.tlc.inside;

import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.EvalControl;
import tlc2.tool.IContextEnumerator;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;

/** Decides properties on single states and steps. */
final class Predicates {

  private final FastTool tool;

  Predicates(FastTool tool) {
    this.tool = tool;
  }

  /**
   * Whether a step is one that a property allows: a state predicate is decided on its end, {@code
   * [][A]_v} on the step.
   */
  boolean holds(OpDefNode property, TLCState before, TLCState after) {
    Object meaning = tool.lookup(property, Context.Empty, false);
    SemanticNode body =
        meaning instanceof OpDefNode replaced ? replaced.getBody() : property.getBody();
    return holds(body, Context.Empty, before, after);
  }

  private boolean holds(SemanticNode node, Context context, TLCState before, TLCState after) {
    if (node instanceof LabelNode label) {
      return holds(label.getBody(), context, before, after);
    }
    if (level(node) <= 1) {
      return truth(node, context, after, TLCState.Empty);
    }
    if (node instanceof LetInNode let) {
      return holds(let.getBody(), context, before, after);
    }
    if (!(node instanceof OpApplNode application)) {
      throw notDecidable(node);
    }
    ExprOrOpArgNode[] args = application.getArgs();
    return switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
      case ToolGlobals.OPCODE_box ->
          level(args[0]) <= 1
              ? truth(args[0], context, after, TLCState.Empty)
              : truth(args[0], context, before, after);
      case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> all(args, context, before, after);
      case ToolGlobals.OPCODE_bf -> forAll(application, context, before, after);
      case 0 -> {
        if (tool.lookup(application.getOperator(), context, false) instanceof OpDefNode callee) {
          Context inner = tool.getOpContext(callee, args, context, true);
          yield holds(callee.getBody(), inner, before, after);
        }
        throw notDecidable(node);
      }
      default -> throw notDecidable(node);
    };
  }

  private boolean all(ExprOrOpArgNode[] args, Context context, TLCState before, TLCState after) {
    for (ExprOrOpArgNode each : args) {
      if (!holds(each, context, before, after)) {
        return false;
      }
    }
    return true;
  }

  private boolean forAll(OpApplNode node, Context context, TLCState before, TLCState after) {
    IContextEnumerator each =
        tool.contexts(node, context, before, TLCState.Empty, EvalControl.Clear);
    for (Context inner = each.nextElement(); inner != null; inner = each.nextElement()) {
      if (!holds(node.getArgs()[0], inner, before, after)) {
        return false;
      }
    }
    return true;
  }

  boolean truth(SemanticNode node, Context context, TLCState before, TLCState after) {
    IValue value =
        tool.eval((tla2sany.semantic.ExprNode) node, context, before, after, EvalControl.Clear);
    if (value instanceof BoolValue bool) {
      return bool.val;
    }
    throw new IllegalArgumentException(Spans.of(node).line() + ": not TRUE or FALSE but " + value);
  }

  private static int level(SemanticNode node) {
    return node instanceof tla2sany.semantic.LevelNode leveled ? leveled.getLevel() : 3;
  }

  private static IllegalArgumentException notDecidable(SemanticNode node) {
    return new IllegalArgumentException(
        Spans.of(node).line() + ": a temporal formula, which one step cannot decide");
  }
}
