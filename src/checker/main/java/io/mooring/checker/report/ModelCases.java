package io.mooring.checker.report;

import io.mooring.checker.modelcheck.ModelVerdict;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Vacuity;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.SearchResult.WitnessResult;
import io.mooring.checker.tlc.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cases of the check of one specification. */
final class ModelCases {

  private static final String EVALUATION = "evaluation";
  private static final String ASSUMPTIONS = "assumptions";
  private static final String DEADLOCK = "deadlock";
  private static final String TEMPORAL = "temporal properties";

  private final String group;
  private final CheckResult result;
  private final Repository files;
  private final ModelVerdict verdict;

  ModelCases(ModelVerdict verdict, Repository files) {
    this.group = verdict.name();
    this.verdict = verdict;
    this.result = verdict.result();
    this.files = files;
  }

  /** The cases: what is always checked, then the properties in the order of the configuration. */
  List<ReportCase> all() {
    List<ReportCase> cases = new ArrayList<>();
    cases.add(evaluation());
    if (!result.module().assumptions().isEmpty()
        || result.verdict() == Verdict.ASSUMPTION_FAILURE) {
      cases.add(assumptions());
    }
    if (!result.search().witnesses().isEmpty()) {
      result.search().witnesses().forEach(witness -> cases.add(witness(witness)));
      return cases;
    }
    boolean deadlock = result.search().deadlock() && result.initialStates() > 0;
    if (deadlock || result.verdict() == Verdict.DEADLOCK) {
      cases.add(deadlock());
    }
    result.properties().forEach(property -> cases.add(property(property)));
    if (result.verdict() == Verdict.LIVENESS_FAILURE && result.property().isEmpty()) {
      cases.add(
          found(
              ReportCase.of(group, TEMPORAL, Kind.PROPERTY).ofRule("mooring/temporal"),
              Status.FAILED));
    }
    return cases;
  }

  private ReportCase evaluation() {
    ReportCase each = ReportCase.of(group, EVALUATION, Kind.EVALUATION).in(verdict.time());
    each =
        switch (result.verdict()) {
          case EVALUATION_ERROR, NOTHING_JUDGED, STOPPED -> found(each, Status.ERROR);
          case SUCCESS, SIMULATED -> each.is(Status.PASSED, message());
          case POSTCONDITION_FAILURE -> each.is(Status.PASSED, Kind.EVALUATION.requirement());
          default -> each.is(Status.SKIPPED, ended());
        };
    for (String warning : result.warnings()) {
      each = each.with(files.note(warning));
    }
    for (Vacuity vacuity : result.vacuities()) {
      if (vacuity.kind() == CheckResult.Kind.ACTION
          || !result.properties().contains(vacuity.subject())) {
        each = each.with(note(vacuity));
      }
    }
    return each;
  }

  private ReportCase assumptions() {
    ReportCase each = ReportCase.of(group, ASSUMPTIONS, Kind.ASSUMPTION);
    boolean unknown =
        result.initialStates() == 0
            && (result.verdict() == Verdict.EVALUATION_ERROR
                || result.verdict() == Verdict.STOPPED);
    return result.verdict() == Verdict.ASSUMPTION_FAILURE
        ? found(each, Status.FAILED)
        : unknown
            ? each.is(Status.SKIPPED, ended())
            : each.is(Status.PASSED, "Every ASSUME is true");
  }

  private ReportCase deadlock() {
    ReportCase each = ReportCase.of(group, DEADLOCK, Kind.DEADLOCK);
    return result.verdict() == Verdict.DEADLOCK
        ? found(each, Status.FAILED)
        : judged(each, "Every state has a successor");
  }

  private ReportCase property(String name) {
    ReportCase each = ReportCase.of(group, name, Kind.PROPERTY);
    boolean random = result.verdict() == Verdict.SIMULATED;
    if (result.property().filter(name::equals).isPresent()) {
      each = found(each, Status.FAILED);
    } else if (random && result.temporal().contains(name)) {
      each = each.is(Status.SKIPPED, "Not judged: a simulation checks no temporal property");
    } else {
      each = judged(each, "Holds within these bounds").at(definition(name));
    }
    for (Vacuity vacuity : result.vacuities()) {
      if (vacuity.kind() == CheckResult.Kind.PROPERTY && vacuity.subject().equals(name)) {
        each = each.with(note(vacuity));
      }
    }
    return each;
  }

  /** What holds if nothing was found, as far as was looked. */
  private ReportCase judged(ReportCase each, String holds) {
    return switch (result.verdict()) {
      // A postcondition is judged when everything else was.
      case SUCCESS, POSTCONDITION_FAILURE -> each.is(Status.PASSED, holds);
      case SIMULATED ->
          each.is(Status.PASSED, "Not violated by the random behaviours, which are not all");
      default -> each.is(Status.SKIPPED, ended());
    };
  }

  private ReportCase witness(WitnessResult witness) {
    ReportCase each =
        ReportCase.of(group, witness.name(), Kind.WITNESS)
            .at(definition(witness.name()))
            .counting(witness.count());
    if (witness.shortest().isPresent()) {
      Trace trace = witness.shortest().get();
      int steps = trace.steps().size() - 1;
      String words =
          String.format(
              Locale.ROOT,
              "A shortest behaviour leads to it in %,d step%s",
              steps,
              steps == 1 ? "" : "s");
      return each.is(Status.PASSED, words).with(ReportSteps.of(trace, files), trace.loopTo());
    }
    return result.verdict() == Verdict.STOPPED
        ? each.is(Status.SKIPPED, "Not found until the search was ended")
        : each.is(Status.FAILED, "No reachable state or step makes it true within these bounds");
  }

  private Optional<Place> definition(String name) {
    return result.module().definition(name).flatMap(each -> files.place(each.span()));
  }

  private ReportNote note(Vacuity vacuity) {
    ReportNote note = files.note(vacuity.text());
    return note.place().isPresent()
        ? note
        : new ReportNote(note.text(), files.place(vacuity.span()));
  }

  /** The case that the check ended with. */
  private ReportCase found(ReportCase each, Status status) {
    ReportNote note = files.note(result.message());
    ReportCase found =
        each.is(status, note.text())
            .at(
                result
                    .span()
                    .flatMap(files::place)
                    .or(note::place)
                    .or(this::lastStep)
                    .or(() -> Optional.of(files.place(result.module().file()))));
    return result
        .trace()
        .map(trace -> found.with(ReportSteps.of(trace, files), trace.loopTo()))
        .orElse(found);
  }

  /** The action after which nothing can happen. */
  private Optional<Place> lastStep() {
    return result
        .trace()
        .map(trace -> trace.steps().get(trace.steps().size() - 1).span())
        .flatMap(files::place);
  }

  private String message() {
    return files.brief(result.message());
  }

  private String ended() {
    return result.verdict() == Verdict.STOPPED
        ? message()
        : "Not judged to the end: the check ended early (" + verdict.found() + ")";
  }
}
