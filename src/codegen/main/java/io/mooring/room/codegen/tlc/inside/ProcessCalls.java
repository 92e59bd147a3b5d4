package io.mooring.room.codegen.tlc.inside;

import java.io.Serial;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import tlc2.TLCGlobals;

/**
 * What TLC calls instead of the methods by which it would touch the whole process.
 *
 * <p>{@code TlcLoader} redirects the calls; the methods have the names and types of the originals.
 */
public final class ProcessCalls {

  private static final MBeanServer PRIVATE = MBeanServerFactory.newMBeanServer("tlc");

  private ProcessCalls() {}

  /** Ends the run instead of the process. */
  public static void exit(int status) {
    if (TLCGlobals.mainChecker != null) {
      TLCGlobals.mainChecker.stop();
    }
    throw new Ended(status);
  }

  /** A management server of this run's own. */
  public static MBeanServer getPlatformMBeanServer() {
    return PRIVATE;
  }

  /** TLC wanted to end the process. */
  static final class Ended extends Error {
    @Serial private static final long serialVersionUID = 1L;

    Ended(int status) {
      super("TLC ended with status " + status);
    }
  }
}
