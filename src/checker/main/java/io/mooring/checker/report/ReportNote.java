package io.mooring.checker.report;

import java.util.Optional;

/**
 * A warning: what makes a result weaker than it looks.
 *
 * @param text the sentence, without its place
 * @param place the place that it is about
 */
public record ReportNote(String text, Optional<Place> place) {

  /** The sentence after its place. */
  @Override
  public String toString() {
    return place.map(each -> each + ": ").orElse("") + text;
  }
}
