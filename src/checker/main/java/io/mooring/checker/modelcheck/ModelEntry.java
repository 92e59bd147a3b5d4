package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.List;
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
 * @param exercised what the check must exercise
 * @param fast whether it belongs to every build
 * @param bounds within which bounds it says something; empty if there is nothing to say
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
    Exercise exercised,
    boolean fast,
    String bounds) {

  /**
   * The parts of a specification that a check must exercise, or cannot within its bounds.
   *
   * @param witnesses predicates of which each must be true somewhere
   * @param actions how many actions must fire
   * @param never the actions that cannot fire, and no other
   * @param vacuous the properties that say nothing, each as often as it has an antecedent that is
   *     never true, and no other
   */
  record Exercise(
      List<String> witnesses, OptionalLong actions, List<String> never, List<String> vacuous) {

    Exercise {
      witnesses = List.copyOf(witnesses);
      never = List.copyOf(never);
      vacuous = List.copyOf(vacuous);
    }
  }

  ModelEntry {
    substitute = new TreeMap<>(substitute);
  }

  CheckRequest request() {
    return CheckRequest.of(module, config)
        .substituting(substitute)
        .witnessing(exercised.witnesses());
  }

  /** {@return the expected result, in a few words} */
  String expected() {
    return violates.map(property -> "violates " + property).orElse(result.text());
  }
}
