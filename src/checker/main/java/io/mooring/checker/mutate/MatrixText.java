package io.mooring.checker.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** A kill matrix for a terminal: the sums, and the survivors without an explanation. */
public final class MatrixText {

  private static final int LONGEST_DIFF = 12;

  private MatrixText() {}

  /** The lines to print. */
  public static List<String> lines(KillMatrix matrix, ReviewedList reviewed, List<String> stale) {
    List<String> lines = new ArrayList<>();
    List<MutantResult> stillborn = matrix.of(MutantResult.Status.STILLBORN);
    if (!stillborn.isEmpty()) {
      lines.add("stillborn (no property was checked; not part of the score):");
      stillborn.forEach(result -> lines.add("  " + result.mutant().id() + ": " + result.detail()));
      lines.add("");
    }
    kills(matrix, lines);
    configurations(matrix, lines);
    List<MutantResult> unexplained = reviewed.unexplained(matrix);
    if (!unexplained.isEmpty()) {
      lines.add("");
      lines.add("detected by nothing, and not in " + reviewed.file() + ":");
      unexplained.forEach(result -> survivor(result, lines));
    }
    if (!stale.isEmpty()) {
      lines.add("");
      lines.add("wrong in " + reviewed.file() + ":");
      stale.forEach(each -> lines.add("  " + each));
    }
    lines.add("");
    lines.add(totals(matrix, reviewed));
    return lines;
  }

  private static void kills(KillMatrix matrix, List<String> lines) {
    Map<String, KillMatrix.Kills> kills = matrix.kills();
    int width = kills.keySet().stream().mapToInt(String::length).max().orElse(0);
    String row = "%-" + Math.max(width, "killed first by".length()) + "s  %7s  %s";
    lines.add(
        String.format(Locale.ROOT, row, "killed first by", "mutants", "shortest counterexample"));
    kills.forEach(
        (property, each) ->
            lines.add(
                String.format(Locale.ROOT, row, property, each.mutants(), steps(each.shortest()))
                    .stripTrailing()));
    if (matrix.isWhole() && !matrix.idle().isEmpty()) {
      lines.add("");
      lines.add(
          "never the first to be violated: "
              + String.join(", ", matrix.idle())
              + " (another property is always violated first, or no mutant concerns it)");
    }
  }

  /** A table by configuration, if there is more than one or a baseline. */
  private static void configurations(KillMatrix matrix, List<String> lines) {
    boolean pins = matrix.passes().stream().anyMatch(pass -> pass.pins().isPresent());
    if (matrix.passes().size() == 1 && !pins) {
      return;
    }
    int width = matrix.passes().stream().mapToInt(pass -> pass.name().length()).max().orElse(0);
    String row = "%-" + Math.max(width, "configuration".length()) + "s  %7s  %7s  %s";
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            row,
            "configuration",
            "checked",
            "killed",
            "detected by its figures alone"));
    for (ConfigPass pass : matrix.passes()) {
      lines.add(
          String.format(
              Locale.ROOT,
              row,
              pass.name(),
              matrix.checked(pass),
              matrix.killed(pass),
              pass.pins().isPresent()
                  ? matrix.of(MutantResult.Status.PINNED, pass).size()
                  : "has none"));
    }
  }

  private static String steps(OptionalInt steps) {
    return steps.isEmpty() ? "" : steps.getAsInt() == 1 ? "1 state" : steps.getAsInt() + " states";
  }

  private static void survivor(MutantResult result, List<String> lines) {
    Mutant mutant = result.mutant();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %s in %s, %s%s",
            mutant.span().line(),
            mutant.operator(),
            mutant.definition(),
            result.status() == MutantResult.Status.UNDECIDED
                ? "undecided: " + result.detail()
                : result.status().text(),
            mutant.law() ? "; it changes the meaning of the properties as well" : ""));
    cut(mutant.before()).forEach(line -> lines.add("  - " + line));
    cut(mutant.after()).forEach(line -> lines.add("  + " + line));
    lines.add("  " + mutant.id());
  }

  private static List<String> cut(List<String> diff) {
    if (diff.size() <= LONGEST_DIFF) {
      return diff;
    }
    List<String> some = new ArrayList<>(diff.subList(0, LONGEST_DIFF - 1));
    some.add(String.format(Locale.ROOT, "... %d more lines", diff.size() - LONGEST_DIFF + 1));
    return some;
  }

  /** All figures in one line. */
  static String totals(KillMatrix matrix, ReviewedList reviewed) {
    int open = matrix.open().size();
    int unexplained = reviewed.unexplained(matrix).size();
    int pinned = matrix.of(MutantResult.Status.PINNED).size();
    return String.format(
        Locale.ROOT,
        "%s: %s%,d mutants, %,d killed, %s%s, %,d stillborn%s, %.1f s",
        matrix.name(),
        matrix.isWhole() ? "" : String.format(Locale.ROOT, "%,d of ", matrix.results().size()),
        matrix.listed(),
        matrix.killed(),
        pinned == 0 ? "" : String.format(Locale.ROOT, "%,d detected by figures alone, ", pinned),
        open == 0
            ? matrix.score().isPresent() ? "none survived" : "nothing judged"
            : String.format(
                Locale.ROOT,
                "%,d survived or undecided (%,d of them reviewed)",
                open,
                open - unexplained),
        matrix.of(MutantResult.Status.STILLBORN).size(),
        score(matrix, pinned > 0),
        matrix.time().toMillis() / 1000.0);
  }

  private static String score(KillMatrix matrix, boolean pins) {
    if (matrix.score().isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ", score %d %%%s",
        matrix.score().getAsInt(),
        pins
            ? String.format(Locale.ROOT, ", with pins %d %%", matrix.scoreWithPins().getAsInt())
            : "");
  }
}
