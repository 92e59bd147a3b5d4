package io.mooring.room.harness.tlc;

import static java.util.Objects.requireNonNull;

import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.room.harness.Observation;
import io.mooring.room.harness.RunOracle;
import io.mooring.room.harness.StepOracle;
import io.mooring.room.spec.Step;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every state that the timed specification may be in after what was seen of a run.
 *
 * <p>The length that the window is given is not seen, and followed in all its ways. That links
 * break and heal is left out: it changes nothing that is seen, and only adds what must be done in
 * time; a run that the specification allows with it, it allows without.
 */
final class Frontier implements RunOracle.Judge {

  private final TimedOracle oracle;
  private Set<Node> states;

  /** What the specification calls each attempt that was made. */
  private final Map<Integer, Action.Attempt> attempts = new HashMap<>();

  private final RunningTimers timers;

  /** The calls on the transport that are due. */
  private final Deque<Observation.Called> due = new ArrayDeque<>();

  /** What is carried out, as it was pending. */
  private TlaValue.@Nullable Rec carriedOut;

  private final Untold untold = new Untold();
  private final FrontierLives lives;

  /** The session of an earlier life that no transport has taken up; before the first, none. */
  private int gone;

  Frontier(TimedOracle oracle, Node initial) {
    this.oracle = oracle;
    this.lives = new FrontierLives(oracle, this);
    this.states = Set.of(initial);
    this.timers = new RunningTimers(initial.timer());
  }

  @Override
  public Optional<String> objection(Observation seen) {
    if (seen instanceof Observation.Decided decided) {
      return moves(
              seen,
              asks(decided.input()),
              (before, after) -> objection(decided.step(), before, after))
          .or(() -> decided(decided.step()));
    }
    if (seen instanceof Observation.Dropped dropped) {
      return moves(seen, asks(dropped.input()), Frontier::dropped);
    }
    if (seen instanceof Observation.Called call) {
      return calls(call);
    }
    if (seen instanceof Observation.Armed armed) {
      return arms(armed);
    }
    if (seen instanceof Observation.Disarmed disarmed) {
      timers.ends(disarmed.run());
      return Optional.empty();
    }
    if (seen instanceof Observation.CallbackBegan begun) {
      return tells(begun);
    }
    if (seen instanceof Observation.CallbackReturned) {
      return moves(seen, "CallbackReturns");
    }
    if (seen instanceof Observation.AttemptBegan begun) {
      return attempts(begun);
    }
    if (seen instanceof Observation.AttemptFailed failed) {
      Action.Attempt attempt = requireNonNull(attempts.get(failed.attempt()), "no such attempt");
      return moves(
          seen,
          state -> Action.failure(attempt, failed.timeIsUp()),
          (before, after) -> fails(failed, before, after));
    }
    if (seen instanceof Observation.CallReturned) {
      return moves(seen, "TransportReturns");
    }
    if (seen instanceof Observation.Ticked) {
      return atRest(seen).or(() -> moves(seen, "Tick"));
    }
    return oracle.isOfLives() ? ofLives(seen) : Optional.empty();
  }

  private Optional<String> ofLives(Observation seen) {
    if (seen instanceof Observation.Stored stored) {
      return lives.stored(stored);
    }
    if (seen instanceof Observation.CommandReturned) {
      return lives.returned(seen);
    }
    if (seen instanceof Observation.Slept) {
      return moves(seen, "Jump");
    }
    if (seen instanceof Observation.Died died) {
      due.clear();
      timers.clear();
      untold.clear();
      return lives.died(died);
    }
    if (seen instanceof Observation.Restored restored) {
      int session = Action.number(any().state().get("epoch"));
      gone = restored.resumed() ? 0 : session;
      carriedOut = null;
      lives.goOn(untold);
      restored.step().ifPresent(step -> untold.decided(step, session));
      return lives.restored(restored);
    }
    return lives.away(seen);
  }

  /** The first attempt of an episode begins as a part of what is carried out. */
  private Optional<String> attempts(Observation.AttemptBegan begun) {
    Map<String, TlaValue> made =
        Map.of(
            "attempt", new TlaValue.Int(begun.number()),
            "phase", new TlaValue.Str("trying"),
            "transport", new TlaValue.Int(begun.session()));
    if (begun.number() == 1) {
      TlaValue episode =
          carriedOut == null
              ? any().state().get("episode")
              : SpecValues.field(carriedOut, "episode");
      attempts.put(begun.attempt(), new Action.Attempt(begun.session(), Action.number(episode), 1));
      return differences(made, any()).flatMap(why -> rejected(begun, List.of(why)));
    }
    Action.Attempt earlier =
        requireNonNull(attempts.get(begun.attempt() - 1), "no attempt before it");
    attempts.put(
        begun.attempt(), new Action.Attempt(earlier.session(), earlier.episode(), begun.number()));
    return moves(
        begun,
        state -> List.of(Action.of("NextAttempt")),
        (before, after) -> blocks(begun.blocks(), after).or(() -> differences(made, after)));
  }

  private static Optional<String> dropped(Node before, Node after) {
    return differences(before.contract().values(), after);
  }

  /** Once the episode is over, its time may be up while it waits to be told to stop. */
  private static Optional<String> fails(Observation.AttemptFailed failed, Node before, Node after) {
    boolean ended = !after.equals(before);
    boolean isOver = before.contract().get("reconnecting").equals(new TlaValue.Bool(false));
    return ended == failed.heard() || (isOver && failed.timeIsUp())
        ? Optional.empty()
        : Optional.of(
            ended
                ? "in the specification that attempt is under way, and fails"
                : "in the specification that attempt is over");
  }

  private Optional<String> objection(Step step, Node before, Node after) {
    TlaState led = after.contract();
    if (led.equals(oracle.led(step))) {
      return Optional.empty();
    }
    SpecValues contract = oracle.contract();
    return led.equals(before.contract())
        ? Optional.of("the specification drops it, because what it is about is over")
        : StepOracle.difference(
            "the specification",
            contract.step(before.contract(), step.event().action(), led),
            step);
  }

  /** Goes on to where an action leads. */
  Optional<String> moves(Observation seen, String action) {
    return moves(seen, state -> List.of(Action.of(action)), (before, after) -> Optional.empty());
  }

  /**
   * Goes on to where the actions lead.
   *
   * @param actions what may have happened, in each state: the first of these that is enabled
   * @param after what is wrong with a state that it leads to
   */
  Optional<String> moves(
      Observation seen,
      Function<Node, Collection<Action>> actions,
      BiFunction<Node, Node, Optional<String>> after) {
    Set<Node> next = new LinkedHashSet<>();
    Set<String> objections = new LinkedHashSet<>();
    for (Node state : states) {
      for (Action action : actions.apply(state)) {
        List<Node> successors = oracle.successors(state, action);
        if (successors.isEmpty()) {
          objections.add(action + " is not enabled");
          continue;
        }
        for (Node successor : successors) {
          Optional<String> objection = after.apply(state, successor);
          if (objection.isEmpty()) {
            next.add(successor);
          } else {
            objections.add(objection.get());
          }
        }
        break;
      }
    }
    if (next.isEmpty()) {
      return rejected(seen, objections);
    }
    states = next;
    return Optional.empty();
  }

  /** All states. */
  Set<Node> states() {
    return states;
  }

  /** Goes on to other states; says whether there are any. */
  boolean goesTo(Set<Node> next) {
    if (next.isEmpty()) {
      return false;
    }
    states = next;
    return true;
  }

  /** An objection, with all that somebody needs who must understand it. */
  Optional<String> rejected(Observation seen, Collection<String> why) {
    return Optional.of(new FrontierText(oracle, states).rejection(seen, why));
  }

  private Function<Node, Collection<Action>> asks(Observation.Input input) {
    if (input instanceof Observation.Firing firing) {
      timers.ends(firing.run());
    }
    return state -> Action.of(state, input, timers.named(), attempts);
  }

  // What is carried out and told.

  private Optional<String> decided(Step step) {
    untold.decided(step, Action.number(any().state().get("epoch")));
    return Optional.empty();
  }

  /** What is asked of no session, or of one that nobody has taken up, is seen by nobody. */
  private void skipUnseen() {
    Action carryOut = Action.of("CarryOut");
    while (isUnseen(any().head())) {
      Set<Node> next = new LinkedHashSet<>();
      for (Node state : states) {
        for (Node successor : oracle.successors(state, carryOut)) {
          if (blocks(false, successor).isEmpty()) {
            next.add(successor);
          }
        }
      }
      if (!goesTo(next)) {
        return;
      }
    }
  }

  private boolean isUnseen(Optional<TlaValue.Rec> pending) {
    int session = pending.map(entry -> Action.number(SpecValues.field(entry, "epoch"))).orElse(-1);
    return session == 0 || (gone > 0 && session == gone);
  }

  /** Whether the transport does not return from what it was asked. */
  private static Optional<String> blocks(boolean seen, Node state) {
    boolean blocked = state.state().get("blocked").equals(new TlaValue.Bool(true));
    return seen == blocked
        ? Optional.empty()
        : Optional.of(blocked ? "the transport blocks" : "the transport does not block");
  }

  /** The first call of a step is where it is carried out; the others follow. */
  private Optional<String> calls(Observation.Called call) {
    if (due.isEmpty()) {
      skipUnseen();
      Optional<TlaValue.Rec> first = any().head();
      if (first.isEmpty() || !isSame(call, called(first.get()).get(0))) {
        return rejected(call, List.of("no such call was due"));
      }
      carriedOut = first.get();
      due.addAll(called(first.get()));
      due.remove();
      return moves(
          call,
          state -> List.of(Action.of("CarryOut")),
          (before, after) -> blocks(call.blocks(), after));
    }
    return isSame(call, due.remove())
        ? Optional.empty()
        : rejected(call, List.of("no such call was due"));
  }

  private static boolean isSame(Observation.Called one, Observation.Called other) {
    return one.session() == other.session() && one.effect() == other.effect();
  }

  /** The calls on the transport that are pending as this. */
  private static List<Observation.Called> called(TlaValue.Rec pending) {
    int session = Action.number(SpecValues.field(pending, "epoch"));
    return ((TlaValue.Seq) SpecValues.field(pending, "effects"))
        .elements().stream()
            .map(effect -> new Observation.Called(session, SpecValues.effect(effect)))
            .toList();
  }

  /** A state: all have the same pending. */
  Node any() {
    return states.iterator().next();
  }

  private Optional<String> arms(Observation.Armed armed) {
    TlaValue.Rec timer = (TlaValue.Rec) any().timer();
    TlaValue tells = new TlaValue.Str(armed.timer().fact().action());
    if (!states.stream().allMatch(state -> state.timer().equals(timer))
        || !tells.equals(SpecValues.field(timer, "tells"))) {
      return rejected(armed, List.of("the specification has armed no such timer"));
    }
    timers.armed(armed.run(), timer);
    return Optional.empty();
  }

  private Optional<String> tells(Observation.CallbackBegan begun) {
    Optional<String> wrong = untold.told(begun.change());
    if (wrong.isPresent()) {
      return rejected(begun, List.of(wrong.get()));
    }
    Map<String, TlaValue> seen =
        Map.of(
            "told", SpecValues.encode(begun.change().to()),
            "state", SpecValues.encode(begun.state()));
    return moves(
        begun,
        state -> List.of(Action.of("CallbackBegins")),
        (before, after) -> differences(seen, after));
  }

  /** Time goes on: what must have been carried out is, and what runs is what is armed. */
  private Optional<String> atRest(Observation seen) {
    skipUnseen();
    if (!due.isEmpty() && blocks(true, any()).isPresent()) {
      return rejected(seen, List.of("before it, this was due: " + due.getFirst().text()));
    }
    Set<Node> unfit = new LinkedHashSet<>();
    for (Node state : states) {
      if (!timers.areThoseOf(state)) {
        unfit.add(state);
      }
    }
    if (unfit.isEmpty()) {
      return Optional.empty();
    }
    if (unfit.size() == states.size()) {
      Set<String> objections = new LinkedHashSet<>();
      for (Node state : unfit) {
        objections.add(timers.difference(state));
      }
      return rejected(seen, objections);
    }
    Set<Node> fit = new LinkedHashSet<>(states);
    fit.removeAll(unfit);
    states = fit;
    return Optional.empty();
  }

  private static Optional<String> differences(Map<String, TlaValue> seen, Node state) {
    return FrontierText.differences("", seen, state.state().values());
  }
}
