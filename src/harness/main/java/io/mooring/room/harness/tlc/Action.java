package io.mooring.room.harness.tlc;

import static java.util.Objects.requireNonNull;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.room.harness.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An action of the timed specification with its arguments.
 *
 * @param name its name
 * @param arguments its arguments by the names of its parameters
 */
record Action(String name, Map<String, TlaValue> arguments) {

  static Action of(String name) {
    return new Action(name, Map.of());
  }

  // What a record has by itself is slower, and this is asked for more often than anything else.

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Action action
            && name.equals(action.name)
            && arguments.equals(action.arguments));
  }

  @Override
  public int hashCode() {
    return arguments.isEmpty() ? name.hashCode() : name.hashCode() * 31 + arguments.hashCode();
  }

  /** The world tells a fact about a session. */
  static Action worldTells(String fact, int session) {
    return new Action(
        "WorldTells", Map.of("fact", new TlaValue.Str(fact), "e", new TlaValue.Int(session)));
  }

  /**
   * What may have happened when something came in: the first of these that is enabled.
   *
   * @param timers what the specification calls the timer that was armed as a run
   * @param attempts what it calls each attempt that was made
   */
  static List<Action> of(
      Node node,
      Observation.Input input,
      Map<Integer, TlaValue.Rec> timers,
      Map<Integer, Attempt> attempts) {
    if (input instanceof Observation.Command command) {
      return List.of(of(command.event().action()));
    }
    if (input instanceof Observation.Firing firing) {
      if (firing.run() == 0) {
        return List.of(of("TimerFires"));
      }
      return List.of(fires(node, requireNonNull(timers.get(firing.run()), "no such run")));
    }
    if (input instanceof Observation.Success success) {
      return attempt(
          "AttemptSucceeds", requireNonNull(attempts.get(success.attempt()), "no such attempt"));
    }
    Observation.Fact fact = (Observation.Fact) input;
    return List.of(worldTells(fact.event().action(), fact.session()));
  }

  private static Action fires(Node node, TlaValue.Rec timer) {
    if (node.timer().equals(timer)) {
      return of("TimerFires");
    }
    TlaValue epoch = SpecValues.field(timer, "epoch");
    TlaValue episode = SpecValues.field(timer, "episode");
    // Of the windows of an earlier session the specification has one, which stands for all.
    boolean earlier = number(epoch) < number(node.state().get("epoch"));
    return new Action(
        "CancelledTimerFires",
        Map.of(
            "event",
            SpecValues.field(timer, "tells"),
            "e",
            epoch,
            "n",
            earlier ? new TlaValue.Int(Math.min(number(episode), 1)) : episode));
  }

  /**
   * An attempt by its session, episode and number.
   *
   * @param session the number of the session
   * @param episode the number of the episode in the session
   * @param number its number in the episode
   */
  record Attempt(int session, int episode, int number) {}

  /** What the failure of an attempt may be: the first of these that is enabled. */
  static List<Action> failure(Attempt attempt, boolean timeIsUp) {
    // A client may give an attempt less time than it could have: then it just fails.
    List<Action> any = new ArrayList<>(timeIsUp ? List.of(of("AttemptTimesOut")) : List.of());
    any.addAll(attempt("AttemptFails", attempt));
    return any;
  }

  /** What an end of an attempt may be: the first of these that is enabled. */
  static List<Action> attempt(String name, Attempt attempt) {
    // Of those that are over the specification has the first, which stands for all.
    return Stream.of(
            attempt,
            new Attempt(attempt.session(), attempt.episode(), 1),
            new Attempt(attempt.session(), 1, 1))
        .distinct()
        .map(
            each ->
                new Action(
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

  /** For example {@code WorldTells(e = 1, fact = "Joined")}. */
  @Override
  public String toString() {
    return arguments.isEmpty()
        ? name
        : name
            + new TreeMap<>(arguments)
                .entrySet().stream()
                    .map(argument -> argument.getKey() + " = " + argument.getValue())
                    .collect(Collectors.joining(", ", "(", ")"));
  }
}
