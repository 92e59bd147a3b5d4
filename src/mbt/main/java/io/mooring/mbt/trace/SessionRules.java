package io.mooring.mbt.trace;

import java.util.Optional;
import java.util.Set;

/**
 * What must hold of one session beyond the order of its notifications and the {@linkplain TimeBound
 * bounds} of time.
 */
@FunctionalInterface
public interface SessionRules {

  /** Nothing more. */
  SessionRules NONE = (entry, before, after) -> Optional.empty();

  /**
   * What is wrong with the next entry of the session, in words on one line; or empty.
   *
   * @param before the locations in which the machine could be before it
   * @param after those in which it can be after it
   */
  Optional<String> objection(TraceEntry entry, Set<Integer> before, Set<Integer> after);
}
