package io.mooring.room;

/**
 * A listener's place in a room connection. Safe for use by any thread.
 *
 * <p>A listener that was added twice has two registrations, and hears every change twice.
 */
public interface Registration extends AutoCloseable {

  /**
   * Takes the listener out: no further call of it begins. One call that another thread had begun
   * may still be under way when this returns. Closing again does nothing.
   */
  @Override
  void close();
}
