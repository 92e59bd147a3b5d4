package io.mooring.checker.tlc.inside;

import java.util.List;
import java.util.Optional;
import tlc2.output.EC;
import tlc2.output.OutputCollector;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;

/** The initial state that ended a check. TLC only prints it, and records no behaviour. */
final class AtStart {

  private AtStart() {}

  /** The behaviour that ended a check, of one state if it ended in an initial one. */
  static List<TLCState> behaviour(Specification specification, Recording recording) {
    List<TLCState> recorded = recording.trace();
    return recorded.isEmpty()
        ? state(specification, recording).map(List::of).orElse(List.of())
        : recorded;
  }

  private static Optional<TLCState> state(Specification specification, Recording recording) {
    TLCState judgedLast = OutputCollector.getInitialState();
    if (judgedLast == null || recording.isSearching()) {
      return Optional.empty();
    }
    boolean violates =
        recording.said(EC.TLC_INVARIANT_VIOLATED_INITIAL)
            || recording.said(EC.TLC_PROPERTY_VIOLATED_INITIAL);
    return violates || cannotBeJudged(specification.tool(), judgedLast)
        ? Optional.of(judgedLast)
        : Optional.empty();
  }

  /** Whether the failure is one of this state, and not of the predicate that makes the next one. */
  private static boolean cannotBeJudged(FastTool tool, TLCState state) {
    try {
      for (Action invariant : tool.getInvariants()) {
        tool.isValid(invariant, state);
      }
      for (Action implied : tool.getImpliedInits()) {
        tool.isValid(implied, state);
      }
      return false;
    } catch (RuntimeException | StackOverflowError fails) {
      return true;
    }
  }
}
