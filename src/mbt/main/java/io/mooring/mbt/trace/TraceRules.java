package io.mooring.mbt.trace;

import io.mooring.mbt.machine.Machine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the traces of a machine beside the machine itself. Every method has a default,
 * for a machine of which nothing else is known. Implementations are safe for use by several
 * threads.
 */
public interface TraceRules {

  /** The name of what a step violates that the machine does not have. */
  String STEPS = "TransitionTable";

  /** That of a notification that is repeated where nothing was restored. */
  String REPEATED = "Repeated";

  /** That of what the {@linkplain #session() rules of a session} object to. */
  String SESSION = "SessionRules";

  /** Nothing else is known. */
  TraceRules NONE = new TraceRules() {};

  /** The number of the location in which a session begins; by default the initial one. */
  default int begin(Machine machine) {
    return machine.initial().to();
  }

  /**
   * Whether events without a notification may happen at any time, unseen; otherwise a trace has an
   * entry for each that changes the location. True by default.
   */
  default boolean eventsMayBeUnseen() {
    return true;
  }

  /** How long the machine may stay where; by default as long as it likes. */
  default List<TimeBound> bounds() {
    return List.of();
  }

  /** How a recorder numbers the sessions; by default it does not. */
  default Optional<SessionNumbers> numbers() {
    return Optional.empty();
  }

  /** What else must hold of a session that begins; by default nothing. */
  default SessionRules session() {
    return SessionRules.NONE;
  }

  /**
   * Why a notification must not be next, in words on one line; if empty, the validator says it in
   * its own.
   *
   * @param possible the numbers of the locations in which the machine may be
   */
  default Optional<String> explanation(TraceNotification notification, Set<Integer> possible) {
    return Optional.empty();
  }

  /**
   * The names of the rules that a notification violates which must not be next; by default the
   * machine's table alone.
   *
   * @param possible the numbers of the locations in which the machine may be
   */
  default List<String> violated(TraceNotification notification, Set<Integer> possible) {
    return List.of(STEPS);
  }
}
