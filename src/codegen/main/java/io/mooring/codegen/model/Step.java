package io.mooring.codegen.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table: what an event does in a location.
 *
 * @param from index of the location that the step leaves
 * @param event index of the event
 * @param outcome the event's fate
 * @param to index of the location that the step enters; may be the same one
 * @param code constant of the return code's enumeration; null if the module has no return codes
 * @param notifications the notifications, in order; each a value per field: the Java constant of
 *     the field's enumeration, or {@code true}, {@code false} or an integer
 * @param effects constants of {@code Effect}, in order
 * @param line the branch of the action that holds for this step
 */
public record Step(
    int from,
    int event,
    Outcome outcome,
    int to,
    @Nullable String code,
    List<SortedMap<String, String>> notifications,
    List<String> effects,
    SourceLine line) {

  /** Copies the lists. */
  public Step {
    notifications =
        notifications.stream()
            .map(each -> Collections.unmodifiableSortedMap(new TreeMap<>(each)))
            .toList();
    effects = List.copyOf(effects);
  }
}
