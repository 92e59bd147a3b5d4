package io.mooring.room.harness.timed;

import io.mooring.checker.tlc.TlaValue;
import io.mooring.mbt.tlc.Rejection;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** States and actions of {@code RoomReconnect} as text, for rejections. */
final class ReconnectText {

  /** The actions of the client itself. */
  private static final List<String> CLIENT =
      List.of(
          "CarryOut",
          "CallbackBegins",
          "CallbackReturns",
          "TimerFires",
          "AttemptTimesOut",
          "NextAttempt");

  private ReconnectText() {}

  /** The variables that differ from what was observed; empty if none does. */
  static Optional<String> differences(
      String where, Map<String, TlaValue> seen, Map<String, TlaValue> specified) {
    return Rejection.differences(where, seen, specified, ReconnectText::value);
  }

  /** The value of a variable; a state of the connection by its name. */
  static String value(String variable, TlaValue value) {
    if ((variable.equals("state") || variable.equals("told"))
        && value instanceof TlaValue.Int code) {
      return ConnectionState.find(code.value()).map(Enum::name).orElse(value.toString());
    }
    return value.toString();
  }

  /** An action. One fact of a session represents all of them: they are enabled together. */
  static String action(SpecAction action) {
    return action.name().equals("WorldTells")
        ? "WorldTells about session " + action.arguments().get("e")
        : action.name();
  }

  /** The actions that may be enabled in a state. */
  static Collection<SpecAction> candidates(SpecState state) {
    int sessions = ReconnectActions.number(state.get("epoch"));
    Stream<SpecAction> user =
        Arrays.stream(Event.values())
            .filter(Event::isCommand)
            .map(command -> SpecAction.of(command.action()));
    Stream<SpecAction> world =
        IntStream.rangeClosed(1, sessions)
            .mapToObj(session -> ReconnectActions.worldTells(Event.JOINED.action(), session));
    return Stream.of(
            Stream.of(ReconnectActions.TICK), CLIENT.stream().map(SpecAction::of), user, world)
        .flatMap(Function.identity())
        .toList();
  }
}
