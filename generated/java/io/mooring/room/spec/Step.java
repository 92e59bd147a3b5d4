// Provisional, typed by hand until the generator replaces it.
package io.mooring.room.spec;

import java.util.List;

/** One row of the table: what an event does in a location. */
public record Step(
        Location from,
        Event event,
        Outcome outcome,
        Location to,
        ReturnCode code,
        List<Notification> notifications,
        List<Effect> effects,
        String source) {

    /** A row with unmodifiable lists. */
    public Step {
        notifications = List.copyOf(notifications);
        effects = List.copyOf(effects);
    }

    /** Whether both steps end in the same state of the specification: same location, same outputs. */
    public boolean sameStateAs(Step other) {
        return to == other.to
                && event == other.event
                && outcome == other.outcome
                && code == other.code
                && notifications.equals(other.notifications)
                && effects.equals(other.effects);
    }
}
