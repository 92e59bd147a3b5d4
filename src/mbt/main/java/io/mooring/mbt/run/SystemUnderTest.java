package io.mooring.mbt.run;

/**
 * A system that must do what a machine says: an engine, the wrapper of another library, a class
 * that was written by hand. It is a black box that receives events and answers them. It is used by
 * one thread.
 *
 * @param <E> the events, usually the generated enum
 * @param <A> the answers
 */
@FunctionalInterface
public interface SystemUnderTest<E, A> {

  /**
   * Gives the system an event and returns its answer, once it is at rest: what happens on other
   * threads or on a timer must be awaited here.
   *
   * @param event the event
   * @return what can be seen of the system afterwards
   */
  A apply(E event);

  /**
   * Closes a system that is {@link AutoCloseable}; every other one needs no end.
   *
   * @throws IllegalStateException if it cannot be closed
   */
  @SuppressWarnings("IllegalCatch") // a system may throw anything here
  static void close(SystemUnderTest<?, ?> system) {
    if (system instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception failure) {
        throw new IllegalStateException("the system under test cannot be closed", failure);
      }
    }
  }
}
