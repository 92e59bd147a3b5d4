package io.mooring.checker.report;

import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reports with names and sizes that no specification of good will has. */
final class Hostile {

  /** What ends a workflow command, a line, an attribute or an element, and what XML cannot have. */
  static final String TEXT =
      "50%,x:y::error::z\r\n::stop-commands::q\u0000\u001b[31m\uffff\ud800]]>\"'&<a>\u00e9\ud83d\ude00\tend";

  private Hostile() {}

  /** One failed case that has the text everywhere. */
  static Report report() {
    Place place = new Place("spec/100%,a:b c\u00e9#?.tla", 3, 4, 3, 9);
    ReportStep step = new ReportStep(TEXT, Optional.of(place), List.of(TEXT, "x = 1"));
    ReportCase failed =
        ReportCase.of(TEXT, TEXT, Kind.PROPERTY)
            .is(Status.FAILED, TEXT)
            .with(TEXT)
            .at(Optional.of(place))
            .with(List.of(step, step), OptionalInt.of(1))
            .with(new ReportNote(TEXT, Optional.of(place)))
            .in(Duration.ofMillis(1_234_567));
    ReportCase skipped = ReportCase.of(TEXT, "other", Kind.MUTANT).is(Status.SKIPPED, TEXT);
    return report(List.of(failed, skipped, failed));
  }

  /** A number of violations, each with a counterexample of a number of steps. */
  static Report violations(int count, int steps, String change) {
    List<ReportStep> behaviour = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      behaviour.add(new ReportStep("Step", Optional.empty(), List.of("x = " + i, change)));
    }
    List<ReportCase> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cases.add(
          ReportCase.of("Big", "P" + i, Kind.PROPERTY)
              .is(Status.FAILED, "violated")
              .at(Optional.of(Place.of("Big.tla", i + 1)))
              .with(behaviour, OptionalInt.empty()));
    }
    return report(cases);
  }

  static Report report(List<ReportCase> cases) {
    return new Report(
        "check",
        Lift.TOOL,
        Path.of(""),
        Place.of("spec/Big.tla"),
        1,
        Optional.empty(),
        List.of(),
        cases,
        Duration.ofMillis(1_234_567));
  }
}
