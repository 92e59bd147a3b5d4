package com.example.turnstile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.example.turnstile.spec.Gate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final List<String> seen = new ArrayList<>();
  private final Turnstile turnstile =
      new Turnstile(
          new Turnstile.Hardware() {
            @Override
            public void block(boolean blocked) {
              seen.add(blocked ? "blocked" : "free");
            }

            @Override
            public void giveBack(int coin) {
              seen.add("gives back " + coin);
            }
          });

  @Test
  void aFareOfTwoCoinsReleasesTheArm() {
    turnstile.coin(2);
    assertEquals(Gate.LOCKED, turnstile.gate());

    turnstile.coin(1);
    assertEquals(Gate.UNLOCKED, turnstile.gate());
    assertEquals(List.of("free"), seen);
  }

  @Test
  void aCoinTooManyIsGivenBackAndAPassageBlocksTheArm() {
    turnstile.coin(2);
    turnstile.coin(2);
    turnstile.coin(1);
    turnstile.pushed();

    assertEquals(List.of("free", "gives back 1", "blocked"), seen);
  }

  @Test
  void aCoinThatTheSpecificationDoesNotKnowIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> turnstile.coin(5));
  }
}
