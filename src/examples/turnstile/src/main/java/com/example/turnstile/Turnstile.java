package com.example.turnstile;

import com.example.turnstile.spec.Effects;
import com.example.turnstile.spec.Gate;
import com.example.turnstile.spec.Step;
import com.example.turnstile.spec.TurnstileMachine;

/** A turnstile at the entrance. What it does in which state is generated from its specification. */
public final class Turnstile {

  /** What the turnstile is made of. */
  public interface Hardware {

    /** Blocks the arm, or lets it turn. */
    void block(boolean blocked);

    /** Drops a coin into the tray. */
    void giveBack(int coin);
  }

  private final TurnstileMachine machine;

  public Turnstile(Hardware hardware) {
    machine = TurnstileMachine.builder(new Mechanics(hardware)).build();
  }

  /** Called by the slot. */
  public void coin(int coin) {
    machine.insert(coin);
  }

  /** Called by the arm. */
  public void pushed() {
    machine.push();
  }

  /** Called by the key of the guard. */
  public void reset() {
    machine.reset();
  }

  public Gate gate() {
    return machine.currentLocation().gate();
  }

  /**
   * How the effects of the specification are carried out: an effect that is new does not compile.
   */
  private record Mechanics(Hardware hardware) implements Effects {

    @Override
    public void releaseArm(Step step) {
      hardware.block(false);
    }

    @Override
    public void blockArm(Step step) {
      hardware.block(true);
    }

    @Override
    public void returnCoin(Step step) {
      hardware.giveBack((int) step.event().parameters().get("coin"));
    }
  }
}
