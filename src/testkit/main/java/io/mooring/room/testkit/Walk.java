package io.mooring.room.testkit;

import io.mooring.room.spec.Step;
import java.util.List;
import java.util.Optional;

/** What became of a list of stimuli on a real room connection. */
public final class Walk {
  private final List<Stimulus> stimuli;
  private final List<Step> steps;
  private final List<Moment> moments;
  private final Optional<Violation> violation;

  Walk(
      List<Stimulus> stimuli,
      List<Step> steps,
      List<Moment> moments,
      Optional<Violation> violation) {
    this.stimuli = stimuli;
    this.steps = steps;
    this.moments = moments;
    this.violation = violation;
  }

  /** The stimuli, also those that came after a violation and were not given any more. */
  public List<Stimulus> stimuli() {
    return stimuli;
  }

  /** Every step that the connection decided, in order. */
  public List<Step> steps() {
    return steps;
  }

  /** The first violation; the walk ended with it. */
  public Optional<Violation> violation() {
    return violation;
  }

  /** The event list in the text format of {@link EventListText}. */
  public String text() {
    return EventListText.write(stimuli);
  }

  /** The walk as numbered steps, one line for everything that was seen. */
  public String path() {
    return new Story(moments, violation).path();
  }

  /** The walk as a Mermaid sequence diagram. */
  public String mermaid() {
    return new Story(moments, violation).mermaid();
  }

  /**
   * Everything that somebody needs who must understand the walk: violation, event list, path and
   * diagram.
   */
  public String report() {
    return violation.map(found -> "Violated: " + found).orElse("No violation.")
        + "\n\nEvent list:\n"
        + text().indent(2)
        + "\nPath:\n"
        + path().indent(2)
        + "\nSequence diagram (Mermaid):\n"
        + mermaid().indent(2);
  }

  /**
   * This walk, if nothing was violated.
   *
   * @throws AssertionError with the {@link #report()} if something was
   */
  public Walk requireNoViolation() {
    if (violation.isPresent()) {
      throw new AssertionError(report());
    }
    return this;
  }
}
