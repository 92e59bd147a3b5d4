package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The result of one model.
 *
 * @param name its name in the manifest, or the name of its module
 * @param expected the expected result, in the manifest's words
 * @param found the actual result, in the same words
 * @param result the check of the unchanged model
 * @param distinctStates distinct states; for a model that violates a property, with that property
 *     left out
 * @param edges steps generated, likewise
 * @param witnesses how many witnesses it must have
 * @param bounds within which bounds it says something; empty if there is nothing to say
 * @param differences why it is not as expected; empty if it is
 * @param files the counterexample's pictures, if any
 * @param time the time of all its checks
 */
public record ModelVerdict(
    String name,
    String expected,
    String found,
    CheckResult result,
    long distinctStates,
    long edges,
    int witnesses,
    String bounds,
    List<String> differences,
    List<Path> files,
    Duration time) {

  /** Copies the lists. */
  public ModelVerdict {
    differences = List.copyOf(differences);
    files = List.copyOf(files);
  }

  /** The result of a model that no manifest says anything of, so that it must hold. */
  static ModelVerdict unpinned(
      String name, CheckResult result, List<String> differences, List<Path> files) {
    return new ModelVerdict(
        name,
        Verdict.SUCCESS.text(),
        ModelRun.found(result),
        result,
        result.distinctStates(),
        result.edges(),
        0,
        "",
        differences,
        files,
        result.time());
  }

  /** Whether the result is the expected one. */
  public boolean asExpected() {
    return differences.isEmpty();
  }
}
