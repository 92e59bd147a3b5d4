package io.mooring.room.codegen.modelcheck;

import io.mooring.room.codegen.tlc.CheckRequest;
import io.mooring.room.codegen.tlc.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One model of a manifest: a module with a configuration, and what checking it must give.
 *
 * @param name its name
 * @param module the module
 * @param config the configuration
 * @param result how the check must end
 * @param violates the property that it must violate, and the only one
 * @param substitute definitions that are replaced
 * @param distinctStates the number of distinct states; for a model that violates a property, with
 *     that property left out
 * @param edges the number of steps, likewise
 * @param fast whether it belongs to every build
 */
record ModelEntry(
    String name,
    Path module,
    Path config,
    Verdict result,
    Optional<String> violates,
    Map<String, String> substitute,
    OptionalLong distinctStates,
    OptionalLong edges,
    boolean fast) {

  ModelEntry {
    substitute = new TreeMap<>(substitute);
  }

  CheckRequest request() {
    return CheckRequest.of(module, config).substituting(substitute);
  }

  /** What it must give, in a few words. */
  String expected() {
    return violates.map(property -> "violates " + property).orElse(result.text());
  }
}
