package io.mooring.mbt.machine;

import java.util.function.IntPredicate;

/**
 * Says which events can occur, beyond what the table says: a small automaton that runs beside a
 * machine. An event may need something that the table does not have, a session that it is about.
 * Its states are numbered from 0.
 */
public interface Context {

  /** Everything can occur, always. */
  Context EVERYTHING = only(event -> true);

  /** A context in which the same events can occur always. */
  static Context only(IntPredicate events) {
    return new Context() {
      @Override
      public int states() {
        return 1;
      }

      @Override
      public int begin() {
        return 0;
      }

      @Override
      public boolean canOccur(int state, int event) {
        return events.test(event);
      }

      @Override
      public int next(int state, MachineStep step) {
        return 0;
      }
    };
  }

  /** How many states it has. */
  int states();

  /** Its state before the first event. */
  int begin();

  /** Whether an event can occur in a state of the context. */
  boolean canOccur(int state, int event);

  /** Its state after a step. */
  int next(int state, MachineStep step);
}
