package com.example.door;

import com.example.door.spec.Effect;
import java.util.function.Consumer;

/** A door with a lock, written by hand. */
public class Door {
  private final Consumer<Effect> bolt;
  private boolean open;
  private boolean locked;

  public Door(Consumer<Effect> bolt) {
    this.bolt = bolt;
  }

  public void open() {
    open |= !locked;
  }

  public void close() {
    open = false;
  }

  public void lock() {
    if (!open && !locked) {
      locked = true;
      bolt.accept(Effect.BOLT);
    }
  }

  public void unlock() {
    if (locked) {
      locked = false;
      bolt.accept(Effect.UNBOLT);
    }
  }

  public boolean isOpen() {
    return open;
  }

  public boolean isLocked() {
    return locked;
  }
}
