package io.mooring.checker.mutate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of checking a mutant.
 *
 * @param mutant the mutant
 * @param config the configuration that decided it, or else the last in which it was checked
 * @param status how the check ended
 * @param property the property that is violated, if one is
 * @param steps number of states in the counterexample, if there is one: the shortest for all but
 *     liveness
 * @param detail one line for people: the checker's words, the figure that differs, or why nothing
 *     was decided
 * @param time the time of its checks
 * @param passes number of configurations in which it was checked
 */
public record MutantResult(
    Mutant mutant,
    String config,
    Status status,
    Optional<String> property,
    OptionalInt steps,
    String detail,
    Duration time,
    int passes) {

  /** The ways in which the check of a mutant can end. */
  public enum Status {
    /** It violates a property. */
    KILLED("killed"),
    /** It runs into a state without a successor, which the specification must not. */
    DEADLOCK("killed by deadlock"),
    /** It makes an assumption on the constants false. */
    ASSUMPTION("killed by an assumption"),
    /** Something that must be possible no longer is. */
    WITNESS("killed by a witness"),
    /** All properties hold of it, but a figure of the manifest differs. */
    PINNED("detected by a figure"),
    /** All properties hold of it. */
    SURVIVED("survived"),
    /** It does not parse, or the checker cannot evaluate it: no property was checked. */
    STILLBORN("stillborn"),
    /** Its check ended at the bound of states or time, without a result. */
    UNDECIDED("undecided");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** The status in words, in every report. */
    public String text() {
      return text;
    }

    /** Whether a property, a witness or the check itself detected the change. */
    public boolean isKill() {
      return this == KILLED || this == DEADLOCK || this == ASSUMPTION || this == WITNESS;
    }

    /** Whether a further configuration may still decide it. */
    boolean isOpenEnded() {
      return isOpen() || this == PINNED;
    }

    /** Whether the change needs an explanation, because nothing detected it. */
    public boolean isOpen() {
      return this == SURVIVED || this == UNDECIDED;
    }
  }

  /** The combined result of this check and the one in an earlier configuration. */
  MutantResult after(MutantResult earlier) {
    boolean keeps =
        status.isOpenEnded()
            && (earlier.status == Status.PINNED
                || (earlier.status == Status.UNDECIDED && status != Status.PINNED));
    MutantResult result = keeps ? earlier : this;
    return new MutantResult(
        mutant,
        result.config,
        result.status,
        result.property,
        result.steps,
        result.detail,
        time.plus(earlier.time),
        passes + earlier.passes);
  }

  /** The killer, or the status if there is none. */
  public String killer() {
    return switch (status) {
      case KILLED, WITNESS -> property.orElse("a property");
      case DEADLOCK -> "deadlock";
      case ASSUMPTION -> "an assumption";
      default -> status.text();
    };
  }
}
