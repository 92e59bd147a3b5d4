package io.mooring.checker.tlc.inside;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;

/**
 * Temporal formulas that speak of no variable. Their value is the same at every point of every
 * behaviour, so temporal operators change nothing of it; TLC takes some of them for violated that
 * are true.
 */
final class Stateless {

  private static final int STEP = 2;

  private final FastTool tool;
  private final Set<SemanticNode> entered = new HashSet<>();

  Stateless(FastTool tool) {
    this.tool = tool;
  }

  /** The properties of the configuration that are such formulas, and true. */
  List<String> holding() {
    List<String> all = new ArrayList<>();
    for (String name : Checker.names(tool.getModelConfig().getProperties())) {
      OpDefNode definition = tool.getSpecProcessor().getRootModule().getOpDef(name);
      if (definition != null
          && definition.getBody().getLevel() > STEP
          && !Mentions.aVariable(tool, definition.getBody())
          && isTrue(definition.getBody(), Context.Empty)) {
        all.add(name);
      }
    }
    return all;
  }

  private boolean isTrue(SemanticNode node, Context context) {
    try {
      return value(node, context);
    } catch (RuntimeException unknown) {
      return false;
    }
  }

  private boolean value(SemanticNode node, Context context) {
    if (node instanceof LabelNode label) {
      return value(label.getBody(), context);
    }
    if (!(node instanceof OpApplNode application)
        || (node instanceof tla2sany.semantic.LevelNode leveled && leveled.getLevel() <= 1)) {
      return new Predicates(tool).truth(node, context, TLCState.Empty, TLCState.Empty);
    }
    ExprOrOpArgNode[] args = application.getArgs();
    return switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
      case ToolGlobals.OPCODE_box, ToolGlobals.OPCODE_diamond, ToolGlobals.OPCODE_nop ->
          value(args[0], context);
      case ToolGlobals.OPCODE_lnot -> !value(args[0], context);
      case ToolGlobals.OPCODE_leadto, ToolGlobals.OPCODE_implies ->
          !value(args[0], context) || value(args[1], context);
      case ToolGlobals.OPCODE_equiv -> value(args[0], context) == value(args[1], context);
      case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> {
        boolean all = true;
        for (ExprOrOpArgNode each : args) {
          all &= value(each, context);
        }
        yield all;
      }
      case ToolGlobals.OPCODE_dl, ToolGlobals.OPCODE_lor -> {
        boolean any = false;
        for (ExprOrOpArgNode each : args) {
          any |= value(each, context);
        }
        yield any;
      }
      case 0 -> {
        if (tool.lookup(application.getOperator(), context, false) instanceof OpDefNode callee) {
          yield value(callee.getBody(), tool.getOpContext(callee, args, context, true));
        }
        throw new IllegalArgumentException("a temporal formula of another kind");
      }
      default -> throw new IllegalArgumentException("a temporal formula of another kind");
    };
  }

  /** The first part of a property that is such a formula; empty if there is none. */
  Optional<SemanticNode> part(@Nullable SemanticNode node) {
    if (node == null || !entered.add(node)) {
      return Optional.empty();
    }
    if (node instanceof OpApplNode application) {
      int operator = BuiltInOPs.getOpCode(application.getOperator().getName());
      boolean temporal =
          operator == ToolGlobals.OPCODE_box
              || operator == ToolGlobals.OPCODE_diamond
              || operator == ToolGlobals.OPCODE_leadto;
      if (temporal && !Mentions.aVariable(tool, application)) {
        return Optional.of(application);
      }
      if (operator == 0 && application.getOperator() instanceof OpDefNode callee) {
        Optional<SemanticNode> inside = part(callee.getBody());
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    SemanticNode[] children = node.getChildren();
    if (children != null) {
      for (SemanticNode child : children) {
        Optional<SemanticNode> inside = part(child);
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }
}
