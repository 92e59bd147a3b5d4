package io.mooring.checker.tlc;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A check to run: a module, a configuration, and changes to that configuration for this run alone.
 *
 * @param module the {@code .tla} file
 * @param config the {@code .cfg} file
 * @param homes more folders that count as the module's own, after that one
 * @param substitutions definitions to replace in this run, as {@code CONSTANT key <- value} would
 * @param constants constants to assign in this run, as {@code CONSTANT key = value} would, in place
 *     of what the configuration says of them
 * @param without invariants and properties of the configuration that this run leaves out
 * @param watching what to look at beside the configuration's properties
 * @param search how to search, and when to give up
 */
public record CheckRequest(
    Path module,
    Path config,
    List<Path> homes,
    Map<String, String> substitutions,
    Map<String, String> constants,
    Set<String> without,
    Probes watching,
    SearchOptions search) {

  /** Copies the collections. */
  public CheckRequest {
    homes = List.copyOf(homes);
    substitutions = java.util.Collections.unmodifiableMap(new TreeMap<>(substitutions));
    constants = java.util.Collections.unmodifiableMap(new TreeMap<>(constants));
    without = java.util.Collections.unmodifiableSet(new TreeSet<>(without));
  }

  /** A plain check of a module with a configuration. */
  public static CheckRequest of(Path module, Path config) {
    return new CheckRequest(
        module,
        config,
        List.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        Probes.VACUITY,
        SearchOptions.DEFAULT);
  }

  /** The same with definitions replaced. */
  public CheckRequest substituting(Map<String, String> replacements) {
    return new CheckRequest(
        module, config, homes, replacements, constants, without, watching, search);
  }

  /** The same with values assigned to constants, in place of those of the configuration. */
  public CheckRequest assigning(Map<String, String> values) {
    return new CheckRequest(
        module, config, homes, substitutions, values, without, watching, search);
  }

  /** The same without some invariants or properties. */
  public CheckRequest without(Set<String> properties) {
    return new CheckRequest(
        module, config, homes, substitutions, constants, properties, watching, search);
  }

  /**
   * The same, which also says whether a safety property is violated, without stopping there. It
   * should be among those that the run leaves out.
   */
  public CheckRequest observing(String property) {
    return watching(watching.observing(property));
  }

  /** The same with or without the search for vacuous properties. */
  public CheckRequest withVacuity(boolean wanted) {
    return watching(watching.withVacuity(wanted));
  }

  /**
   * The same, which also says of some state and action predicates whether each is true somewhere.
   */
  public CheckRequest witnessing(List<String> predicates) {
    return watching(watching.witnessing(predicates));
  }

  /**
   * A search for a state or action predicate instead of a check of properties: the result has a
   * shortest behaviour that leads to it, if there is one.
   */
  public CheckRequest seeking(String predicate) {
    return watching(watching.seeking(predicate)).withWorkers(1);
  }

  /**
   * A count of the states and steps that make some predicates true instead of a check of
   * properties, with a shortest behaviour that leads to each; see {@link SearchResult#witnesses()}.
   */
  public CheckRequest counting(List<String> predicates) {
    return watching(watching.counting(predicates)).withWorkers(1);
  }

  /** The same with more folders that count as the module's own. */
  public CheckRequest withHomes(List<Path> folders) {
    return new CheckRequest(
        module, config, folders, substitutions, constants, without, watching, search);
  }

  /** The same with a number of threads, for a configuration without temporal properties. */
  public CheckRequest withWorkers(int threads) {
    return searching(search.withWorkers(threads));
  }

  /** The same with another way to search. */
  public CheckRequest searching(SearchOptions how) {
    return new CheckRequest(
        module, config, homes, substitutions, constants, without, watching, how);
  }

  private CheckRequest watching(Probes changed) {
    return new CheckRequest(
        module, config, homes, substitutions, constants, without, changed, search);
  }
}
