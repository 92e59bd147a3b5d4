package io.mooring.room;

/**
 * The registration of a listener with a room connection. Safe for use by any thread.
 *
 * <p>A listener that was added twice has two registrations, and receives every change twice.
 */
public interface Registration extends AutoCloseable {

  /**
   * Removes the listener: no further call of it begins. One call that another thread had begun may
   * still be under way when this returns. Closing again does nothing.
   */
  @Override
  void close();
}
