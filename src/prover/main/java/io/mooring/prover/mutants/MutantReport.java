package io.mooring.prover.mutants;

import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.report.ReportGroup;
import io.mooring.checker.report.ReportedCall;
import io.mooring.checker.tlc.ModuleFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers about mutants as a report for programs: a case for each mutant. */
public final class MutantReport {

  private MutantReport() {}

  /**
   * The report.
   *
   * @param owed the mutants that must be killed and are not
   * @param reviews why a mutant has to be killed by nothing, by its id
   */
  public static Report of(
      ReportedCall call,
      List<MutantAnswer> answers,
      List<MutantAnswer> owed,
      Map<String, String> reviews,
      Duration time) {
    String group = ModuleFile.name(call.subject());
    List<ReportCase> cases = new ArrayList<>();
    for (MutantAnswer each : answers) {
      cases.add(
          ReportCase.of(group, each.mutant().id(), Kind.MUTANT)
              .is(
                  each.status() == MutantAnswer.Status.KILLED
                      ? Status.PASSED
                      : owed.contains(each) ? Status.FAILED : Status.SKIPPED,
                  words(each, reviews)));
    }
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("mutants", (long) answers.size());
    figures.put("killed", (long) answers.size() - MutantMatrix.alive(answers).size());
    figures.put(
        "proven",
        answers.stream().filter(each -> each.status() == MutantAnswer.Status.PROVEN).count());
    return call.report(
        owed.isEmpty() ? 0 : 1,
        List.of(ReportGroup.of(group, "finished", figures, List.of())),
        cases,
        time);
  }

  private static String words(MutantAnswer answer, Map<String, String> reviews) {
    if (answer.status() == MutantAnswer.Status.KILLED) {
      return "Killed: "
          + (answer.action().isEmpty() ? "a state" : "a step of " + answer.action())
          + " breaks "
          + answer.claim();
    }
    String why = MutantMatrix.why(answer, reviews);
    return "Not killed: " + answer.status().text() + (why.isEmpty() ? "" : ": " + why);
  }
}
