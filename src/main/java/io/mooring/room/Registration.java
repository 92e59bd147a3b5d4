package io.mooring.room;

/**
 * A listener's place in a room connection. Safe for use by any thread.
 *
 * <p>A listener that was added twice has two registrations, and hears every change twice.
 */
public interface Registration extends AutoCloseable {

  /**
   * Takes the listener out. Once this returns, no further call of it begins; a call that had begun
   * on another thread may still be running. Closing again does nothing.
   */
  @Override
  void close();
}
