package io.mooring.mbt.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outputs of a step, as the specification has them in {@code out}.
 *
 * @param action the name of the action; the parameters of an event are no output
 * @param outcome the outcome of the event: {@code taken}, {@code ignored} or {@code refused}
 * @param code what a command returns; empty if the module has no return codes
 * @param notifications what listeners are notified of, in order: a value for each field, in the
 *     order of the fields; empty if the module has no notifications
 * @param effects what must be carried out, in order
 */
public record Outputs(
    String action,
    String outcome,
    Optional<Constant> code,
    List<Map<String, Constant>> notifications,
    List<Constant> effects) {

  /** The outcome of an event that had its effect. */
  public static final String TAKEN = "taken";

  /** Copies the lists. */
  public Outputs {
    notifications =
        notifications.stream()
            .map(each -> Collections.unmodifiableMap(new LinkedHashMap<>(each)))
            .toList();
    effects = List.copyOf(effects);
  }
}
