package io.mooring.codegen.atlas;

import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.fleet.FleetReport;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.SourceLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a page has beside its machine, so that its reader need not open a file. It opens at the last
 * of these that it has.
 *
 * @param counts how often runs took each part of the machine, by the numbers of its model
 * @param other another version of the machine, with which it is compared
 * @param walk what happened, in one of the forms that the page can walk
 * @param listed more of that, which the page has in a list and does not open with
 * @param fleet what a job has decided about the sessions of a fleet
 * @param cited modules beside those of the machine, whose definitions the page links to
 */
public record Enclosed(
    Optional<CoverageCounts> counts,
    Optional<Other> other,
    Optional<Walk> walk,
    List<Listed> listed,
    Optional<FleetReport> fleet,
    List<Cited> cited) {

  /** Copies the lists. */
  public Enclosed {
    listed = List.copyOf(listed);
    cited = List.copyOf(cited);
  }

  /** Nothing is listed. */
  public Enclosed(Optional<CoverageCounts> counts, Optional<Other> other, Optional<Walk> walk) {
    this(counts, other, walk, List.of(), Optional.empty(), List.of());
  }

  /** The same with a list of what happened. */
  public Enclosed listing(List<Listed> walks) {
    return new Enclosed(counts, other, walk, walks, fleet, cited);
  }

  /**
   * The same with the report of a fleet, whose counts are added.
   *
   * @param counted the counts of the fleet by the model's numbers, if there are any
   */
  public Enclosed reporting(FleetReport report, Optional<CoverageCounts> counted) {
    Optional<CoverageCounts> sum =
        counts.isPresent() && counted.isPresent()
            ? Optional.of(counts.get().plus(counted.get()))
            : counts.or(() -> counted);
    return new Enclosed(sum, other, walk, listed, Optional.of(report), cited);
  }

  /** The same with more modules. */
  public Enclosed citing(List<Cited> modules) {
    List<Cited> all = new ArrayList<>(cited);
    all.addAll(modules);
    return new Enclosed(counts, other, walk, listed, fleet, all);
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

  /**
   * A module, and where its properties are defined.
   *
   * @param file the name of its file
   * @param text its text
   * @param lines the line of each property
   */
  public record Cited(String file, String text, SortedMap<String, SourceLine> lines) {

    /** Copies the map. */
    public Cited {
      lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }
  }
}
