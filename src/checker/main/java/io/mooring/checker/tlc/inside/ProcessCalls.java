package io.mooring.checker.tlc.inside;

import java.io.Serial;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import tlc2.TLCGlobals;
import tlc2.tool.BuiltInOPs;
import util.UniqueString;

/**
 * Replaces the calls of TLC that would affect the whole process.
 *
 * <p>{@code TlcLoader} redirects the calls; the methods have the names and types of the originals.
 */
public final class ProcessCalls {

  private static final MBeanServer PRIVATE = MBeanServerFactory.newMBeanServer("tlc");

  private static final Queue<ExecutorService> POOLS = new ConcurrentLinkedQueue<>();

  private static volatile boolean evaluationEnds;

  private static volatile OptionalInt ended = OptionalInt.empty();

  private ProcessCalls() {}

  /** The number of a built-in operator, unless evaluation is to end. */
  public static int getOpCode(UniqueString operator) {
    throwIfItEnds();
    return BuiltInOPs.getOpCode(operator);
  }

  /** The number of a built-in operator by the position of its name, unless evaluation is to end. */
  public static int getOpCode(int position) {
    throwIfItEnds();
    return BuiltInOPs.getOpCode(position);
  }

  private static void throwIfItEnds() {
    if (evaluationEnds) {
      throw new Ended(0);
    }
  }

  /** Ends whatever is being evaluated, however long it would take. */
  static void endEvaluation() {
    evaluationEnds = true;
  }

  /** Lets expressions be evaluated again, after the threads that evaluated have ended. */
  static boolean resumeEvaluation() {
    boolean ended = evaluationEnds;
    evaluationEnds = false;
    return ended;
  }

  /** Ends the run instead of the process. */
  public static void exit(int status) {
    ended = OptionalInt.of(status);
    if (TLCGlobals.mainChecker != null) {
      TLCGlobals.mainChecker.stop();
    }
    throw new Ended(status);
  }

  /** Fails if something wanted to end the process, whatever caught that meanwhile. */
  static void throwIfEnded() {
    OptionalInt status = ended;
    if (status.isPresent()) {
      throw new Ended(status.getAsInt());
    }
  }

  /** A management server of this run's own. */
  public static MBeanServer getPlatformMBeanServer() {
    return PRIVATE;
  }

  /** A pool whose threads end with the run. */
  public static ExecutorService newFixedThreadPool(int threads) {
    return kept(Executors.newFixedThreadPool(threads, ProcessCalls::daemon));
  }

  /** A pool of one thread, which ends with the run. */
  public static ExecutorService newSingleThreadExecutor() {
    return kept(Executors.newSingleThreadExecutor(ProcessCalls::daemon));
  }

  /** Ends the threads that TLC left behind. */
  static void end() {
    POOLS.forEach(ExecutorService::shutdownNow);
    POOLS.clear();
  }

  private static ExecutorService kept(ExecutorService pool) {
    POOLS.add(pool);
    return pool;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new DeepThread(task, "mooring-tlc-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** TLC, or a class of a library, wanted to end the process. */
  static final class Ended extends Error {
    @Serial private static final long serialVersionUID = 1L;

    Ended(int status) {
      super("the process was to end with status " + status);
    }
  }
}
