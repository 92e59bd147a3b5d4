package io.mooring.room.faults;

/**
 * A test by its name: all that its method is run with.
 *
 * @param className the name of its class
 * @param method the name of the method, without parameters
 */
public record NamedTest(String className, String method) {

  /** Tests that choose the interleavings need a separate virtual machine. */
  private static final String CONCURRENCY = "io.mooring.room.concurrency.";

  /**
   * Reads {@code package.Class#method}.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static NamedTest parse(String text) {
    String[] parts = text.split("#", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("'" + text + "' is no test; it must be Class#method.");
    }
    return new NamedTest(parts[0], parts[1]);
  }

  boolean needsItsOwnMachine() {
    return className.startsWith(CONCURRENCY);
  }

  @Override
  public String toString() {
    return className + "#" + method;
  }
}
