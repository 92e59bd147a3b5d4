package io.mooring.checker.mutate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param config the configuration that decided it, or else the last in which it was asked
 * @param kind how it ended
 * @param property the property that is violated, if one is
 * @param steps number of states in the counterexample, if there is one: the shortest for all but
 *     liveness
 * @param detail one line for people: the checker's words, the figure that differs, or why nothing
 *     was decided
 * @param time of its checks
 * @param rounds number of configurations in which it was asked
 */
public record MutantResult(
    Mutant mutant,
    String config,
    Status kind,
    Optional<String> property,
    OptionalInt steps,
    String detail,
    Duration time,
    int rounds) {

  /** How a mutant can end. */
  public enum Status {
    /** It violates a property. */
    KILLED("killed"),
    /** It runs into a state without a successor, which the specification must not. */
    DEADLOCK("killed by deadlock"),
    /** It makes an assumption on the constants false. */
    ASSUMPTION("killed by an assumption"),
    /** Something that must be possible no longer is. */
    WITNESS("killed by a witness"),
    /** Everything that was asked for holds of it, but a figure of the manifest is another. */
    PINNED("noticed by a pin"),
    /** Everything that was asked for holds of it. */
    SURVIVED("survived"),
    /** It does not parse, or the checker cannot evaluate it: no property was asked. */
    STILLBORN("stillborn"),
    /** Its check was ended at the bound of states or time: nobody knows. */
    UNDECIDED("undecided");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** For people, and in the report for machines. */
    public String text() {
      return text;
    }

    /** Whether something that the specification says of itself noticed the change. */
    public boolean isKill() {
      return this == KILLED || this == DEADLOCK || this == ASSUMPTION || this == WITNESS;
    }

    /** Whether another configuration may still have something to say. */
    boolean isOpenEnded() {
      return isOpen() || this == PINNED;
    }

    /** Whether the change has to be explained, because nothing noticed it. */
    public boolean isOpen() {
      return this == SURVIVED || this == UNDECIDED;
    }
  }

  /** What became of it after all, when it was asked in an earlier configuration before. */
  MutantResult after(MutantResult earlier) {
    boolean stands =
        kind.isOpenEnded()
            && (earlier.kind == Status.PINNED
                || (earlier.kind == Status.UNDECIDED && kind != Status.PINNED));
    MutantResult fate = stands ? earlier : this;
    return new MutantResult(
        mutant,
        fate.config,
        fate.kind,
        fate.property,
        fate.steps,
        fate.detail,
        time.plus(earlier.time),
        rounds + earlier.rounds);
  }

  /** Who killed it, or how it ended otherwise. */
  public String killer() {
    return switch (kind) {
      case KILLED, WITNESS -> property.orElse("a property");
      case DEADLOCK -> "deadlock";
      case ASSUMPTION -> "an assumption";
      default -> kind.text();
    };
  }
}
