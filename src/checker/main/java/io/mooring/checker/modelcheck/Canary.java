package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A small specification with a known answer, which a faulty checker gets wrong.
 *
 * @param name its name
 * @param module the module
 * @param config the configuration
 * @param answer the right verdict
 * @param fault what is wrong with a checker that answers otherwise
 * @param construct what a specification must not use then; empty if no specification can meet the
 *     fault
 */
record Canary(
    String name,
    Path module,
    Path config,
    Verdict answer,
    String fault,
    Optional<Construct> construct) {

  boolean isFaultPresent(Tlc tlc) throws TlcException {
    CheckResult result =
        tlc.check(CheckRequest.of(module, config).withVacuity(false), CheckProgress.NONE);
    return result.verdict() != answer;
  }

  String line(boolean present) {
    if (!present) {
      return "canary " + name + ": the checker answers right";
    }
    return String.format(
        Locale.ROOT,
        "canary %s: this checker is wrong (%s); %s",
        name,
        fault,
        construct
            .map(use -> "no specification may use " + use.text())
            .orElse("nothing here meets it"));
  }
}
