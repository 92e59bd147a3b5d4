package io.mooring.room.codegen.tlc.inside;

import io.mooring.room.codegen.tlc.TlaState;
import io.mooring.room.codegen.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tlc2.tool.TLCState;

/** Turns a recorded behaviour into a {@link Trace}, with the actions that people know. */
final class Traces {

  private final Specification specification;

  Traces(Specification specification) {
    this.specification = specification;
  }

  Optional<Trace> of(List<TLCState> states, OptionalInt loopTo) {
    if (states.isEmpty()) {
      return Optional.empty();
    }
    List<Trace.Step> steps = new ArrayList<>();
    TLCState before = null;
    for (TLCState state : states) {
      TlaState value = Values.readPartial(state);
      NamedAction action = before == null ? null : actionBetween(before, value);
      steps.add(
          new Trace.Step(
              before == null ? "Init" : action == null ? "?" : action.text(),
              action == null ? null : action.span(),
              value));
      before = state;
    }
    return Optional.of(new Trace(steps, loopTo));
  }

  private @Nullable NamedAction actionBetween(TLCState before, TlaState after) {
    for (NamedAction action : specification.actions()) {
      try {
        var successors = specification.tool().getNextStates(action.action(), before);
        for (int i = 0; i < successors.size(); i++) {
          if (Values.readPartial(successors.elementAt(i)).equals(after)) {
            return action;
          }
        }
      } catch (RuntimeException notThisOne) {
        // The action whose evaluation failed did not lead here.
      }
    }
    return null;
  }
}
