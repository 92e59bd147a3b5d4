package io.mooring.room.harness.step;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.List;

/** Steps of the generated table that a checker needs. */
final class TableSteps {

  private TableSteps() {}

  /** A step that begins a reconnect episode and leads to a location. */
  static Step beginningOf(Location episode) {
    return Table.steps().stream()
        .filter(step -> step.event() == Event.SIGNAL_LOST && step.to() == episode)
        .filter(step -> step.outcome() == Outcome.TAKEN && !step.from().windowArmed())
        .findFirst()
        .orElseThrow();
  }

  /**
   * The effects that undo a stale event: those of a late success; none for any other.
   *
   * @param isCurrent whether it is an event of the current session
   */
  static List<Effect> undoing(Event event, boolean isCurrent) {
    // While its session reconnects, undoing it would end the current attempt.
    boolean restoring = event.isOfAttempt() && isCurrent;
    Step late = Table.step(restoring ? Location.CONNECTED : Location.DISCONNECTED, event);
    return late.outcome() == Outcome.TAKEN ? late.effects() : List.of();
  }
}
