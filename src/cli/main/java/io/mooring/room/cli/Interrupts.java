package io.mooring.room.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Handles Ctrl-C: the command is requested to stop, and prints its report so far.
 *
 * <p>A command that can stop polls {@link #requested()}. One that cannot leaves its last words with
 * {@link #lastWords}; they are printed when it has not ended shortly after the interrupt.
 */
public final class Interrupts {

  private static final long GRACE_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean requested;
  private volatile Runnable lastWords = () -> {};
  private volatile boolean stops = true;

  /** Whether the user wants the command to end now. */
  public boolean requested() {
    return requested;
  }

  /** Sets what to print at an interrupt, for a command that cannot stop in the middle. */
  public void lastWords(Runnable words) {
    lastWords = words;
    stops = false;
  }

  /** Listens for the end of the process. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "mooring-interrupt"));
  }

  /**
   * Ends the process: the command has printed all it has to say.
   *
   * <p>After a signal this returns: the virtual machine is shutting down already, with the exit
   * code of the signal. Another call of {@code System.exit} could end it first, with another code.
   *
   * @param code the exit code, unless a signal ends the process
   */
  void exit(int code) {
    ended.countDown();
    if (!requested) {
      System.exit(code);
    }
  }

  private void shutDown() {
    if (ended.getCount() == 0) {
      return;
    }
    requested = true;
    try {
      if (!ended.await(stops ? GRACE_SECONDS : 0, TimeUnit.SECONDS)) {
        lastWords.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
