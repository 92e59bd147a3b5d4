package io.mooring.room.codegen.tlc.inside;

import io.mooring.room.codegen.tlc.DeepStack;
import org.jspecify.annotations.Nullable;

/**
 * The parent that TLC's threads get in place of {@link Thread}, with its constructors: they have
 * the stack of {@link DeepStack}, and belong to the task that starts them.
 */
public class DeepThread extends Thread {

  private static final String NAME = "mooring-tlc";

  /** Like {@link Thread#Thread()}. */
  public DeepThread() {
    this(null, NAME);
  }

  /** Like {@link Thread#Thread(String)}. */
  public DeepThread(String name) {
    this(null, name);
  }

  /** Like {@link Thread#Thread(Runnable)}. */
  public DeepThread(@Nullable Runnable task) {
    this(task, NAME);
  }

  /** Like {@link Thread#Thread(Runnable, String)}. */
  public DeepThread(@Nullable Runnable task, String name) {
    super(null, task, name, DeepStack.bytes());
  }

  @Override
  public synchronized void start() {
    DeepStack.addToTask(this);
    super.start();
  }
}
