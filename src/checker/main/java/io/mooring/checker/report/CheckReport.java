package io.mooring.checker.report;

import io.mooring.checker.modelcheck.ModelVerdict;
import io.mooring.checker.modelcheck.Summary;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.ModuleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a check has found, as a report. */
public final class CheckReport {

  private static final Set<Verdict> UNUSABLE =
      EnumSet.of(Verdict.EVALUATION_ERROR, Verdict.NOTHING_JUDGED);

  private final ReportedCall call;

  /**
   * Prepares the reports on a file.
   *
   * @param subject the specification or the manifest
   * @param directory the working folder
   */
  public CheckReport(Report.Tool tool, Path subject, Path directory) {
    this.call = ReportedCall.of("check", tool, subject, directory);
  }

  /** The check of one specification: a case for each property, and for what is always checked. */
  public Report ofSpecification(Summary summary) {
    List<ReportCase> cases = new ArrayList<>();
    List<ReportGroup> groups = new ArrayList<>();
    for (ModelVerdict verdict : summary.verdicts()) {
      cases.addAll(new ModelCases(verdict, knowing(verdict)).all());
      groups.add(new ModelGroup(verdict, knowing(verdict)).group());
    }
    for (Summary.Refused refused : summary.refused()) {
      cases.add(refused(ModuleFile.name(call.subject()), refused, Kind.EVALUATION));
    }
    return report(summary, groups, cases);
  }

  /** The check of a manifest: a case for each of its models. */
  public Report ofManifest(Summary summary) {
    List<ReportCase> cases = new ArrayList<>();
    List<ReportGroup> groups = new ArrayList<>();
    String manifest = call.files().name(call.subject());
    for (ModelVerdict verdict : summary.verdicts()) {
      cases.add(model(manifest, verdict, knowing(verdict)));
      groups.add(new ModelGroup(verdict, knowing(verdict)).group());
    }
    for (Summary.Refused refused : summary.refused()) {
      cases.add(refused(manifest, refused, Kind.MODEL));
    }
    for (String failure : summary.failures()) {
      ReportNote note = call.files().note(failure);
      cases.add(
          ReportCase.of(manifest, call.files().brief(failure), Kind.MANIFEST)
              .is(Status.FAILED, note.text())
              .at(note.place()));
    }
    for (String name : summary.leftOut()) {
      cases.add(
          ReportCase.of(manifest, name, Kind.MODEL)
              .is(Status.SKIPPED, "A deep model, which --deep checks"));
    }
    return report(summary, groups, cases);
  }

  private Report report(Summary summary, List<ReportGroup> groups, List<ReportCase> cases) {
    return call.report(summary.exitCode(), groups, cases, summary.time());
  }

  private ReportCase refused(String group, Summary.Refused refused, Kind kind) {
    ReportNote reason = call.files().reason(refused.reason());
    return ReportCase.of(group, refused.name(), kind)
        .is(Status.ERROR, reason.text())
        .at(reason.place());
  }

  private Repository knowing(ModelVerdict verdict) {
    return call.files().with(verdict.result().module().files());
  }

  private static ReportCase model(String manifest, ModelVerdict verdict, Repository files) {
    CheckResult result = verdict.result();
    Status status =
        verdict.asExpected()
            ? Status.PASSED
            : UNUSABLE.contains(result.verdict()) ? Status.ERROR : Status.FAILED;
    List<String> differences = verdict.differences().stream().map(files::brief).toList();
    ReportCase model =
        ReportCase.of(manifest, verdict.name(), Kind.MODEL)
            .is(
                status,
                verdict.asExpected() ? "As expected: " + verdict.expected() : differences.get(0))
            .with(String.join("\n", differences.stream().skip(1).toList()))
            .at(result.span().flatMap(files::place).or(() -> module(verdict, files)))
            .in(verdict.time());
    if (!verdict.asExpected() && result.property().isPresent()) {
      model = model.ofRule(result.property().get());
    }
    if (!verdict.asExpected() && result.trace().isPresent()) {
      model =
          model.with(ReportSteps.of(result.trace().get(), files), result.trace().get().loopTo());
    }
    return model;
  }

  private static Optional<Place> module(ModelVerdict verdict, Repository files) {
    return Optional.of(files.place(verdict.result().module().file()));
  }
}
