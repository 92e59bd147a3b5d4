package io.mooring.checker.tlc;

import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Threads with a stack that is large enough for recursive specifications.
 *
 * <p>TLC evaluates by recursion, a few calls for each element of a quantifier and for each level of
 * a recursive definition, so the stack that Java gives a thread ends at some hundreds. The size is
 * that of {@value #OPTION}; memory is only taken for what is used. It is enough for quantifiers
 * over ten thousand elements, also where a part of the calls is compiled and a part is not: then
 * they take up to twice the stack. More by default would make a recursion that never ends take
 * minutes to fail, because TLC looks up each name in time that grows with the depth.
 */
public final class DeepStack {

  /** The system property that sets the size: a number of bytes, with k, m or g for more. */
  public static final String OPTION = "mooring.stack";

  private static final String DEFAULT = "24m";

  /** The time that it takes to fail goes down with the square of this. */
  private static final int SHALLOW = 6;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([kmg]?)");

  private DeepStack() {}

  /** A task for such a thread. */
  @FunctionalInterface
  public interface Task<T> {
    /** Does it. */
    T run() throws TlcException;
  }

  /** The size of a stack, in bytes. */
  public static long bytes() {
    Matcher size = SIZE.matcher(System.getProperty(OPTION, DEFAULT).toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "-D%s=%s is no size; write for example -D%s=1g",
              OPTION,
              System.getProperty(OPTION),
              OPTION));
    }
    int shift =
        switch (size.group(2)) {
          case "k" -> 10;
          case "m" -> 20;
          case "g" -> 30;
          default -> 0;
        };
    return Long.parseLong(size.group(1)) << shift;
  }

  /** {@return the advice for a stack that was too small: its size, and how to enlarge it} */
  public static String cure() {
    long megabytes = Math.max(1, bytes() >> 20);
    return String.format(
        Locale.ROOT,
        "deeper than the stack of %d MB allows; MOORING_OPTS=-D%s=%dm gives it more",
        megabytes,
        OPTION,
        4 * megabytes);
  }

  /**
   * Runs a task on a separate thread and waits for it; an interrupt is passed on.
   *
   * @throws TlcException if the task throws one, or {@value #OPTION} is no size
   */
  public static <T> T call(Task<T> task) throws TlcException {
    return call(checkedBytes(), task);
  }

  /** The same on a stack of a fraction of the size, where the task is to fail for want of it. */
  public static <T> T callShallow(Task<T> task) throws TlcException {
    return call(checkedBytes() / SHALLOW, task);
  }

  /** Within a task: says how it ends when one of its threads is lost. */
  public static void whenAThreadIsLost(Runnable end) {
    TaskThreads threads = TaskThreads.current();
    if (threads != null) {
      threads.endWith(end);
    }
  }

  /** Within a task: makes a thread that is to be started one of its threads. */
  public static void addToTask(Thread thread) {
    TaskThreads threads = TaskThreads.current();
    if (threads != null) {
      threads.add(thread);
    }
  }

  private static <T> T call(long size, Task<T> task) throws TlcException {
    FutureTask<T> future = new FutureTask<>(task::run);
    String name = Thread.currentThread().getName() + "-deep";
    TaskThreads threads = new TaskThreads();
    Thread thread = new Thread(null, future, name, size);
    threads.add(thread);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          T result = future.get();
          threads.throwIfLost();
          return result;
        } catch (InterruptedException interrupt) {
          interrupted = true;
          thread.interrupt();
        }
      }
    } catch (ExecutionException failure) {
      TaskThreads.throwIfOutOfMemory(failure);
      threads.throwIfLost();
      throw rethrown(failure);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static TlcException rethrown(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof TlcException refusal
        ? refusal
        : new TlcException(String.valueOf(cause), cause);
  }

  private static long checkedBytes() throws TlcException {
    try {
      return bytes();
    } catch (IllegalArgumentException noSize) {
      throw new TlcException(String.valueOf(noSize.getMessage()), noSize);
    }
  }
}
