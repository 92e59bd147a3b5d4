package com.example.turnstile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.turnstile.spec.Effect;
import com.example.turnstile.spec.Event;
import com.example.turnstile.spec.Gate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final List<Effect> effects = new ArrayList<>();
  private final Turnstile turnstile = new Turnstile(effects::add);

  @Test
  void aFareOfTwoCoinsReleasesTheArm() {
    turnstile.on(Event.INSERT_2);
    assertEquals(Gate.LOCKED, turnstile.gate());

    turnstile.on(Event.INSERT_1);
    assertEquals(Gate.UNLOCKED, turnstile.gate());
    assertEquals(List.of(Effect.RELEASE_ARM), effects);
  }
}
