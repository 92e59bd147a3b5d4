package io.mooring.room.benchmarks.deviation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of deviations: a table of all scenarios, then a section for each. */
final class Page {

  private static final String HEAD =
      """
      <!-- Generated from what the machines did by DeviationsTest. Do not edit; run: mvn -q -pl src/benchmarks -am verify -Dmooring.write=true -->

      # The table in other hands

      A table says what an event does in a state. It does not say what two events do at once, what a command does inside a callback, or what a callback does that
      throws. That is up to whatever runs it. Here the same questions are put to `RoomConnection`, on both engines, and to state machine libraries that were wired to
      the same generated table as their documents would have it: each row that is taken is a transition, and the application hears of it through an action of the
      transition, or through a listener of the library where it has some. stateless4j tells on entry into a state. COLA's machine has no state; the application keeps it in
      a volatile field.

      Every build puts these questions again and compares the answers with this page. Each order of events is forced with latches. "As specified" means that everything that was looked at is as promised; otherwise the cell names what is not.
      **Bold** is what differs from the promise, which is that of `RoomConnection`: a deviation is no fault of a library unless its own documents promise the same.

      """;

  private final StringBuilder text = new StringBuilder(HEAD);

  private Page() {}

  /** The page as text. */
  static String of(Map<Scenario, Map<Candidate, List<Finding>>> answers) {
    Page page = new Page();
    page.overview(answers);
    answers.forEach(page::section);
    return page.text.toString();
  }

  private void overview(Map<Scenario, Map<Candidate, List<Finding>>> answers) {
    List<String> titles = new ArrayList<>(List.of(""));
    for (Candidate candidate : Candidate.values()) {
      titles.add(candidate.title());
    }
    head(titles);
    answers.forEach(
        (scenario, byCandidate) -> {
          List<String> cells =
              new ArrayList<>(List.of("[" + scenario.title() + "](#" + anchor(scenario) + ")"));
          byCandidate.values().forEach(findings -> cells.add(verdict(findings)));
          row(cells);
        });
  }

  private static String anchor(Scenario scenario) {
    return scenario.title().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static String verdict(List<Finding> findings) {
    String differing =
        findings.stream()
            .filter(finding -> !finding.kept())
            .map(Finding::what)
            .collect(Collectors.joining(", "));
    return differing.isEmpty() ? "as specified" : "**" + differing + "**";
  }

  private void section(Scenario scenario, Map<Candidate, List<Finding>> byCandidate) {
    text.append("\n## ").append(scenario.title()).append("\n\n");
    text.append(scenario.done()).append("\n\n");
    text.append("Promised: ").append(scenario.promise()).append("\n\n");
    List<Finding> first = requireNonNull(byCandidate.get(Candidate.CONNECTION));
    List<String> titles = new ArrayList<>(List.of(""));
    List<String> promises = new ArrayList<>(List.of("promised"));
    for (Finding finding : first) {
      titles.add(finding.what());
      promises.add(finding.promised());
    }
    head(titles);
    row(promises);
    byCandidate.forEach(
        (candidate, findings) -> {
          List<String> cells = new ArrayList<>(List.of(candidate.title()));
          findings.forEach(
              finding -> cells.add(finding.kept() ? finding.seen() : "**" + finding.seen() + "**"));
          row(cells);
        });
    text.append('\n');
    deviations(byCandidate);
    if (!scenario.documented().isEmpty()) {
      text.append("\nIn the documents: ").append(scenario.documented()).append('\n');
    }
  }

  /** A sentence for each deviation, made of what was seen. */
  private void deviations(Map<Candidate, List<Finding>> byCandidate) {
    Map<String, List<String>> bySentence = new LinkedHashMap<>();
    byCandidate.forEach(
        (candidate, findings) -> {
          String sentence =
              findings.stream()
                  .filter(finding -> !finding.kept())
                  .map(Finding::deviation)
                  .collect(Collectors.joining("; "));
          bySentence.computeIfAbsent(sentence, each -> new ArrayList<>()).add(candidate.title());
        });
    bySentence.forEach(
        (sentence, titles) ->
            text.append("- ")
                .append(String.join("; ", titles))
                .append(": ")
                .append(sentence.isEmpty() ? "as specified" : sentence)
                .append(".\n"));
  }

  private void head(List<String> titles) {
    row(titles);
    text.append("|--".repeat(titles.size())).append("|\n");
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
