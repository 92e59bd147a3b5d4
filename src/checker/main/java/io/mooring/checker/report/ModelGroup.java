package io.mooring.checker.report;

import io.mooring.checker.modelcheck.ModelVerdict;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.Coverage;
import io.mooring.checker.tlc.SearchResult;
import io.mooring.checker.tlc.SearchResult.Simulated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of the check of a model as a whole. */
final class ModelGroup {

  private final ModelVerdict verdict;
  private final CheckResult result;
  private final Repository files;

  ModelGroup(ModelVerdict verdict, Repository files) {
    this.verdict = verdict;
    this.result = verdict.result();
    this.files = files;
  }

  ReportGroup group() {
    return new ReportGroup(
        verdict.name(),
        verdict.found(),
        figures(),
        texts(),
        verdict.files().stream().map(files::name).toList(),
        result.printed(),
        result.search().coverage().map(this::coverage));
  }

  private Map<String, Long> figures() {
    Map<String, Long> figures = new LinkedHashMap<>();
    SearchResult search = result.search();
    if (search.simulated().isPresent()) {
      Simulated simulated = search.simulated().get();
      figures.put("behaviours", simulated.behaviours());
      figures.put("steps", simulated.steps());
      figures.put("longest", (long) simulated.longest());
      figures.put("seed", simulated.requested().seed());
      simulated.failed().ifPresent(seed -> figures.put("failedSeed", seed));
    } else {
      figures.put("distinctStates", verdict.distinctStates());
      figures.put("edges", verdict.edges());
      figures.put("depth", (long) result.depth());
    }
    figures.put("workers", (long) search.workers());
    return figures;
  }

  private Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    texts.put("expected", List.of(verdict.expected()));
    texts.put("differences", verdict.differences().stream().map(files::brief).toList());
    if (!verdict.bounds().isEmpty()) {
      texts.put("within", List.of(verdict.bounds()));
    }
    result.search().limit().ifPresent(limit -> texts.put("endedBy", List.of(limit.text())));
    return texts;
  }

  private ReportGroup.Coverage coverage(Coverage coverage) {
    return new ReportGroup.Coverage(
        coverage.actions().stream()
            .map(
                each ->
                    new ReportGroup.Action(
                        each.name(), files.place(each.span()), each.steps(), each.newStates()))
            .toList(),
        coverage.unevaluated().stream()
            .map(each -> new ReportNote(each.text(), files.place(each.span())))
            .toList());
  }
}
