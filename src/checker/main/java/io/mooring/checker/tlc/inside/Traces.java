package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.EvalControl;
import tlc2.tool.IContextEnumerator;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;

/** Turns a recorded behaviour into a {@link Trace}, with the actions that people know. */
final class Traces {

  private final Specification specification;

  Traces(Specification specification) {
    this.specification = specification;
  }

  /**
   * A behaviour.
   *
   * @param aliases for each of its states the fields of the {@code ALIAS}, as TLC has recorded
   *     them; empty if it has recorded nothing
   */
  Optional<Trace> of(
      List<TLCState> states, List<SortedMap<String, TlaValue>> aliases, OptionalInt loopTo) {
    if (states.isEmpty()) {
      return Optional.empty();
    }
    List<Trace.Step> steps = new ArrayList<>();
    TLCState before = null;
    for (int i = 0; i < states.size(); i++) {
      TLCState state = states.get(i);
      TlaState value = TlcValues.readPartial(state);
      NamedAction action = before == null ? null : actionBetween(before, value);
      steps.add(
          new Trace.Step(
              before == null ? "Init" : action == null ? "?" : text(action, before, value),
              action == null ? null : action.span(),
              value,
              i < aliases.size()
                  ? aliases.get(i)
                  : Family.LOADED.alias(specification.tool(), state)));
      before = state;
    }
    return Optional.of(new Trace(steps, loopTo, new TypeNames(specification).all()));
  }

  /** The action with its parameters, also those that range over what the state before holds. */
  private String text(NamedAction action, TLCState before, TlaState after) {
    if (action.action().pred instanceof OpApplNode node
        && opcode(node) == ToolGlobals.OPCODE_be
        && action.arguments().isEmpty()) {
      return bound(node, action.action().con, before, after).orElse(action.text());
    }
    return action.text();
  }

  private Optional<String> bound(
      SemanticNode node, Context context, TLCState before, TlaState after) {
    if (!(node instanceof OpApplNode application)) {
      return Optional.empty();
    }
    if (opcode(application) == ToolGlobals.OPCODE_be) {
      IContextEnumerator each =
          specification
              .tool()
              .contexts(application, context, before, TLCState.Empty, EvalControl.Clear);
      for (Context inner = each.nextElement(); inner != null; inner = each.nextElement()) {
        Optional<String> found = bound(application.getArgs()[0], inner, before, after);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    if (!(application.getOperator() instanceof OpDefNode definition)
        || definition.isBuiltIn()
        || !leads(new Action(application, context), before, after)) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (ExprOrOpArgNode each : application.getArgs()) {
      arguments.add(TlcValues.read(specification.tool().eval(each, context, before)).toString());
    }
    return Optional.of(definition.getName() + "(" + String.join(", ", arguments) + ")");
  }

  private static int opcode(OpApplNode node) {
    return BuiltInOPs.getOpCode(node.getOperator().getName());
  }

  private boolean leads(Action action, TLCState before, TlaState after) {
    var successors = specification.tool().getNextStates(action, before);
    for (int i = 0; i < successors.size(); i++) {
      if (TlcValues.readPartial(successors.elementAt(i)).equals(after)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable NamedAction actionBetween(TLCState before, TlaState after) {
    for (NamedAction action : specification.actions()) {
      try {
        if (leads(action.action(), before, after)) {
          return action;
        }
      } catch (RuntimeException notThisOne) {
        // The action whose evaluation failed did not lead here.
      }
    }
    return null;
  }
}
