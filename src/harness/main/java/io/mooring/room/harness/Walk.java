package io.mooring.room.harness;

import io.mooring.room.spec.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What became of a list of stimuli on a real room connection.
 *
 * <p>What was seen on the way is not kept: whoever asks for it has the same list walked once more.
 */
public final class Walk {
  private final List<Stimulus> stimuli;
  private final List<Step> steps;
  private final Supplier<List<Moment>> moments;
  private final Optional<Violation> violation;
  private final List<EdgeCoverage.Find> finds;

  Walk(
      List<Stimulus> stimuli,
      List<Step> steps,
      Supplier<List<Moment>> moments,
      Optional<Violation> violation,
      List<EdgeCoverage.Find> finds) {
    this.stimuli = stimuli;
    this.steps = steps;
    this.moments = moments;
    this.violation = violation;
    this.finds = finds;
  }

  /** The stimuli, also those that came after a violation and were not given any more. */
  public List<Stimulus> stimuli() {
    return stimuli;
  }

  /** Every step that the connection decided, in order. */
  public List<Step> steps() {
    return steps;
  }

  /**
   * The stimuli up to the last one that took something for the first time in the coverage that the
   * walk was counted in; empty if none did.
   */
  List<Stimulus> toLastFind() {
    return finds.isEmpty() ? List.of() : to(finds.get(finds.size() - 1));
  }

  /** The stimuli up to one that took something for the first time. */
  List<Stimulus> to(EdgeCoverage.Find find) {
    return List.copyOf(stimuli.subList(0, find.stimuli()));
  }

  /** Where it took something for the first time. */
  List<EdgeCoverage.Find> finds() {
    return finds;
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
    return new Story(moments.get(), violation).path();
  }

  /** The walk as a Mermaid sequence diagram. */
  public String mermaid() {
    return new Story(moments.get(), violation).mermaid();
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
