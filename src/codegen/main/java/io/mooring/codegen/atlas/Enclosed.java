package io.mooring.codegen.atlas;

import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.model.Model;
import java.util.List;
import java.util.Optional;

/**
 * What a page has beside its machine, so that its reader need not open a file. It opens at the last
 * of these that it has.
 *
 * @param counts how often runs took each part of the machine, by the numbers of its model
 * @param other another version of the machine, with which it is compared
 * @param walk what happened, in one of the forms that the page can walk
 * @param listed more of that, which the page has in a list and does not open with
 */
public record Enclosed(
    Optional<CoverageCounts> counts,
    Optional<Other> other,
    Optional<Walk> walk,
    List<Listed> listed) {

  /** Copies the list. */
  public Enclosed {
    listed = List.copyOf(listed);
  }

  /** Nothing is listed. */
  public Enclosed(Optional<CoverageCounts> counts, Optional<Other> other, Optional<Walk> walk) {
    this(counts, other, walk, List.of());
  }

  /** The same with a list of what happened. */
  public Enclosed listing(List<Listed> walks) {
    return new Enclosed(counts, other, walk, walks);
  }

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

  /**
   * Something that happened, in the list of the page.
   *
   * @param walk the file
   * @param about what it shows, in some words; empty for a trace
   */
  public record Listed(Walk walk, String about) {}
}
