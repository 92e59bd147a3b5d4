package io.mooring.room.harness.conformance;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What can be seen of a connection after an event. Immutable.
 *
 * @param state what the connection says its state is
 * @param notifications what it told its listeners because of the event, in order
 * @param code what the command returned; {@link ReturnCode#OK} for a fact
 * @param effects what it did to its transport and its timers, in order
 */
public record ConnectionAnswer(
    ConnectionState state,
    List<Notification> notifications,
    ReturnCode code,
    List<Effect> effects) {

  /** Copies. */
  public ConnectionAnswer {
    notifications = List.copyOf(notifications);
    effects = List.copyOf(effects);
  }

  /**
   * What a listener and a getter see.
   *
   * @param state what the connection says its state is
   * @param notifications what it told its listeners because of the event, in order
   */
  public ConnectionAnswer(ConnectionState state, List<Notification> notifications) {
    this(state, notifications, ReturnCode.OK, List.of());
  }

  /** Everything that there is to see of a step. */
  public static ConnectionAnswer of(Step step) {
    return new ConnectionAnswer(
        step.to().state(), step.notifications(), step.code(), step.effects());
  }

  /** The answer with what the command returned. */
  public ConnectionAnswer returning(ReturnCode other) {
    return new ConnectionAnswer(state, notifications, other, effects);
  }

  /** The answer with what was done to transport and timers. */
  public ConnectionAnswer running(List<Effect> others) {
    return new ConnectionAnswer(state, notifications, code, others);
  }

  /** The state, and in brackets what came out. */
  @Override
  public String toString() {
    List<String> outputs = new ArrayList<>();
    if (code != ReturnCode.OK) {
      outputs.add("returns " + code + " " + code.code());
    }
    if (!notifications.isEmpty()) {
      outputs.add(
          notifications.stream()
              .map(told -> "(" + told.state() + ", " + told.reason() + ")")
              .collect(Collectors.joining(" ", "notifies ", "")));
    }
    if (!effects.isEmpty()) {
      outputs.add(
          effects.stream().map(Effect::value).collect(Collectors.joining(", ", "runs ", "")));
    }
    return state + " [" + (outputs.isEmpty() ? "silent" : String.join("; ", outputs)) + "]";
  }
}
