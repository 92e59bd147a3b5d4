package com.example.turnstile;

import com.example.turnstile.spec.Effect;
import com.example.turnstile.spec.Event;
import com.example.turnstile.spec.Observation;
import com.example.turnstile.spec.TurnstileMonitor;
import com.example.turnstile.spec.Verdict;
import java.util.Optional;

/** Checks the journal of a turnstile of another make, which knows nothing of the specification. */
public final class Journal {
  // A guard may set the gate back without a line in the journal.
  private final TurnstileMonitor monitor = TurnstileMonitor.ofInitial(Event.RESET);

  /**
   * Checks the next line: what happened, and what the arm and the tray did, for example {@code coin
   * 2 free}. Some makes do not say which coin it was: {@code coin ? free}.
   *
   * @return what is wrong with it
   */
  public Optional<String> check(String line) {
    Verdict verdict = monitor.observe(observation(line.split(" ")));
    return verdict.isAllowed() ? Optional.empty() : Optional.of(verdict.explanation());
  }

  private static Observation observation(String[] words) {
    Observation happened =
        switch (words[0]) {
          case "push" -> Observation.push();
          case "coin" ->
              words[1].equals("?")
                  ? Observation.of(Event.INSERT_1, Event.INSERT_2)
                  : Observation.insert(Integer.parseInt(words[1]));
          default -> throw new IllegalArgumentException("No such line: " + words[0]);
        };
    return switch (words[words.length - 1]) {
      case "free" -> happened.effects(Effect.RELEASE_ARM);
      case "blocked" -> happened.effects(Effect.BLOCK_ARM);
      case "returned" -> happened.effects(Effect.RETURN_COIN);
      default -> happened.effects();
    };
  }
}
