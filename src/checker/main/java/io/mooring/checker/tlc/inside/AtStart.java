package io.mooring.checker.tlc.inside;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import tlc2.output.EC;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;

/** The initial state that ended a check. TLC only prints it, and records no behaviour. */
final class AtStart {

  private AtStart() {}

  /** The behaviour that ended a check, of one state if it ended in an initial one. */
  static List<TLCState> behaviour(Specification specification, Recording recording) {
    List<TLCState> recorded = recording.trace();
    return recorded.isEmpty() && isAmongInitialStates(recording)
        ? first(specification.tool()).map(List::of).orElse(List.of())
        : recorded;
  }

  /**
   * Whether the check ended before all initial states were found, and one of them may be the
   * reason. Where the predicate that makes them is too deep for the stack, none is, and evaluating
   * it once more can take long.
   */
  private static boolean isAmongInitialStates(Recording recording) {
    boolean isPredicateTooDeep =
        EvaluationErrors.isTooDeep(recording.message(EC.GENERAL))
            && !recording.said(EC.TLC_INITIAL_STATE);
    return recording.said(EC.TLC_COMPUTING_INIT) && !recording.isSearching() && !isPredicateTooDeep;
  }

  /** The first initial state that violates a property, or of which one cannot be evaluated. */
  private static Optional<TLCState> first(FastTool tool) {
    try {
      tool.getInitStates(
          state -> {
            if (tool.isGoodState(state) && !holds(tool, state)) {
              throw new Found(state);
            }
            return state;
          });
      return Optional.empty();
    } catch (Found found) {
      return Optional.of(found.state);
    } catch (RuntimeException | StackOverflowError predicate) {
      // The failure is one of the predicate that makes the next state.
      return Optional.empty();
    }
  }

  private static boolean holds(FastTool tool, TLCState state) {
    try {
      tool.isInModel(state);
      for (Action invariant : tool.getInvariants()) {
        if (!tool.isValid(invariant, state)) {
          return false;
        }
      }
      for (Action implied : tool.getImpliedInits()) {
        if (!tool.isValid(implied, state)) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException | StackOverflowError fails) {
      return false;
    }
  }

  /** Ends the walk over the initial states. */
  private static final class Found extends Error {
    @Serial private static final long serialVersionUID = 1L;

    private final transient TLCState state;

    Found(TLCState state) {
      super(null, null, false, false);
      this.state = state;
    }
  }
}
