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
 * The actions of {@code RoomReconnect} to which an input corresponds in a state: the first of these
 * that is enabled.
 */
final class ReconnectActions
    implements ObservedInput.Handler<Function<SpecState, List<SpecAction>>> {
  /** One unit of time passes. */
  static final SpecAction TICK = SpecAction.of("Tick", "d", new TlaValue.Int(1));

  private static final SpecAction TIMER_FIRES = SpecAction.of("TimerFires");

  private final RunningTimers timers;

  /** The name of each attempt in the specification. */
  private final Map<Integer, Attempt> attempts = new HashMap<>();

  /**
   * Before the first attempt.
   *
   * @param timers has the names of the armed timers in the specification
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

  /** An attempt has this name in the specification. */
  void began(int attempt, Attempt name) {
    attempts.put(attempt, name);
  }

  /** The name of an attempt in the specification. */
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

  /** A session reports a fact. */
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
    // The specification has one window of each earlier session, which represents all of them.
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

  /** The actions for the failure of an attempt. */
  static List<SpecAction> failure(Attempt attempt, boolean timeIsUp) {
    // An attempt with a shorter time than possible just fails.
    List<SpecAction> any =
        new ArrayList<>(timeIsUp ? List.of(SpecAction.of("AttemptTimesOut")) : List.of());
    any.addAll(attempt("AttemptFails", attempt));
    return any;
  }

  /** The actions for the end of an attempt. */
  private static List<SpecAction> attempt(String name, Attempt attempt) {
    // The specification has the first of the attempts that are over, which represents all of them.
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
