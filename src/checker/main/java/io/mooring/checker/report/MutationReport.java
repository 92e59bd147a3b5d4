package io.mooring.checker.report;

import io.mooring.checker.mutate.KillMatrix;
import io.mooring.checker.mutate.Mutant;
import io.mooring.checker.mutate.MutantResult;
import io.mooring.checker.mutate.MutationOutcome;
import io.mooring.checker.mutate.ReviewedList;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a mutation run has found, as a report: a case for each mutant. */
public final class MutationReport {

  private final ReportedCall call;

  /**
   * Prepares the reports on a specification.
   *
   * @param directory the working folder
   */
  public MutationReport(Report.Tool tool, Path subject, Path directory) {
    this.call = ReportedCall.of("mutate", tool, subject, directory);
  }

  /**
   * A run.
   *
   * @param files the files that were written
   */
  public Report of(MutationOutcome outcome, List<Path> files) {
    KillMatrix matrix = outcome.matrix();
    ReviewedList reviewed = outcome.reviewed();
    Repository known = call.files().with(outcome.mutantSet().files());
    List<ReportCase> cases = new ArrayList<>();
    for (MutantResult result : matrix.results()) {
      cases.add(of(result, matrix.name(), reviewed, known));
    }
    for (String entry : outcome.stale()) {
      cases.add(
          ReportCase.of(matrix.name(), entry, Kind.REVIEW)
              .is(Status.FAILED, entry)
              .at(Optional.of(known.place(reviewed.file()))));
    }
    outcome
        .nothingJudged()
        .ifPresent(why -> cases.add(call.failed(new ReportNote(why, Optional.of(call.place())))));
    return call.report(outcome.exitCode(), List.of(group(matrix, files)), cases, matrix.time());
  }

  private static ReportCase of(
      MutantResult result, String group, ReviewedList reviewed, Repository known) {
    Mutant mutant = result.mutant();
    ReportCase each =
        ReportCase.of(group, mutant.id(), Kind.MUTANT)
            .ofRule("mooring/" + mutant.operator().id())
            .at(known.place(mutant.span()))
            .in(result.time());
    String where = result.config().isEmpty() ? "" : " (" + result.config() + ")";
    return switch (result.status()) {
      case STILLBORN -> each.is(Status.SKIPPED, "Stillborn: " + result.detail());
      case SURVIVED, UNDECIDED ->
          reviewed
              .of(mutant)
              .map(entry -> each.is(Status.PASSED, reviewed(result, entry)))
              .orElseGet(() -> each.is(Status.FAILED, open(result)).with(difference(mutant)));
      case PINNED ->
          each.is(Status.PASSED, "Detected by a figure" + where + ": " + result.detail());
      default -> each.is(Status.PASSED, "Killed by " + result.killer() + where);
    };
  }

  private static String reviewed(MutantResult result, ReviewedList.Entry entry) {
    return String.format(
        Locale.ROOT,
        "%s, and was reviewed as %s: %s",
        result.status() == MutantResult.Status.SURVIVED ? "Survived" : "Undecided",
        entry.finding().name().toLowerCase(Locale.ROOT),
        entry.why());
  }

  private static String open(MutantResult result) {
    Mutant mutant = result.mutant();
    return String.format(
        Locale.ROOT,
        "No property detects this change of %s (%s): %s%s",
        mutant.definition(),
        mutant.operator(),
        mutant.description(),
        result.status() == MutantResult.Status.UNDECIDED
            ? "; its check is undecided: " + result.detail()
            : "");
  }

  private static String difference(Mutant mutant) {
    List<String> lines = new ArrayList<>();
    mutant.before().forEach(line -> lines.add("- " + line));
    mutant.after().forEach(line -> lines.add("+ " + line));
    return String.join("\n", lines);
  }

  private ReportGroup group(KillMatrix matrix, List<Path> files) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("mutants", (long) matrix.listed());
    figures.put("chosen", (long) matrix.chosen());
    figures.put("checked", (long) matrix.results().size());
    figures.put("killed", matrix.killed());
    figures.put("detectedByFigures", (long) matrix.of(MutantResult.Status.PINNED).size());
    figures.put("survived", (long) matrix.of(MutantResult.Status.SURVIVED).size());
    figures.put("undecided", (long) matrix.of(MutantResult.Status.UNDECIDED).size());
    figures.put("stillborn", (long) matrix.of(MutantResult.Status.STILLBORN).size());
    matrix.score().ifPresent(score -> figures.put("score", (long) score));
    return ReportGroup.of(
        matrix.name(),
        matrix.results().size() < matrix.chosen() ? "interrupted" : "finished",
        figures,
        files.stream().map(call.files()::name).toList());
  }
}
