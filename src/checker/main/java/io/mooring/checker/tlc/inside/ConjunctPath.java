package io.mooring.checker.tlc.inside;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;

/**
 * A part of a property as TLC names it: by its place or by its definition, where TLC takes the
 * property apart to check each conjunct by itself.
 */
final class ConjunctPath {

  private static final Set<String> TAKEN_APART =
      Set.of("\\land", "$ConjList", "[]", "$SquareAct", "$BoundedForall");

  private final String part;
  private final Set<OpDefNode> entered = new HashSet<>();

  ConjunctPath(String part) {
    this.part = part;
  }

  /** Whether a property has this part. */
  boolean contains(@Nullable SemanticNode node) {
    if (node == null) {
      return false;
    }
    if (node.getLocation().toString().equals(part)) {
      return true;
    }
    if (node instanceof SubstInNode instance) {
      return contains(instance.getBody());
    }
    if (node instanceof LetInNode let) {
      return contains(let.getBody());
    }
    if (node instanceof LabelNode label) {
      return contains(label.getBody());
    }
    return node instanceof OpApplNode application && contains(application);
  }

  private boolean contains(OpApplNode application) {
    String name = application.getOperator().getName().toString();
    if (name.equals(part)) {
      return true;
    }
    if (TAKEN_APART.contains(name)) {
      for (SemanticNode arg : application.getArgs()) {
        if (contains(arg)) {
          return true;
        }
      }
      return false;
    }
    return application.getOperator() instanceof OpDefNode definition
        && entered.add(definition)
        && contains(definition.getBody());
  }
}
