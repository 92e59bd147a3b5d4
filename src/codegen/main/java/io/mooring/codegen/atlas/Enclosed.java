package io.mooring.codegen.atlas;

import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.model.Model;
import java.util.Optional;

/**
 * What a page has beside its machine, so that its reader need not open a file. It opens at the last
 * of these that it has.
 *
 * @param counts how often runs took each part of the machine, by the numbers of its model
 * @param other another version of the machine, with which it is compared
 * @param walk what happened, in one of the forms that the page can walk
 */
public record Enclosed(
    Optional<CoverageCounts> counts, Optional<Other> other, Optional<Walk> walk) {

  /** A page of the machine alone. */
  public static final Enclosed NOTHING =
      new Enclosed(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Another version of a machine.
   *
   * @param name what the page calls it
   * @param model its model
   */
  public record Other(String name, Model model) {}

  /**
   * A file of what happened: a counterexample, a trace or a list.
   *
   * @param name what the page calls it
   * @param text the text of the file
   */
  public record Walk(String name, String text) {}
}
