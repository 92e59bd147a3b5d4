package io.mooring.cluster;

import java.io.IOException;
import java.util.Arrays;

/**
 * The main class of every process that a test starts: it ends when the test does, however that
 * ends.
 */
public final class Leash {
  private Leash() {}

  /**
   * Runs another main class until the standard input ends, which the test holds open.
   *
   * @param args the class, and its arguments
   * @throws ReflectiveOperationException if there is no such class, or it fails
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // What is written is not for this process.
                }
              } catch (IOException gone) {
                // As an end.
              }
              Runtime.getRuntime().halt(1);
            },
            "leash");
    watch.setDaemon(true);
    watch.start();
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }
}
