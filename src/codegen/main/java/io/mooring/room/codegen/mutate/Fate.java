package io.mooring.room.codegen.mutate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param kind how it ended
 * @param property the property that is violated, if one is
 * @param steps number of states in the counterexample, if there is one: the shortest for all but
 *     liveness
 * @param detail one line for people: the checker's words, or why nothing was decided
 * @param time of the check
 */
public record Fate(
    Mutant mutant,
    Kind kind,
    Optional<String> property,
    OptionalInt steps,
    String detail,
    Duration time) {

  /** How a mutant can end. */
  public enum Kind {
    /** It violates a property. */
    KILLED("killed"),
    /** It runs into a state without a successor, which the specification must not. */
    DEADLOCK("killed by deadlock"),
    /** It makes an assumption on the constants false. */
    ASSUMPTION("killed by an assumption"),
    /** Everything that was asked for holds of it. */
    SURVIVED("survived"),
    /** It does not parse, or the checker cannot evaluate it: no property was asked. */
    STILLBORN("stillborn"),
    /** Its check was ended at the bound of states or time: nobody knows. */
    UNDECIDED("undecided");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** For people, and in the report for machines. */
    public String text() {
      return text;
    }

    /** Whether something noticed the change. */
    public boolean isKill() {
      return this == KILLED || this == DEADLOCK || this == ASSUMPTION;
    }

    /** Whether the change has to be explained, because nothing noticed it. */
    public boolean isOpen() {
      return this == SURVIVED || this == UNDECIDED;
    }
  }

  /** Who killed it, or how it ended otherwise. */
  public String killer() {
    return switch (kind) {
      case KILLED -> property.orElse("a property");
      case DEADLOCK -> "deadlock";
      case ASSUMPTION -> "an assumption";
      default -> kind.text();
    };
  }
}
