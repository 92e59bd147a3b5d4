package io.mooring.prover;

import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.report.ReportGroup;
import io.mooring.checker.report.ReportSteps;
import io.mooring.checker.report.ReportedCall;
import io.mooring.prover.confirm.Confirmation;
import io.mooring.prover.model.Verdict;
import io.mooring.prover.translate.Inductive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of a proof as a report for programs: a case for each obligation and possibility. */
public final class ProofReport {

  private ProofReport() {}

  /** The report of a proof that was carried out. */
  public static Report of(
      ReportedCall call,
      int exitCode,
      List<Answer> answers,
      List<Possible> possible,
      List<Need> needs,
      Duration time) {
    String group = io.mooring.checker.tlc.ModuleFile.name(call.subject());
    List<ReportCase> cases = new ArrayList<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (Answer each : answers) {
      String name = each.obligation().toString();
      int times = seen.merge(name, 1, Integer::sum);
      cases.add(answered(call, group, times == 1 ? name : name + ", " + times, each));
    }
    possible.forEach(each -> cases.add(possible(call, group, each)));
    for (Need each : needs) {
      String name = "needed: " + each.premise().claim();
      int times = seen.merge(name, 1, Integer::sum);
      cases.add(needed(call, group, times == 1 ? name : name + ", " + times, each));
    }
    Map<String, Long> figures = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      figures.put(
          verdict.name().toLowerCase(java.util.Locale.ROOT),
          answers.stream().filter(each -> each.verdict() == verdict).count());
    }
    figures.put("possible", possible.stream().filter(Possible::isPossible).count());
    ReportGroup figuresOfAll =
        ReportGroup.of(group, exitCode == 0 ? "proven" : "not proven", figures, List.of());
    return call.report(exitCode, List.of(figuresOfAll), cases, time);
  }

  private static ReportCase answered(ReportedCall call, String group, String name, Answer answer) {
    ReportCase one =
        ReportCase.of(group, name, Kind.OBLIGATION)
            .ofRule(answer.obligation().claim().name())
            .at(call.files().place(answer.obligation().claim().span()))
            .in(
                answer.opinions().stream()
                    .map(Answer.Opinion::time)
                    .reduce(Duration.ZERO, Duration::plus));
    return switch (answer.verdict()) {
      case PROVEN -> one.is(Status.PASSED, words(answer));
      case UNKNOWN -> one.is(Status.ERROR, words(answer));
      case REFUTED -> {
        ReportCase failed = one.is(Status.FAILED, words(answer));
        yield answer.counterexample() == null
            ? failed
            : failed.with(
                ReportSteps.of(answer.counterexample(), call.files()), OptionalInt.empty());
      }
    };
  }

  private static ReportCase possible(ReportedCall call, String group, Possible possible) {
    return ReportCase.of(group, possible.possibility().toString(), Kind.WITNESS)
        .ofRule(possible.possibility().name())
        .at(call.files().place(possible.possibility().span()))
        .in(possible.time())
        .is(possible.isPossible() ? Status.PASSED : Status.FAILED, words(possible));
  }

  private static ReportCase needed(ReportedCall call, String group, String name, Need need) {
    return ReportCase.of(group, name, Kind.OBLIGATION)
        .ofRule(need.premise().claim().name())
        .at(call.files().place(need.premise().claim().span()))
        .is(need.kind() == Need.Kind.NOT_NEEDED ? Status.FAILED : Status.PASSED, need.words());
  }

  /** Whether something is possible, in one line. */
  public static String words(Possible possible) {
    return possible.isPossible()
        ? "possible: yes"
        : "possible: no, in no state with sequences and unknown sets of up to "
            + Inductive.LONGEST
            + " elements; what is proven of it says nothing";
  }

  /** What the solvers say of an obligation, in one line. */
  public static String words(Answer answer) {
    if (answer.isRemembered()) {
      return "proven before, and unchanged";
    }
    String opinions =
        answer.opinions().stream().map(ProofReport::words).collect(Collectors.joining(", "));
    return switch (answer.verdict()) {
      case PROVEN -> opinions;
      case REFUTED ->
          answer.counterexample() == null
              ? opinions + "; no state with short sequences shows it" + open(answer)
              : opinions
                  + "; from a state that may not be reachable; "
                  + words(answer.confirmation())
                  + open(answer);
      case UNKNOWN -> "undecided: " + opinions + open(answer);
    };
  }

  /** Which values may be any that it mentions, unless the model checker needs none of them. */
  private static String open(Answer answer) {
    SortedSet<String> places = answer.obligation().query().open();
    boolean isConfirmed = answer.confirmation() != null && answer.confirmation().isConfirmed();
    return places.isEmpty() || isConfirmed
        ? ""
        : "; TLA+ leaves open a value at " + String.join(", ", places);
  }

  /** What the model checker says of a counterexample, in a few words. */
  private static String words(@Nullable Confirmation confirmation) {
    if (confirmation != null && confirmation.isConfirmed()) {
      return "confirmed by the model checker";
    }
    return "not confirmed by the model checker"
        + (confirmation == null ? "" : ": " + confirmation.why());
  }

  private static String words(Answer.Opinion opinion) {
    String words = opinion.solver() + " " + words(opinion.bySeed().get(0));
    return opinion.otherSeed().isEmpty()
        ? words
        : words
            + ", but "
            + words(opinion.bySeed().get(opinion.otherSeed().getAsInt() - 1))
            + " with seed "
            + opinion.otherSeed().getAsInt();
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case PROVEN -> "proves it";
      case REFUTED -> "refutes it";
      case UNKNOWN -> "does not know";
    };
  }
}
