package io.mooring.prover.mutants;

import io.mooring.prover.mutants.MutantAnswer.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The answers about mutants as a page. */
public final class MutantMatrix {

  private static final String INTRODUCTION =
      """
      Each mutant has one fault. The obligations that mention it were asked again, in states with
      sequences and unknown sets of up to three elements. A mutant is killed by a state or step that
      breaks one, and that the model checker confirms; a solver that gives up kills nothing. Of a
      mutant that nothing breaks, both solvers were asked to prove the obligations without bounds:
      if they do, no property that is proven can kill it. Written by
      """;

  private MutantMatrix() {}

  /**
   * The page.
   *
   * @param name the name of the specification
   * @param command how it is written again
   * @param answers in order
   * @param reviews why a mutant has to be killed by nothing, by its id
   */
  public static String markdown(
      String name, String command, List<MutantAnswer> answers, Map<String, String> reviews) {
    List<String> lines = new ArrayList<>();
    lines.add("# What the proof says of mutants of " + name);
    lines.add("");
    lines.addAll(INTRODUCTION.lines().toList());
    lines.add("");
    lines.add("    " + command);
    lines.add("");
    lines.add("| | mutants |");
    lines.add("|--|--:|");
    counts(answers).forEach((text, count) -> lines.add("| " + text + " | " + count + " |"));
    lines.add("");
    lines.add("| mutant | change | violates | broken in the proof | by a step of |");
    lines.add("|--|--|--|--|--|");
    answers.forEach(each -> lines.add(row(each, reviews)));
    return String.join("\n", lines) + "\n";
  }

  /** How many there are of each kind, in one line. */
  public static String summary(List<MutantAnswer> answers) {
    return counts(answers).entrySet().stream()
        .map(each -> String.format(Locale.ROOT, "%,d %s", each.getValue(), each.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** Those that are not killed. */
  public static List<MutantAnswer> alive(List<MutantAnswer> answers) {
    return answers.stream().filter(each -> each.status() != Status.KILLED).toList();
  }

  private static Map<String, Long> counts(List<MutantAnswer> answers) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      long count = answers.stream().filter(each -> each.status() == status).count();
      if (count > 0) {
        counts.put(status.text(), count);
      }
    }
    return counts;
  }

  private static String row(MutantAnswer answer, Map<String, String> reviews) {
    Candidate mutant = answer.mutant();
    String expected = mutant.expected().isEmpty() ? "" : code(mutant.expected());
    String start = "| " + code(mutant.id()) + " | " + code(mutant.change()) + " | " + expected;
    if (answer.status() == Status.KILLED) {
      String action = answer.action().isEmpty() ? "(a state)" : code(answer.action());
      return start + " | " + code(answer.claim()) + " | " + action + " |";
    }
    return start + " | **" + answer.status().text() + "** | " + plain(why(answer, reviews)) + " |";
  }

  /** Why a mutant is not killed, as far as it is known. */
  public static String why(MutantAnswer answer, Map<String, String> reviews) {
    String review = reviews.getOrDefault(answer.mutant().id(), "");
    return answer.note().isEmpty() || review.isEmpty()
        ? answer.note() + review
        : answer.note() + "; " + review;
  }

  private static String code(String text) {
    return "`" + plain(text) + "`";
  }

  private static String plain(String text) {
    return text.replace("|", "\\|");
  }
}
