package io.mooring.room.harness.timed;

import static java.util.Objects.requireNonNull;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.ValueMapping;
import io.mooring.room.harness.log.ObservedInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The actions of {@code RoomReconnect} that an input may be, in a state: the first of these that is
 * enabled.
 */
final class ReconnectActions
    implements ObservedInput.Handler<Function<SpecState, List<SpecAction>>> {
  private static final SpecAction TIMER_FIRES = SpecAction.of("TimerFires");

  private final RunningTimers timers;

  /** What the specification calls each attempt that was made. */
  private final Map<Integer, Attempt> attempts = new HashMap<>();

  /**
   * No attempt was made yet.
   *
   * @param timers knows what the specification calls the timers that were armed
   */
  ReconnectActions(RunningTimers timers) {
    this.timers = timers;
  }

  /**
   * An attempt by its session, episode and number.
   *
   * @param session the number of the session
   * @param episode the number of the episode in the session
   * @param number its number in the episode
   */
  record Attempt(int session, int episode, int number) {}

  /** The specification calls an attempt so. */
  void began(int attempt, Attempt name) {
    attempts.put(attempt, name);
  }

  /** What the specification calls an attempt. */
  Attempt attempt(int attempt) {
    return requireNonNull(attempts.get(attempt), "no such attempt");
  }

  @Override
  public Function<SpecState, List<SpecAction>> command(ObservedInput.Command command) {
    return always(List.of(SpecAction.of(command.event().action())));
  }

  @Override
  public Function<SpecState, List<SpecAction>> fact(ObservedInput.Fact fact) {
    return always(List.of(worldTells(fact.event().action(), fact.session())));
  }

  @Override
  public Function<SpecState, List<SpecAction>> success(ObservedInput.Success success) {
    return always(attempt("AttemptSucceeds", attempt(success.attempt())));
  }

  @Override
  public Function<SpecState, List<SpecAction>> firing(ObservedInput.Firing firing) {
    if (firing.run() == 0) {
      return always(List.of(TIMER_FIRES));
    }
    TlaValue.Rec timer = requireNonNull(timers.named().get(firing.run()), "no such run");
    timers.ends(firing.run());
    return state -> List.of(fires(state, timer));
  }

  private static Function<SpecState, List<SpecAction>> always(List<SpecAction> actions) {
    return state -> actions;
  }

  /** The world tells a fact about a session. */
  static SpecAction worldTells(String fact, int session) {
    return new SpecAction(
        "WorldTells", Map.of("fact", new TlaValue.Str(fact), "e", new TlaValue.Int(session)));
  }

  private static SpecAction fires(SpecState state, TlaValue.Rec timer) {
    if (state.get("timer").equals(timer)) {
      return TIMER_FIRES;
    }
    TlaValue epoch = ValueMapping.field(timer, "epoch");
    TlaValue episode = ValueMapping.field(timer, "episode");
    // Of the windows of an earlier session the specification has one, which stands for all.
    boolean earlier = number(epoch) < number(state.get("epoch"));
    return new SpecAction(
        "CancelledTimerFires",
        Map.of(
            "event",
            ValueMapping.field(timer, "tells"),
            "e",
            epoch,
            "n",
            earlier ? new TlaValue.Int(Math.min(number(episode), 1)) : episode));
  }

  /** What the failure of an attempt may be. */
  static List<SpecAction> failure(Attempt attempt, boolean timeIsUp) {
    // A client may give an attempt less time than it could have: then it just fails.
    List<SpecAction> any =
        new ArrayList<>(timeIsUp ? List.of(SpecAction.of("AttemptTimesOut")) : List.of());
    any.addAll(attempt("AttemptFails", attempt));
    return any;
  }

  /** What an end of an attempt may be. */
  private static List<SpecAction> attempt(String name, Attempt attempt) {
    // Of those that are over the specification has the first, which stands for all.
    return Stream.of(
            attempt,
            new Attempt(attempt.session(), attempt.episode(), 1),
            new Attempt(attempt.session(), 1, 1))
        .distinct()
        .map(
            each ->
                new SpecAction(
                    name,
                    Map.of(
                        "e", new TlaValue.Int(each.session()),
                        "n", new TlaValue.Int(each.episode()),
                        "k", new TlaValue.Int(each.number()))))
        .toList();
  }

  static int number(TlaValue value) {
    return ((TlaValue.Int) value).value();
  }
}
