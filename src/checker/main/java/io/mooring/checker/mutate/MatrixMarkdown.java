package io.mooring.checker.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A kill matrix as Markdown. */
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
    lines.add("## Killers");
    lines.add("");
    lines.add("The first property that each mutant violates, in the first configuration of these.");
    lines.add("");
    row("property", "mutants", pass -> pass.name(), "shortest counterexample");
    row("--", "--:", pass -> "--:", "--:");
    matrix
        .kills()
        .forEach(
            (property, kills) ->
                row(
                    property,
                    Integer.toString(kills.mutants()),
                    pass -> some(matrix.kills(property, pass)),
                    kills.shortest().isPresent() ? kills.shortest().getAsInt() + " states" : ""));
    row("*killed*", Long.toString(matrix.killed()), pass -> some(matrix.killed(pass)), "");
    row(
        "*detected by figures alone*",
        Integer.toString(matrix.of(MutantResult.Status.PINNED).size()),
        pass ->
            pass.pins().isPresent()
                ? some(matrix.of(MutantResult.Status.PINNED, pass).size())
                : "no pins",
        "");
    row(
        "*checked*",
        Integer.toString(matrix.results().size()),
        pass -> some(matrix.checked(pass)),
        "");
    lines.add("");
  }

  /** A row with a cell for each configuration, if there is more than one. */
  private void row(String first, String sum, Function<ConfigPass, String> cell, String last) {
    StringBuilder row = new StringBuilder("| " + first + " | " + sum + " | ");
    if (matrix.passes().size() > 1) {
      matrix.passes().forEach(pass -> row.append(cell.apply(pass)).append(" | "));
    }
    lines.add(row.append(last).append(" |").toString());
  }

  private static String some(long count) {
    return count == 0 ? "" : Long.toString(count);
  }

  private void operators() {
    lines.add("## Operators");
    lines.add("");
    lines.add(
        "| operator | mutants | killed | by figures alone | survived | undecided | stillborn |");
    lines.add("|--|--:|--:|--:|--:|--:|--:|");
    matrix
        .byOperator()
        .forEach(
            (operator, results) ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %d | %d | %d | %d |",
                        operator,
                        results.values().stream().mapToLong(Long::longValue).sum(),
                        results.entrySet().stream()
                            .filter(each -> each.getKey().isKill())
                            .mapToLong(Map.Entry::getValue)
                            .sum(),
                        results.getOrDefault(MutantResult.Status.PINNED, 0L),
                        results.getOrDefault(MutantResult.Status.SURVIVED, 0L),
                        results.getOrDefault(MutantResult.Status.UNDECIDED, 0L),
                        results.getOrDefault(MutantResult.Status.STILLBORN, 0L))));
    lines.add("");
  }

  private void survivors() {
    if (matrix.open().isEmpty()) {
      return;
    }
    lines.add("## Undetected mutants");
    lines.add("");
    for (MutantResult result : matrix.open()) {
      Mutant mutant = result.mutant();
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
              .orElse(capital(result.status()) + ": " + result.detail() + ". Not reviewed."));
      lines.add("");
    }
  }

  private static String capital(Enum<?> word) {
    return word.name().charAt(0) + word.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private void mutants() {
    lines.add("## All mutants");
    lines.add("");
    lines.add("| where | operator | change | detected by | in | steps | s |");
    lines.add("|--|--|--|--|--|--:|--:|");
    for (MutantResult result : matrix.results()) {
      Mutant mutant = result.mutant();
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s %s | %s | %s | %s | %s | %s | %.1f |",
              mutant.span().line(),
              mutant.definition(),
              mutant.operator(),
              code(mutant.description()),
              killer(result),
              result.status().isOpen() ? "" : result.config(),
              result.steps().isPresent() ? result.steps().getAsInt() : "",
              result.time().toMillis() / 1000.0));
    }
  }

  private String killer(MutantResult result) {
    if (result.status().isKill()) {
      return result.killer();
    }
    String text = "*" + result.status().text() + "*";
    return result.status() == MutantResult.Status.PINNED
        ? text
            + ": "
            + result.detail()
            + reviewed
                .of(result.mutant())
                .map(entry -> ". " + capital(entry.finding()) + ": " + entry.why())
                .orElse("")
        : text;
  }

  /** Code in a table: a bar would end the cell. */
  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }
}
