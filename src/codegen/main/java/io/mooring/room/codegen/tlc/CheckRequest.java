package io.mooring.room.codegen.tlc;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What to check: a module, a configuration, and changes to that configuration for this run alone.
 *
 * @param module the {@code .tla} file
 * @param config the {@code .cfg} file
 * @param libraries more folders to find modules in, after the module's own and the configuration's
 * @param substitutions definitions to replace in this run, as {@code CONSTANT key <- value} would
 * @param without invariants and properties of the configuration that this run leaves out
 * @param observed a safety property to observe without stopping at a violation; it should be among
 *     those that the run leaves out
 * @param vacuity whether to look for a witness of every antecedent, and for actions that never fire
 */
public record CheckRequest(
    Path module,
    Path config,
    List<Path> libraries,
    Map<String, String> substitutions,
    Set<String> without,
    Optional<String> observed,
    boolean vacuity) {

  /** Copies the collections. */
  public CheckRequest {
    libraries = List.copyOf(libraries);
    substitutions = java.util.Collections.unmodifiableMap(new TreeMap<>(substitutions));
    without = java.util.Collections.unmodifiableSet(new TreeSet<>(without));
  }

  /** A plain check of a module with a configuration. */
  public static CheckRequest of(Path module, Path config) {
    return new CheckRequest(module, config, List.of(), Map.of(), Set.of(), Optional.empty(), true);
  }

  /** The same with definitions replaced. */
  public CheckRequest substituting(Map<String, String> replacements) {
    return new CheckRequest(module, config, libraries, replacements, without, observed, vacuity);
  }

  /** The same without some invariants or properties. */
  public CheckRequest without(Set<String> properties) {
    return new CheckRequest(
        module, config, libraries, substitutions, properties, observed, vacuity);
  }

  /** The same, which also says whether a safety property is violated, without stopping there. */
  public CheckRequest observing(String property) {
    return new CheckRequest(
        module, config, libraries, substitutions, without, Optional.of(property), vacuity);
  }

  /** The same with or without the search for vacuous properties. */
  public CheckRequest withVacuity(boolean wanted) {
    return new CheckRequest(module, config, libraries, substitutions, without, observed, wanted);
  }

  /** The same with more folders to find modules in. */
  public CheckRequest withLibraries(List<Path> folders) {
    return new CheckRequest(module, config, folders, substitutions, without, observed, vacuity);
  }
}
