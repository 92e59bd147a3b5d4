package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Printed;
import io.mooring.checker.tlc.SearchResult;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.impl.FastTool;

/** Puts together what is known when a check has ended. */
final class ResultBuilder {

  private final Specification specification;
  private final FastTool tool;
  private final Recording recording;
  private final CheckObserver watch;
  private final List<String> warnings = new ArrayList<>();
  private final long start = System.nanoTime();

  ResultBuilder(Specification specification, Recording recording, CheckObserver watch) {
    this.specification = specification;
    this.tool = specification.tool();
    this.recording = recording;
    this.watch = watch;
  }

  /**
   * The figures of a check.
   *
   * @param distinct distinct states
   * @param generated states generated
   * @param edges steps generated
   * @param depth states on the longest of the shortest ways, or on the longest behaviour
   */
  record Figures(long distinct, long generated, long edges, int depth) {}

  /** Adds a warning. */
  void warn(String warning) {
    warnings.add(warning);
  }

  CheckResult of(
      CheckOutcome outcome,
      Figures figures,
      Optional<Trace> trace,
      SearchResult search,
      Printed printed)
      throws TlcException {
    boolean searched =
        outcome.verdict() == Verdict.SUCCESS
            || outcome.verdict() == Verdict.POSTCONDITION_FAILURE
            || (outcome.verdict() == Verdict.NOTHING_JUDGED && watch.initialStates() > 0);
    boolean complete = searched && search.simulated().isEmpty();
    Set<String> properties = new LinkedHashSet<>();
    properties.addAll(Checker.names(tool.getModelConfig().getInvariants()));
    properties.addAll(Checker.names(tool.getModelConfig().getProperties()));
    properties.addAll(ConfigFile.read(specification.place().config()).atEnd());
    return new CheckResult(
        outcome.verdict(),
        outcome.property(),
        outcome.span(),
        outcome.message(),
        watch.initialStates(),
        figures.distinct(),
        figures.generated(),
        figures.edges(),
        figures.depth(),
        Duration.ofNanos(System.nanoTime() - start),
        trace,
        warnings,
        printed,
        watch.exercised(complete),
        new ArrayList<>(properties),
        specification.module(),
        new ErrorCodes(specification, recording).temporalProperties(),
        search);
  }

  /** Adds what makes a result weaker than it looks. */
  void warnings(CheckOutcome outcome, Judgement judgement, long generated) throws TlcException {
    warnings.addAll(CheckerWarnings.of(specification));
    warnings.addAll(judgement.warnings(generated));
    new AtEnd(specification, recording).warning(outcome).ifPresent(warnings::add);
    if (!tool.livenessIsTrue() && Judgement.isConstrained(tool)) {
      warnings.add(
          place("CONSTRAINT", "CONSTRAINTS", "ACTION_CONSTRAINT", "ACTION_CONSTRAINTS")
              + ": a CONSTRAINT can hide violations of temporal properties");
    }
    if (!tool.livenessIsTrue() && tool.hasSymmetry()) {
      warnings.add(
          place("SYMMETRY") + ": SYMMETRY makes the check of temporal properties unreliable");
    }
    if (outcome.verdict() == Verdict.LIVENESS_FAILURE && tool.getTemporals().length == 0) {
      OpDefNode spec =
          tool.getSpecProcessor().getRootModule().getOpDef(tool.getModelConfig().getSpec());
      warnings.add(
          (spec == null ? place("INIT") : Spans.of(spec).line())
              + ": there is no fairness condition (WF_ or SF_), so a behaviour may stop anywhere, and nothing must ever happen");
    }
    if (tool.getViewSpec() != null && !tool.livenessIsTrue()) {
      warnings.add(place("VIEW") + ": a VIEW makes the check of temporal properties unreliable");
    }
  }

  private String place(String... keywords) {
    return ConfigPlace.of(specification.place(), keywords);
  }
}
