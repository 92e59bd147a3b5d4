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
 * @param without invariants and properties of the configuration that this run leaves out
 * @param watching what to look at beside the configuration's properties
 * @param workers how many threads may search, if the configuration names no temporal property;
 *     temporal properties are always decided by one
 */
public record CheckRequest(
    Path module,
    Path config,
    List<Path> homes,
    Map<String, String> substitutions,
    Set<String> without,
    Probes watching,
    int workers) {

  /** Copies the collections. */
  public CheckRequest {
    homes = List.copyOf(homes);
    substitutions = java.util.Collections.unmodifiableMap(new TreeMap<>(substitutions));
    without = java.util.Collections.unmodifiableSet(new TreeSet<>(without));
  }

  /** A plain check of a module with a configuration. */
  public static CheckRequest of(Path module, Path config) {
    return new CheckRequest(module, config, List.of(), Map.of(), Set.of(), Probes.VACUITY, 1);
  }

  /** The same with definitions replaced. */
  public CheckRequest substituting(Map<String, String> replacements) {
    return new CheckRequest(module, config, homes, replacements, without, watching, workers);
  }

  /** The same without some invariants or properties. */
  public CheckRequest without(Set<String> properties) {
    return new CheckRequest(module, config, homes, substitutions, properties, watching, workers);
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

  /** The same with more folders that count as the module's own. */
  public CheckRequest withHomes(List<Path> folders) {
    return new CheckRequest(module, config, folders, substitutions, without, watching, workers);
  }

  /** The same with a number of threads, for a configuration without temporal properties. */
  public CheckRequest withWorkers(int threads) {
    return new CheckRequest(module, config, homes, substitutions, without, watching, threads);
  }

  private CheckRequest watching(Probes changed) {
    return new CheckRequest(module, config, homes, substitutions, without, changed, workers);
  }
}
