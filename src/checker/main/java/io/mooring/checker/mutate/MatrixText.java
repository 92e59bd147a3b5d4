package io.mooring.checker.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** A kill matrix for a terminal: the sums, and what nobody has explained yet. */
public final class MatrixText {

  private static final int LONGEST_DIFF = 12;

  private MatrixText() {}

  /** The lines to print. */
  public static List<String> lines(KillMatrix matrix, ReviewedList reviewed, List<String> stale) {
    List<String> lines = new ArrayList<>();
    List<MutantResult> stillborn = matrix.of(MutantResult.Status.STILLBORN);
    if (!stillborn.isEmpty()) {
      lines.add("stillborn (no property was asked, and the score leaves them out):");
      stillborn.forEach(fate -> lines.add("  " + fate.mutant().id() + ": " + fate.detail()));
      lines.add("");
    }
    kills(matrix, lines);
    configurations(matrix, lines);
    List<MutantResult> unexplained = reviewed.unexplained(matrix);
    if (!unexplained.isEmpty()) {
      lines.add("");
      lines.add("noticed by nothing, and not in " + reviewed.file() + ":");
      unexplained.forEach(fate -> survivor(fate, lines));
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
          "never the first to notice anything: "
              + String.join(", ", matrix.idle())
              + " (another property is always quicker, or no mutant is of that kind)");
    }
  }

  /** Says where mutants were noticed, if there is more than one place or way to be. */
  private static void configurations(KillMatrix matrix, List<String> lines) {
    boolean pins = matrix.rounds().stream().anyMatch(round -> round.pins().isPresent());
    if (matrix.rounds().size() == 1 && !pins) {
      return;
    }
    int width = matrix.rounds().stream().mapToInt(round -> round.name().length()).max().orElse(0);
    String row = "%-" + Math.max(width, "configuration".length()) + "s  %7s  %7s  %s";
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT, row, "configuration", "asked", "killed", "noticed by its pins alone"));
    for (ConfigPass round : matrix.rounds()) {
      lines.add(
          String.format(
              Locale.ROOT,
              row,
              round.name(),
              matrix.asked(round),
              matrix.killed(round),
              round.pins().isPresent()
                  ? matrix.of(MutantResult.Status.PINNED, round).size()
                  : "has none"));
    }
  }

  private static String steps(OptionalInt steps) {
    return steps.isEmpty() ? "" : steps.getAsInt() == 1 ? "1 state" : steps.getAsInt() + " states";
  }

  private static void survivor(MutantResult fate, List<String> lines) {
    Mutant mutant = fate.mutant();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %s in %s, %s%s",
            mutant.span().line(),
            mutant.operator(),
            mutant.definition(),
            fate.kind() == MutantResult.Status.UNDECIDED
                ? "undecided: " + fate.detail()
                : fate.kind().text(),
            mutant.law() ? "; it changes what the properties demand as well" : ""));
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
        matrix.isWhole() ? "" : String.format(Locale.ROOT, "%,d of ", matrix.fates().size()),
        matrix.listed(),
        matrix.killed(),
        pinned == 0 ? "" : String.format(Locale.ROOT, "%,d noticed by pins alone, ", pinned),
        open == 0
            ? "none survived"
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
