package io.mooring.mbt.driver;

import java.util.Map;

/**
 * Drives an implementation along one walk through its specification. Each walk has a new driver,
 * with a new object under test that is as the specification begins.
 *
 * <p>It is used by one thread, not the one that created the test. An exception is a fault of the
 * implementation at that step, and so is a step that does not end within the time limit.
 */
@FunctionalInterface
public interface Driver extends AutoCloseable {

  /**
   * Carries out an action and says what became of it, once the implementation is at rest.
   *
   * @throws Exception as a finding
   */
  Outcome apply(Action action) throws Exception;

  /**
   * What can be seen of the implementation now: values, see {@link JavaValues}, by the names of
   * variables of the specification or of definitions without parameters. Called at the beginning
   * and after each action.
   *
   * @throws Exception as a finding
   */
  default Map<String, ?> show() throws Exception {
    return Map.of();
  }

  /** Ends the walk; an exception is a finding. */
  @Override
  default void close() {}
}
