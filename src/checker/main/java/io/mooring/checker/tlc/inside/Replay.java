package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.DeepStack;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.StandIns;
import io.mooring.checker.tlc.TlcException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.CallStack;
import tlc2.tool.TLCState;
import tlc2.tool.impl.CallStackTool;
import tlc2.tool.impl.FastTool;
import tlc2.tool.liveness.Liveness;
import tlc2.tool.liveness.OrderOfSolution;
import tlc2.util.Context;

/**
 * Evaluates again what failed, with the tool of TLC's that notes every expression that it enters:
 * so it says where an evaluation failed, and which definitions led there.
 *
 * <p>TLC does the same by itself, but not for what it evaluates on a state that it has seen.
 */
final class Replay {

  private final Specification specification;
  private final CallStackTool noting;
  private @Nullable SemanticNode current;

  private Replay(Specification specification) {
    this.specification = specification;
    this.noting = new CallStackTool(specification.tool());
  }

  /**
   * Where an evaluation failed.
   *
   * @param span the innermost expression; for an evaluation that goes too deep, the one that recurs
   * @param text how the evaluation came there, for people; empty if it came straight
   */
  record Place(SourceSpan span, String text) {}

  /**
   * The place at which the evaluation fails that comes after a behaviour, or at its last state; of
   * the initial states if there is no behaviour. Empty if it does not fail again.
   *
   * @param tooDeep whether it failed because the stack was not deep enough
   */
  static Optional<Place> of(
      Specification specification, List<TLCState> behaviour, boolean tooDeep) {
    try {
      Replay replay = new Replay(specification);
      return tooDeep
          ? DeepStack.callShallow(() -> replay.place(behaviour))
          : replay.place(behaviour);
    } catch (TlcException notAgain) {
      return Optional.empty();
    } catch (LinkageError otherChecker) {
      // Another release of the checker notes it otherwise; then the place is not known.
      return Optional.empty();
    }
  }

  private Optional<Place> place(List<TLCState> behaviour) {
    try {
      if (behaviour.isEmpty()) {
        begin();
      } else {
        int last = behaviour.size() - 1;
        go(behaviour.get(Math.max(0, last - 1)), behaviour.get(last), last == 0);
      }
      return Optional.empty();
    } catch (RuntimeException | AssertionError again) {
      return failed(false);
    } catch (StackOverflowError again) {
      return failed(true);
    }
  }

  private void begin() {
    FastTool tool = specification.tool();
    for (ExprNode assumption : tool.getAssumptions()) {
      current = assumption;
      noting.isValid(assumption);
    }
    Action[] initial = new Action[tool.getInitStateSpec().size()];
    for (int i = 0; i < initial.length; i++) {
      initial[i] = tool.getInitStateSpec().elementAt(i);
    }
    current = initial.length == 0 ? null : initial[0].pred;
    noting.getInitStates(
        state -> {
          if (noting.isGoodState(state)) {
            lookAt(state, state, true);
          }
          return state;
        });
  }

  private void go(TLCState before, TLCState last, boolean initial) {
    lookAt(before, last, initial);
    for (Action action : specification.tool().getActions()) {
      current = action.pred;
      var successors = noting.getNextStates(action, last);
      for (int i = 0; i < successors.size(); i++) {
        if (noting.isGoodState(successors.elementAt(i))) {
          lookAt(last, successors.elementAt(i), false);
        }
      }
    }
    for (OrderOfSolution order : Liveness.processLiveness(noting)) {
      order.checkState(noting, last);
      order.checkAction(noting, last, last);
    }
  }

  /** Evaluates what a check evaluates of a state and of the step that led to it. */
  private void lookAt(TLCState before, TLCState after, boolean initial) {
    FastTool tool = specification.tool();
    for (ExprNode constraint : tool.getModelConstraints()) {
      current = constraint;
      noting.eval(constraint, Context.Empty, after);
    }
    if (tool.getViewSpec() != null) {
      current = tool.getViewSpec();
      noting.eval(tool.getViewSpec(), Context.Empty, after);
    }
    for (Action invariant : tool.getInvariants()) {
      current = invariant.pred;
      noting.isValid(invariant, after);
    }
    if (initial) {
      for (Action implied : tool.getImpliedInits()) {
        current = implied.pred;
        noting.isValid(implied, after);
      }
      return;
    }
    noting.isInActions(before, after);
    for (Action implied : tool.getImpliedActions()) {
      current = implied.pred;
      noting.isValid(implied, before, after);
    }
  }

  private Optional<Place> failed(boolean tooDeep) {
    List<SemanticNode> path = path(tooDeep).stream().filter(node -> !isInStandIn(node)).toList();
    if (path.isEmpty()) {
      return Optional.ofNullable(current).map(node -> new Place(Spans.of(node), ""));
    }
    Route route = new Route(specification);
    SemanticNode where = tooDeep ? recurring(path) : path.get(path.size() - 1);
    return Optional.of(new Place(Spans.of(where), route.of(path)));
  }

  /** What is in a stand-in is ours; the place is that of the specification which uses it. */
  private boolean isInStandIn(SemanticNode node) {
    String module = node.getLocation().source();
    return module.equals(StandIns.COMMON) || specification.finder().isStandIn(module);
  }

  /**
   * The expressions that were being evaluated, the outermost first. After an evaluation that went
   * too deep TLC has taken them all off again, but their places in its list are still filled.
   */
  private List<SemanticNode> path(boolean tooDeep) {
    try {
      Object stack = Objects.requireNonNull(field(CallStackTool.class, "callStack").get(noting));
      SemanticNode[] nodes =
          (SemanticNode[]) Objects.requireNonNull(field(CallStack.class, "stack").get(stack));
      int index = field(CallStack.class, "index").getInt(stack);
      return Arrays.stream(nodes, 0, tooDeep ? nodes.length : index)
          .filter(Objects::nonNull)
          .toList();
    } catch (ReflectiveOperationException otherChecker) {
      return List.of();
    }
  }

  private static Field field(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** The expression that is entered most often; of several, the outermost. */
  private static SemanticNode recurring(List<SemanticNode> path) {
    Map<SemanticNode, Integer> counts = new LinkedHashMap<>();
    path.forEach(node -> counts.merge(node, 1, Integer::sum));
    SemanticNode most = path.get(0);
    for (Map.Entry<SemanticNode, Integer> each : new ArrayList<>(counts.entrySet())) {
      // Half as often again: the parts of what recurs come as often as the whole, or nearly so.
      if (each.getValue() > counts.getOrDefault(most, 0) * 3 / 2) {
        most = each.getKey();
      }
    }
    return most;
  }
}
