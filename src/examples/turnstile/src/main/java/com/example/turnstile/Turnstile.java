package com.example.turnstile;

import com.example.turnstile.spec.Effect;
import com.example.turnstile.spec.Event;
import com.example.turnstile.spec.Gate;
import com.example.turnstile.spec.Location;
import com.example.turnstile.spec.Step;
import com.example.turnstile.spec.Table;
import java.util.function.Consumer;

/** A turnstile. What it does in which state is generated from its specification. */
public final class Turnstile {
  private final Consumer<Effect> motor;
  private Location location = Table.initial().to();

  public Turnstile(Consumer<Effect> motor) {
    this.motor = motor;
  }

  public synchronized void on(Event event) {
    Step step = Table.step(location, event);
    location = step.to();
    step.effects().forEach(motor);
  }

  public synchronized Gate gate() {
    return location.gate();
  }
}
