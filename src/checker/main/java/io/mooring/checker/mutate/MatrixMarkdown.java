package io.mooring.checker.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A kill matrix for reading. */
public final class MatrixMarkdown {

  private final KillMatrix matrix;
  private final ReviewedList reviewed;
  private final List<String> lines = new ArrayList<>();

  private MatrixMarkdown(KillMatrix matrix, ReviewedList reviewed) {
    this.matrix = matrix;
    this.reviewed = reviewed;
  }

  /** The matrix as Markdown. */
  public static String text(KillMatrix matrix, ReviewedList reviewed) {
    MatrixMarkdown markdown = new MatrixMarkdown(matrix, reviewed);
    markdown.write();
    return String.join("\n", markdown.lines) + "\n";
  }

  private void write() {
    lines.add("# Mutants of " + matrix.name());
    lines.add("");
    lines.add(MatrixText.totals(matrix, reviewed) + ".");
    lines.add("");
    properties();
    operators();
    survivors();
    mutants();
  }

  private void properties() {
    lines.add("## Who kills");
    lines.add("");
    lines.add("The first property that each mutant violates, in the first configuration of these.");
    lines.add("");
    row("property", "mutants", round -> round.name(), "shortest counterexample");
    row("--", "--:", round -> "--:", "--:");
    matrix
        .kills()
        .forEach(
            (property, kills) ->
                row(
                    property,
                    Integer.toString(kills.mutants()),
                    round -> some(matrix.kills(property, round)),
                    kills.shortest().isPresent() ? kills.shortest().getAsInt() + " states" : ""));
    row("*killed*", Long.toString(matrix.killed()), round -> some(matrix.killed(round)), "");
    row(
        "*noticed by pins alone*",
        Integer.toString(matrix.of(MutantResult.Status.PINNED).size()),
        round ->
            round.pins().isPresent()
                ? some(matrix.of(MutantResult.Status.PINNED, round).size())
                : "no pins",
        "");
    row("*asked*", Integer.toString(matrix.fates().size()), round -> some(matrix.asked(round)), "");
    lines.add("");
  }

  /** A row with a cell for each configuration, if there is more than one. */
  private void row(String first, String sum, Function<ConfigPass, String> cell, String last) {
    StringBuilder row = new StringBuilder("| " + first + " | " + sum + " | ");
    if (matrix.rounds().size() > 1) {
      matrix.rounds().forEach(round -> row.append(cell.apply(round)).append(" | "));
    }
    lines.add(row.append(last).append(" |").toString());
  }

  private static String some(long count) {
    return count == 0 ? "" : Long.toString(count);
  }

  private void operators() {
    lines.add("## Kinds of change");
    lines.add("");
    lines.add("| operator | mutants | killed | by pins alone | survived | undecided | stillborn |");
    lines.add("|--|--:|--:|--:|--:|--:|--:|");
    matrix
        .byOperator()
        .forEach(
            (operator, fates) ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %d | %d | %d | %d |",
                        operator,
                        fates.values().stream().mapToLong(Long::longValue).sum(),
                        fates.entrySet().stream()
                            .filter(each -> each.getKey().isKill())
                            .mapToLong(Map.Entry::getValue)
                            .sum(),
                        fates.getOrDefault(MutantResult.Status.PINNED, 0L),
                        fates.getOrDefault(MutantResult.Status.SURVIVED, 0L),
                        fates.getOrDefault(MutantResult.Status.UNDECIDED, 0L),
                        fates.getOrDefault(MutantResult.Status.STILLBORN, 0L))));
    lines.add("");
  }

  private void survivors() {
    if (matrix.open().isEmpty()) {
      return;
    }
    lines.add("## What nothing noticed");
    lines.add("");
    for (MutantResult fate : matrix.open()) {
      Mutant mutant = fate.mutant();
      lines.add("`" + mutant.id() + "`");
      lines.add("");
      lines.add("```diff");
      lines.add("@@ " + mutant.span().line() + " @@ " + mutant.definition());
      mutant.before().forEach(line -> lines.add("-" + line));
      mutant.after().forEach(line -> lines.add("+" + line));
      lines.add("```");
      lines.add("");
      lines.add(
          reviewed
              .of(mutant)
              .map(entry -> capital(entry.finding()) + ": " + entry.why())
              .orElse(capital(fate.kind()) + ": " + fate.detail() + ". Not reviewed."));
      lines.add("");
    }
  }

  private static String capital(Enum<?> word) {
    return word.name().charAt(0) + word.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private void mutants() {
    lines.add("## All mutants");
    lines.add("");
    lines.add("| where | operator | change | noticed by | in | steps | s |");
    lines.add("|--|--|--|--|--|--:|--:|");
    for (MutantResult fate : matrix.fates()) {
      Mutant mutant = fate.mutant();
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s %s | %s | %s | %s | %s | %s | %.1f |",
              mutant.span().line(),
              mutant.definition(),
              mutant.operator(),
              code(mutant.description()),
              killer(fate),
              fate.kind().isOpen() ? "" : fate.config(),
              fate.steps().isPresent() ? fate.steps().getAsInt() : "",
              fate.time().toMillis() / 1000.0));
    }
  }

  private String killer(MutantResult fate) {
    if (fate.kind().isKill()) {
      return fate.killer();
    }
    String text = "*" + fate.kind().text() + "*";
    return fate.kind() == MutantResult.Status.PINNED
        ? text
            + ": "
            + fate.detail()
            + reviewed
                .of(fate.mutant())
                .map(entry -> ". " + capital(entry.finding()) + ": " + entry.why())
                .orElse("")
        : text;
  }

  /** Code in a table: a bar would end the cell. */
  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }
}
