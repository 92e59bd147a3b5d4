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
 * What can be observed of a connection after an event. Immutable.
 *
 * @param state the state that the connection returns
 * @param notifications what it notified its listeners of because of the event, in order
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
   * What can be observed with a listener and a getter.
   *
   * @param state the state that the connection returns
   * @param notifications what it notified its listeners of because of the event, in order
   */
  public ConnectionAnswer(ConnectionState state, List<Notification> notifications) {
    this(state, notifications, ReturnCode.OK, List.of());
  }

  /** Everything that can be observed of a step. */
  public static ConnectionAnswer of(Step step) {
    return new ConnectionAnswer(
        step.to().state(), step.notifications(), step.code(), step.effects());
  }

  /** The answer with the return code of the command. */
  public ConnectionAnswer returning(ReturnCode other) {
    return new ConnectionAnswer(state, notifications, other, effects);
  }

  /** The answer with the effects on transport and timers. */
  public ConnectionAnswer running(List<Effect> others) {
    return new ConnectionAnswer(state, notifications, code, others);
  }

  /** The state, and in brackets the outputs. */
  @Override
  public String toString() {
    List<String> outputs = new ArrayList<>();
    if (code != ReturnCode.OK) {
      outputs.add("returns " + code + " " + code.code());
    }
    if (!notifications.isEmpty()) {
      outputs.add(
          notifications.stream()
              .map(each -> "(" + each.state() + ", " + each.reason() + ")")
              .collect(Collectors.joining(" ", "notifies ", "")));
    }
    if (!effects.isEmpty()) {
      outputs.add(
          effects.stream().map(Effect::name).collect(Collectors.joining(", ", "runs ", "")));
    }
    return state + " [" + (outputs.isEmpty() ? "silent" : String.join("; ", outputs)) + "]";
  }
}
