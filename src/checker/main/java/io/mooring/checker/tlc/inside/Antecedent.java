package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.SourceSpan;
import java.util.List;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.EvalControl;
import tlc2.tool.IContextEnumerator;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.IValue;

/**
 * A condition without which a property is vacuous: the left side of an implication or {@code ~>},
 * either side of an equivalence, or that a quantifier ranges over something.
 *
 * @param tool TLC's evaluator
 * @param property name of the property
 * @param path the way from the property to the condition, the condition last
 * @param needsStep whether it is a condition on steps, and not on states
 * @param span its source
 * @param complaint what to say if nothing makes it true
 */
record Antecedent(
    FastTool tool,
    String property,
    List<Part> path,
    boolean needsStep,
    SourceSpan span,
    String complaint) {

  /** One part of the way to a condition. */
  sealed interface Part {

    /** A name whose definition the way goes through. */
    record Call(OpDefNode callee, OpApplNode node) implements Part {}

    /** Some element of what a quantifier ranges over. */
    record Some(OpApplNode quantifier) implements Part {}

    /** Something that must be so, or must not. */
    record Truth(SemanticNode condition, boolean wanted) implements Part {}

    /** A step that changes the subscript of an action property. */
    record Change(SemanticNode subscript) implements Part {}
  }

  /** Whether a step makes the condition true; for a condition on states, whether its end does. */
  boolean isWitnessed(TLCState before, TLCState after) {
    try {
      return needsStep
          ? exists(0, Context.Empty, before, after)
          : exists(0, Context.Empty, after, TLCState.Empty);
    } catch (RuntimeException cannotBeEvaluatedHere) {
      // TLC evaluates the whole property and reports what is wrong with it; here it is no witness.
      return false;
    }
  }

  private boolean exists(int index, Context context, TLCState before, TLCState after) {
    if (index == path.size()) {
      return true;
    }
    Part part = path.get(index);
    if (part instanceof Part.Call call) {
      Context inner = tool.getOpContext(call.callee(), call.node().getArgs(), context, true);
      return exists(index + 1, inner, before, after);
    }
    if (part instanceof Part.Some some) {
      IContextEnumerator each =
          tool.contexts(some.quantifier(), context, before, after, EvalControl.Clear);
      for (Context inner = each.nextElement(); inner != null; inner = each.nextElement()) {
        if (exists(index + 1, inner, before, after)) {
          return true;
        }
      }
      return false;
    }
    if (part instanceof Part.Truth truth) {
      boolean holds = new Predicates(tool).truth(truth.condition(), context, before, after);
      return holds == truth.wanted() && exists(index + 1, context, before, after);
    }
    Part.Change change = (Part.Change) part;
    IValue from = value(change.subscript(), context, before);
    IValue to = value(change.subscript(), context, after);
    return !from.equals(to) && exists(index + 1, context, before, after);
  }

  private IValue value(SemanticNode node, Context context, TLCState state) {
    return tool.eval(node, context, state);
  }
}
