package io.mooring.checker.mutate;

import io.mooring.checker.modelcheck.Baseline;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.Digest;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A configuration in which mutants are checked, with the result of the specification itself.
 *
 * @param config its file
 * @param original the check of the specification itself, which holds
 * @param bounds the bounds of the check of a mutant
 * @param pins the baseline in the manifest, if there is one
 * @param question a digest of everything that a result depends on: two passes with the same one
 *     give the same results
 */
public record ConfigPass(
    Path config, CheckResult original, Bounds bounds, Optional<Baseline> pins, String question) {

  /**
   * Checks the specification itself.
   *
   * @throws TlcException if it cannot be checked, does not hold, or differs from the manifest
   */
  static ConfigPass of(Tlc tlc, MutantSet mutantSet, Path config, MutationRun.Limits limits)
      throws TlcException {
    Path module = mutantSet.module();
    Path manifest = limits.manifest();
    Optional<Baseline> pins =
        manifest == null ? Optional.empty() : Baseline.of(manifest, module, config);
    CheckResult original = tlc.check(request(module, config, pins), CheckProgress.NONE);
    if (original.verdict() != CheckResult.Verdict.SUCCESS) {
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "%s: does not hold itself with %s: %s; mutants can be checked only against a specification that holds",
              module,
              config.getFileName(),
              original.message()));
    }
    List<String> differences = new ArrayList<>();
    original.exercised().unseen().forEach(each -> differences.add("has no witness " + each));
    pins.ifPresent(each -> differences.addAll(each.differences(original)));
    if (!differences.isEmpty()) {
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "%s: with %s it %s; update the manifest first, or ignore its figures with --pins never",
              module,
              config.getFileName(),
              differences.get(0)));
    }
    Bounds around = Bounds.around(original.distinctStates(), original.time());
    Long states = limits.states();
    Duration time = limits.time();
    Bounds bounds =
        new Bounds(states == null ? around.states() : states, time == null ? around.time() : time);
    return new ConfigPass(
        config, original, bounds, pins, question(tlc, mutantSet, config, pins, limits));
  }

  private static String question(
      Tlc tlc, MutantSet mutantSet, Path config, Optional<Baseline> pins, MutationRun.Limits limits)
      throws TlcException {
    List<Path> files = new ArrayList<>(mutantSet.files());
    files.add(config);
    files.addAll(tlc.code(mutantSet.module()));
    String rest =
        String.format(
            Locale.ROOT, "%s %s %s %s", tlc.version(), pins, limits.states(), limits.time());
    return Digest.sha256(files, rest).substring(0, 16);
  }

  /** The check of a module with this configuration. */
  CheckRequest request(Path module) {
    return request(module, config, pins);
  }

  private static CheckRequest request(Path module, Path config, Optional<Baseline> pins) {
    return CheckRequest.of(module, config)
        .withVacuity(false)
        .witnessing(pins.map(Baseline::witnesses).orElse(List.of()));
  }

  /** The configuration's name. */
  public String name() {
    return String.valueOf(config.getFileName());
  }
}
