package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mutant that a manifest lists: a module that replaces definitions of a specification.
 *
 * @param name its name in the manifest
 * @param module its file
 * @param violates the property that it must violate, and the only one; empty if none is named
 * @param substitute the definitions that are replaced, and by what
 */
public record ListedMutant(
    String name, Path module, String violates, Map<String, String> substitute) {

  /** Copies the map. */
  public ListedMutant {
    substitute = Collections.unmodifiableMap(new TreeMap<>(substitute));
  }

  /**
   * Those of a manifest, in its order.
   *
   * @throws TlcException if it cannot be read
   */
  public static List<ListedMutant> of(Path manifest) throws TlcException {
    return Manifest.read(manifest).models().stream()
        .filter(each -> !each.substitute().isEmpty())
        .map(
            each ->
                new ListedMutant(
                    each.name(), each.module(), each.violates().orElse(""), each.substitute()))
        .toList();
  }
}
