package io.mooring.mbt.trace;

import io.mooring.checker.tlc.TlaState;
import io.mooring.mbt.machine.MachineStep;

/**
 * Numbered sessions: a recorder writes the steps of one machine, and with each the number of the
 * session that is current after it. So its {@code session} is a number, and all of its lines are
 * about one machine.
 */
public interface SessionNumbers {

  /** Whether a step begins the next session. */
  boolean begins(MachineStep step);

  /**
   * The number of the session in a state of a behaviour; {@link TraceEntry#NO_NUMBER} if the
   * specification does not count.
   */
  long number(TlaState state);
}
