package io.mooring.room.cli;

import io.mooring.checker.report.Place;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.report.ReportSteps;
import io.mooring.checker.report.Repository;
import io.mooring.checker.trace.StoredTrace;
import io.mooring.checker.trace.TraceView;
import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.atlas.FindingsPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The page of a behaviour that was written earlier. */
final class TracePage {

  private final Shell shell;
  private final Path itf;
  private final Optional<Path> module;

  /**
   * Prepares the page of a file.
   *
   * @param module the specification, whose text is in the page; empty if it is not there
   */
  TracePage(Shell shell, Path itf, Optional<Path> module) {
    this.shell = shell;
    this.itf = itf;
    this.module = module;
  }

  Atlas.Page of(StoredTrace stored, TraceView view) {
    Repository files =
        Repository.of(itf, shell.directory()).with(module.map(List::of).orElse(List.of()));
    Optional<Place> place = module.map(files::place);
    ReportCase behaviour =
        ReportCase.of(
                "mooring trace" + place.map(each -> ", " + each).orElse(""),
                stored.title().isEmpty() ? "A behaviour" : stored.title(),
                Kind.WITNESS)
            .is(Status.PASSED, stored.description())
            .at(place)
            .with(ReportSteps.of(stored.trace(), view, files), stored.trace().loopTo());
    return FindingsPage.of(
        behaviour,
        String.valueOf(itf.getFileName()),
        view.selects(),
        Report.Tool.of(""),
        files.root());
  }
}
