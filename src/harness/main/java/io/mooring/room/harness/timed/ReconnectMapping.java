package io.mooring.room.harness.timed;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.machine.MachineStep;
import io.mooring.mbt.run.StepOracle;
import io.mooring.mbt.tlc.Mapping;
import io.mooring.mbt.tlc.Move;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.StateSpace;
import io.mooring.mbt.tlc.StateTracker;
import io.mooring.mbt.tlc.ValueMapping;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.harness.log.ObservationHandler;
import io.mooring.room.harness.log.ObservedInput;
import io.mooring.room.harness.model.RoomMachine;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps observations of a connection to actions of {@code RoomReconnect}, in one life.
 *
 * <p>The length of the window is not observed: all possible lengths are tracked. The breaking and
 * healing of links is left out: it changes nothing that is observed, and only adds deadlines; a run
 * that the specification allows with it is allowed without it.
 */
class ReconnectMapping implements Mapping<Observation>, ObservationHandler<Move> {

  private static final SpecAction CARRY_OUT = SpecAction.of("CarryOut");

  private static final Map<String, Effect> EFFECTS =
      Arrays.stream(Effect.values()).collect(Collectors.toMap(Effect::value, each -> each));

  private final TimedOracle oracle;
  private final RunningTimers timers;
  private final ReconnectActions actions;

  /** The calls of the transport that are expected. */
  private final Deque<Observation.Called> expected = new ArrayDeque<>();

  /** The step that is being executed, with its pending effects. */
  private TlaValue.@Nullable Rec executing;

  private final PendingNotifications pending = new PendingNotifications();

  /** The session of an earlier life that no transport has resumed; 0 if there is none. */
  private int lost;

  /** A mapping for a run, from its beginning. */
  ReconnectMapping(TimedOracle oracle) {
    this.oracle = oracle;
    this.timers = new RunningTimers(oracle.initial().get("timer"));
    this.actions = new ReconnectActions(timers);
  }

  @Override
  public final Move move(Observation seen) {
    return seen.apply(this);
  }

  /* ---------------- decisions ---------------- */

  @Override
  public final Move decided(Observation.Decided decided) {
    Step step = decided.step();
    return Move.first(
            decided.input().apply(actions),
            (before, after) -> objection(step, decided.input(), before, after))
        .then(
            tracker -> {
              pending.decided(step, session(tracker));
              return List.of();
            });
  }

  private Optional<String> objection(
      Step step, ObservedInput input, SpecState before, SpecState after) {
    TlaState led = oracle.contract(after);
    if (led.equals(oracle.led(step))) {
      return Optional.empty();
    }
    if (led.equals(oracle.contract(before))) {
      return Optional.of("the specification discards it, because what it is about is over");
    }
    ValueMapping contract = oracle.contract();
    MachineStep specified =
        contract.step(oracle.contract(before), RoomMachine.JAVA.number(input.event()), led);
    return StepOracle.difference(
        "the specification", contract.machine(), specified, RoomMachine.JAVA.step(step));
  }

  @Override
  public final Move discarded(Observation.Discarded discarded) {
    return Move.first(
        discarded.input().apply(actions),
        (before, after) -> differences(oracle.contract(before).values(), after));
  }

  /* ---------------- calls of the transport ---------------- */

  @Override
  public final Move called(Observation.Called call) {
    return tracker -> called(tracker, call);
  }

  /** With its first call a step is executed; the other calls follow. */
  private Collection<String> called(StateTracker tracker, Observation.Called call) {
    if (!expected.isEmpty()) {
      return isSame(call, expected.remove()) ? List.of() : List.of("no such call is expected");
    }
    skipUnobservable(tracker);
    Optional<TlaValue.Rec> first = pending(tracker.any());
    if (first.isEmpty() || !isSame(call, called(first.get()).get(0))) {
      return List.of("no such call is expected");
    }
    executing = first.get();
    expected.addAll(called(first.get()));
    expected.remove();
    return tracker.first(
        state -> List.of(CARRY_OUT), (before, after) -> blocks(call.blocks(), after));
  }

  /** Calls of no session, or of one that no transport has resumed, cannot be observed. */
  private void skipUnobservable(StateTracker tracker) {
    while (isUnobservable(pending(tracker.any()))) {
      Collection<String> blocked =
          tracker.first(state -> List.of(CARRY_OUT), (before, after) -> blocks(false, after));
      if (!blocked.isEmpty()) {
        return;
      }
    }
  }

  private boolean isUnobservable(Optional<TlaValue.Rec> pending) {
    int session =
        pending.map(each -> ReconnectActions.number(ValueMapping.field(each, "epoch"))).orElse(-1);
    return session == 0 || (lost > 0 && session == lost);
  }

  /** The first pending step, which is the same in all states. */
  private static Optional<TlaValue.Rec> pending(SpecState state) {
    List<TlaValue> all = ((TlaValue.Seq) state.get("pending")).elements();
    return all.isEmpty() ? Optional.empty() : Optional.of((TlaValue.Rec) all.get(0));
  }

  /** What is wrong unless the transport blocks as observed. */
  private static Optional<String> blocks(boolean seen, SpecState state) {
    boolean blocked = state.get("blocked").equals(new TlaValue.Bool(true));
    return seen == blocked
        ? Optional.empty()
        : Optional.of(blocked ? "the transport blocks" : "the transport does not block");
  }

  private static boolean isSame(Observation.Called one, Observation.Called other) {
    return one.session() == other.session() && one.effect() == other.effect();
  }

  /** The calls of the transport of a pending step. */
  private static List<Observation.Called> called(TlaValue.Rec pending) {
    int session = ReconnectActions.number(ValueMapping.field(pending, "epoch"));
    return ((TlaValue.Seq) ValueMapping.field(pending, "effects"))
        .elements().stream()
            .map(effect -> new Observation.Called(session, effect(effect)))
            .toList();
  }

  private static Effect effect(TlaValue value) {
    Effect effect = EFFECTS.get(((TlaValue.Str) value).value());
    if (effect == null) {
      throw new IllegalArgumentException(value + " of the specification is no effect");
    }
    return effect;
  }

  @Override
  public final Move callReturned(Observation.CallReturned seen) {
    return Move.action(SpecAction.of("TransportReturns"));
  }

  /* ---------------- timers, and time ---------------- */

  @Override
  public final Move armed(Observation.Armed armed) {
    return tracker -> {
      TlaValue timer = tracker.any().get("timer");
      boolean same = tracker.states().stream().allMatch(state -> state.get("timer").equals(timer));
      TlaValue tells = new TlaValue.Str(armed.timer().fact().action());
      if (!same
          || !(timer instanceof TlaValue.Rec known)
          || !tells.equals(ValueMapping.field(known, "tells"))) {
        return List.of("the specification has armed no such timer");
      }
      timers.armed(armed.run(), known);
      return List.of();
    };
  }

  @Override
  public final Move disarmed(Observation.Disarmed disarmed) {
    timers.ends(disarmed.run());
    return Move.NONE;
  }

  @Override
  public final Move ticked(Observation.Ticked seen) {
    Move atRest = this::atRest;
    return atRest.then(Move.action(ReconnectActions.TICK));
  }

  /** Time is going to pass: no call may be pending, and the timers that run must be those armed. */
  private Collection<String> atRest(StateTracker tracker) {
    skipUnobservable(tracker);
    if (!expected.isEmpty() && blocks(true, tracker.any()).isPresent()) {
      return List.of("this is missing before it: " + expected.getFirst().text());
    }
    return tracker.retain(timers::difference);
  }

  /* ---------------- callbacks ---------------- */

  @Override
  public final Move callbackBegan(Observation.CallbackBegan begun) {
    Optional<String> wrong = pending.delivered(begun.change());
    if (wrong.isPresent()) {
      return Move.wrong(wrong.get());
    }
    Map<String, TlaValue> seen =
        Map.of(
            "told", new TlaValue.Int(begun.change().to().code()),
            "state", new TlaValue.Int(begun.state().code()));
    return Move.action(
        (before, after) -> differences(seen, after), SpecAction.of("CallbackBegins"));
  }

  @Override
  public final Move callbackReturned(Observation.CallbackReturned seen) {
    return Move.action(SpecAction.of("CallbackReturns"));
  }

  /* ---------------- attempts ---------------- */

  /** The first attempt of an episode begins as part of a step. */
  @Override
  public final Move attemptBegan(Observation.AttemptBegan begun) {
    Map<String, TlaValue> made =
        Map.of(
            "attempt", new TlaValue.Int(begun.number()),
            "phase", new TlaValue.Str("trying"),
            "transport", new TlaValue.Int(begun.session()));
    if (begun.number() == 1) {
      return tracker -> {
        TlaValue episode =
            executing == null
                ? tracker.any().get("episode")
                : ValueMapping.field(executing, "episode");
        actions.began(
            begun.attempt(),
            new ReconnectActions.Attempt(begun.session(), ReconnectActions.number(episode), 1));
        return differences(made, tracker.any()).stream().toList();
      };
    }
    ReconnectActions.Attempt earlier = actions.attempt(begun.attempt() - 1);
    actions.began(
        begun.attempt(),
        new ReconnectActions.Attempt(earlier.session(), earlier.episode(), begun.number()));
    return Move.action(
        (before, after) -> blocks(begun.blocks(), after).or(() -> differences(made, after)),
        SpecAction.of("NextAttempt"));
  }

  @Override
  public final Move attemptFailed(Observation.AttemptFailed failed) {
    List<SpecAction> any =
        ReconnectActions.failure(actions.attempt(failed.attempt()), failed.timeIsUp());
    return Move.first(state -> any, (before, after) -> fails(failed, before, after));
  }

  /** After the end of the episode its time may end before it is stopped. */
  private static Optional<String> fails(
      Observation.AttemptFailed failed, SpecState before, SpecState after) {
    boolean ended = !after.equals(before);
    boolean isOver = before.get("reconnecting").equals(new TlaValue.Bool(false));
    return ended == failed.accepted() || (isOver && failed.timeIsUp())
        ? Optional.empty()
        : Optional.of(
            ended
                ? "in the specification that attempt is under way, and fails"
                : "in the specification that attempt is over");
  }

  /* ---------------- lives: RoomReconnect has one ---------------- */

  @Override
  public Move commandReturned(Observation.CommandReturned seen) {
    return Move.NONE;
  }

  @Override
  public Move stored(Observation.Stored seen) {
    return Move.NONE;
  }

  @Override
  public Move died(Observation.Died seen) {
    return Move.NONE;
  }

  @Override
  public Move away(Observation.Away seen) {
    return Move.NONE;
  }

  @Override
  public Move restored(Observation.Restored seen) {
    return Move.NONE;
  }

  @Override
  public Move slept(Observation.Slept seen) {
    return Move.NONE;
  }

  /** The process died: everything it had is lost. */
  final void clear() {
    expected.clear();
    timers.clear();
    pending.clear();
  }

  /**
   * Another process continues.
   *
   * @param session the session of the earlier one
   */
  final void restore(Observation.Restored restored, int session, int change, boolean isPending) {
    lost = restored.resumed() ? 0 : session;
    executing = null;
    pending.restore(change, isPending);
    restored.step().ifPresent(step -> pending.decided(step, session));
  }

  /** The number of the session, which is the same in all states. */
  static int session(StateTracker tracker) {
    return ReconnectActions.number(tracker.any().get("epoch"));
  }

  /* ---------------- text ---------------- */

  static Optional<String> differences(Map<String, TlaValue> seen, SpecState state) {
    return ReconnectText.differences("", seen, state.state().values());
  }

  @Override
  public final String text(Observation seen) {
    return seen.text();
  }

  @Override
  public final String text(String variable, TlaValue value) {
    return ReconnectText.value(variable, value);
  }

  @Override
  public final String text(SpecAction action) {
    return ReconnectText.action(action);
  }

  @Override
  public final Collection<SpecAction> candidates(StateSpace space, SpecState state) {
    return ReconnectText.candidates(state);
  }

  /** The states that an action leads to from any of these. */
  static Set<SpecState> after(StateSpace space, Set<SpecState> states, String action) {
    Set<SpecState> next = new LinkedHashSet<>();
    states.forEach(state -> next.addAll(space.successors(state, SpecAction.of(action))));
    return next;
  }
}
