package io.mooring.checker.tlc.inside;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;

/** Whether an expression speaks of a state at all: of a variable, here or in what it names. */
final class Mentions {

  private final FastTool tool;
  private final Set<SemanticNode> entered = new HashSet<>();

  private Mentions(FastTool tool) {
    this.tool = tool;
  }

  static boolean aVariable(FastTool tool, SemanticNode node) {
    return new Mentions(tool).in(node);
  }

  private boolean in(@Nullable SemanticNode node) {
    if (node == null || !entered.add(node)) {
      return false;
    }
    if (node instanceof OpApplNode application && of(application)) {
      return true;
    }
    if (node instanceof SubstInNode instance) {
      for (Subst each : instance.getSubsts()) {
        if (in(each.getExpr())) {
          return true;
        }
      }
      return in(instance.getBody());
    }
    if (node instanceof LetInNode let) {
      return in(let.getBody());
    }
    SemanticNode[] children = node.getChildren();
    if (children != null) {
      for (SemanticNode child : children) {
        if (in(child)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean of(OpApplNode application) {
    if (application.getOperator().getKind() == ASTConstants.VariableDeclKind) {
      return true;
    }
    Object meaning = tool.lookup(application.getOperator(), Context.Empty, false);
    return (meaning instanceof OpDefNode replaced
            && !replaced.isBuiltIn()
            && in(replaced.getBody()))
        || (application.getOperator() instanceof OpDefNode definition
            && !definition.isBuiltIn()
            && in(definition.getBody()));
  }
}
