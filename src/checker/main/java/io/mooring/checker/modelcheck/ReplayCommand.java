package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.SearchResult.Simulated;
import java.util.Locale;
import java.util.Optional;

/** The call that repeats the behaviour in which a simulation failed. */
final class ReplayCommand {

  private ReplayCommand() {}

  /** The line that says so; empty if no random behaviour failed. */
  static Optional<String> of(CheckRequest request, CheckResult result) {
    return result
        .search()
        .simulated()
        .filter(simulated -> simulated.failed().isPresent())
        .map(simulated -> "this behaviour again: " + command(request, simulated));
  }

  private static String command(CheckRequest request, Simulated simulated) {
    StringBuilder words = new StringBuilder("mooring check ").append(word(request.module()));
    if (!ModuleFile.beside(request.module(), ".cfg").equals(request.config())) {
      words.append(" --config ").append(word(request.config()));
    }
    request
        .constants()
        .forEach((name, value) -> words.append(" --sweep ").append(word(name + "=" + value)));
    words.append(
        String.format(
            Locale.ROOT,
            " --simulate --behaviours 1 --depth %d --seed %d",
            simulated.requested().depth(),
            simulated.failed().orElse(0)));
    if (!request.search().deadlock()) {
      words.append(" --no-deadlock");
    }
    return words.toString();
  }

  private static String word(Object text) {
    String word = text.toString();
    return word.matches("[\\w./=,:+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
