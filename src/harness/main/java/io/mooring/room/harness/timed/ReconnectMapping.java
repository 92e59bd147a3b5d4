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
 * What is observed of a connection as actions of {@code RoomReconnect}, in one life.
 *
 * <p>The length that the window is given is not seen, and followed in all its ways. That links
 * break and heal is left out: it changes nothing that is seen, and only adds what must be done in
 * time; a run that the specification allows with it, it allows without.
 */
class ReconnectMapping implements Mapping<Observation>, ObservationHandler<Move> {

  private static final SpecAction CARRY_OUT = SpecAction.of("CarryOut");

  private static final Map<String, Effect> EFFECTS =
      Arrays.stream(Effect.values()).collect(Collectors.toMap(Effect::value, each -> each));

  private final TimedOracle oracle;
  private final RunningTimers timers;
  private final ReconnectActions actions;

  /** The calls on the transport that are due. */
  private final Deque<Observation.Called> due = new ArrayDeque<>();

  /** What is carried out, as it was pending. */
  private TlaValue.@Nullable Rec carriedOut;

  private final PendingNotifications untold = new PendingNotifications();

  /** The session of an earlier life that no transport has taken up; before the first, none. */
  private int gone;

  /** The beginning of a run. */
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
              untold.decided(step, session(tracker));
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
      return Optional.of("the specification drops it, because what it is about is over");
    }
    ValueMapping contract = oracle.contract();
    MachineStep specified =
        contract.step(oracle.contract(before), RoomMachine.JAVA.number(input.event()), led);
    return StepOracle.difference(
        "the specification", contract.machine(), specified, RoomMachine.JAVA.step(step));
  }

  @Override
  public final Move dropped(Observation.Dropped dropped) {
    return Move.first(
        dropped.input().apply(actions),
        (before, after) -> differences(oracle.contract(before).values(), after));
  }

  /* ---------------- calls on the transport ---------------- */

  @Override
  public final Move called(Observation.Called call) {
    return tracker -> called(tracker, call);
  }

  /** The first call of a step is where it is carried out; the others follow. */
  private Collection<String> called(StateTracker tracker, Observation.Called call) {
    if (!due.isEmpty()) {
      return isSame(call, due.remove()) ? List.of() : List.of("no such call was due");
    }
    skipUnseen(tracker);
    Optional<TlaValue.Rec> first = pending(tracker.any());
    if (first.isEmpty() || !isSame(call, called(first.get()).get(0))) {
      return List.of("no such call was due");
    }
    carriedOut = first.get();
    due.addAll(called(first.get()));
    due.remove();
    return tracker.first(
        state -> List.of(CARRY_OUT), (before, after) -> blocks(call.blocks(), after));
  }

  /** What is asked of no session, or of one that nobody has taken up, is seen by nobody. */
  private void skipUnseen(StateTracker tracker) {
    while (isUnseen(pending(tracker.any()))) {
      Collection<String> blocked =
          tracker.first(state -> List.of(CARRY_OUT), (before, after) -> blocks(false, after));
      if (!blocked.isEmpty()) {
        return;
      }
    }
  }

  private boolean isUnseen(Optional<TlaValue.Rec> pending) {
    int session =
        pending.map(each -> ReconnectActions.number(ValueMapping.field(each, "epoch"))).orElse(-1);
    return session == 0 || (gone > 0 && session == gone);
  }

  /** The first of what is pending: in all states the same. */
  private static Optional<TlaValue.Rec> pending(SpecState state) {
    List<TlaValue> all = ((TlaValue.Seq) state.get("pending")).elements();
    return all.isEmpty() ? Optional.empty() : Optional.of((TlaValue.Rec) all.get(0));
  }

  /** Whether the transport does not return from what it was asked. */
  private static Optional<String> blocks(boolean seen, SpecState state) {
    boolean blocked = state.get("blocked").equals(new TlaValue.Bool(true));
    return seen == blocked
        ? Optional.empty()
        : Optional.of(blocked ? "the transport blocks" : "the transport does not block");
  }

  private static boolean isSame(Observation.Called one, Observation.Called other) {
    return one.session() == other.session() && one.effect() == other.effect();
  }

  /** The calls on the transport that are pending as this. */
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
      throw new IllegalArgumentException("the specification's " + value + " is no effect");
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
    return atRest.then(Move.action(SpecAction.of("Tick")));
  }

  /** Time goes on: what must have been carried out is, and what runs is what is armed. */
  private Collection<String> atRest(StateTracker tracker) {
    skipUnseen(tracker);
    if (!due.isEmpty() && blocks(true, tracker.any()).isPresent()) {
      return List.of("before it, this was due: " + due.getFirst().text());
    }
    return tracker.retain(timers::difference);
  }

  /* ---------------- callbacks ---------------- */

  @Override
  public final Move callbackBegan(Observation.CallbackBegan begun) {
    Optional<String> wrong = untold.told(begun.change());
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

  /** The first attempt of an episode begins as a part of what is carried out. */
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
            carriedOut == null
                ? tracker.any().get("episode")
                : ValueMapping.field(carriedOut, "episode");
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

  /** Once the episode is over, its time may be up while it waits to be told to stop. */
  private static Optional<String> fails(
      Observation.AttemptFailed failed, SpecState before, SpecState after) {
    boolean ended = !after.equals(before);
    boolean isOver = before.get("reconnecting").equals(new TlaValue.Bool(false));
    return ended == failed.heard() || (isOver && failed.timeIsUp())
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

  /** Nothing of what a process had is left. */
  final void forget() {
    due.clear();
    timers.clear();
    untold.clear();
  }

  /**
   * Another process goes on.
   *
   * @param session the session of the earlier one
   */
  final void goOn(Observation.Restored restored, int session, int change, boolean owed) {
    gone = restored.resumed() ? 0 : session;
    carriedOut = null;
    untold.goOn(change, owed);
    restored.step().ifPresent(step -> untold.decided(step, session));
  }

  /** The number of the session: in all states the same. */
  static int session(StateTracker tracker) {
    return ReconnectActions.number(tracker.any().get("epoch"));
  }

  /* ---------------- words ---------------- */

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
