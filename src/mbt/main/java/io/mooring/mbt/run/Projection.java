package io.mooring.mbt.run;

import io.mooring.mbt.machine.MachineStep;

/**
 * What can be seen of a step from outside: the part of location and outputs that a test compares.
 *
 * @param <A> the answers
 */
public interface Projection<A> {

  /** What must be seen of a step of the machine. */
  A of(MachineStep step);

  /** The part of an answer that is compared; the rest may be anything. */
  A project(A answer);

  /** An answer in words. */
  default String text(A answer) {
    return String.valueOf(answer);
  }
}
