// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate
package io.mooring.room.spec;

import java.util.List;

/**
 * A row of the table: what an event does in a location.
 *
 * @param from the location that the step leaves
 * @param event the event
 * @param outcome the outcome of the event
 * @param to the location that the step enters; may be the same one
 * @param code the code that a command returns to its caller
 * @param notifications the notifications of the step, in order
 * @param effects the effects to carry out, in order
 * @param source the file and line of the specification that allows it
 */
public record Step(
    Location from,
    Event event,
    Outcome outcome,
    Location to,
    ReturnCode code,
    List<Notification> notifications,
    List<Effect> effects,
    String source) {

  /** Keeps unmodifiable lists. */
  public Step {
    notifications = List.copyOf(notifications);
    effects = List.copyOf(effects);
  }

  /**
   * {@return whether both steps end in the same state of the specification: in one location, with
   * the same outputs}
   *
   * @param other any step
   */
  public boolean sameStateAs(Step other) {
    return to == other.to && sameOutputsAs(other);
  }

  /**
   * {@return whether both steps have the same outputs, whichever locations they enter}
   *
   * @param other any step
   */
  public boolean sameOutputsAs(Step other) {
    return event == other.event
        && outcome == other.outcome
        && code == other.code
        && notifications.equals(other.notifications)
        && effects.equals(other.effects);
  }

  /** The step on one line, as an arrow. */
  @Override
  public String toString() {
    return from + " --" + event + "--> " + to
        + ", " + outcome.value()
        + ", " + code
        + (notifications.isEmpty() ? "" : ", tells " + notifications)
        + (effects.isEmpty() ? "" : ", wants " + effects)
        + " (" + source + ")";
  }
}
