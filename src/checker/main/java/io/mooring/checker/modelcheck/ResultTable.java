package io.mooring.checker.modelcheck;

import java.util.List;
import java.util.Locale;

/**
 * The columns in which models are reported.
 *
 * @param name width of the column of names
 * @param verdict width of the columns of what is expected and found
 */
record ResultTable(int name, int verdict) {

  static ResultTable of(List<ModelEntry> models) {
    int name = models.stream().mapToInt(model -> model.name().length()).max().orElse(0);
    int verdict = models.stream().mapToInt(model -> model.expected().length()).max().orElse(0);
    return new ResultTable(
        Math.max(name, "model".length()), Math.max(verdict, "expected".length()));
  }

  List<String> header() {
    return List.of(row("model", "expected", "found", "states", "edges", "seconds").stripTrailing());
  }

  String row(ModelVerdict verdict) {
    return row(
        verdict.name(),
        verdict.expected(),
        verdict.asExpected()
            ? "as expected" + witnesses(verdict.witnesses())
            : verdict.found() + "  <-- differs",
        String.format(Locale.ROOT, "%,d", verdict.distinctStates()),
        String.format(Locale.ROOT, "%,d", verdict.edges()),
        String.format(Locale.ROOT, "%.1f", verdict.time().toMillis() / 1000.0));
  }

  private static String witnesses(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> ", 1 witness";
      default -> ", " + count + " witnesses";
    };
  }

  String broken(ModelEntry model) {
    return row(model.name(), model.expected(), "cannot be checked", "-", "-", "-");
  }

  private String row(
      String model, String expected, String found, String states, String edges, String seconds) {
    String format = "%-" + name + "s  %-" + verdict + "s  %9s  %9s  %7s  %s";
    return String.format(Locale.ROOT, format, model, expected, states, edges, seconds, found);
  }
}
