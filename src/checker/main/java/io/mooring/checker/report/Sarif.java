package io.mooring.checker.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report as SARIF 2.1.0: each property a rule, each violation a result at its line, with the
 * counterexample as a code flow. It stays within what GitHub stores and shows.
 */
final class Sarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** How many results of a run GitHub keeps. */
  private static final int RESULTS = 5_000;

  private final Report report;
  private final SarifRules rules = new SarifRules();
  private final SarifResult results;

  private Sarif(Report report) {
    this.report = report;
    this.results = new SarifResult(report, rules);
  }

  static String text(Report report) {
    return JsonText.of(new Sarif(report).log());
  }

  private ObjectNode log() {
    List<ObjectNode> found = found();
    ObjectNode log = JsonText.NODES.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Mooring");
    driver.put("version", report.tool().version());
    rules.write(driver.putArray("rules"));
    run.putObject("automationDetails")
        .put("id", "mooring-" + report.command() + "/" + report.subject().file() + "/");
    run.putObject("originalUriBaseIds")
        .putObject(SarifResult.ROOT)
        .putObject("description")
        .put("text", "The root of the repository");
    run.put("columnKind", "utf16CodeUnits");
    invocation(run.putArray("invocations").addObject(), found.size());
    ArrayNode written = run.putArray("results");
    found.stream().limit(RESULTS).forEach(written::add);
    return log;
  }

  /** The results, errors first: of too many the last are left out. */
  private List<ObjectNode> found() {
    List<ObjectNode> errors = new ArrayList<>();
    List<ObjectNode> warnings = new ArrayList<>();
    for (ReportCase each : report.cases()) {
      boolean hasPlace = each.kind() != Kind.CALL || each.place().isPresent();
      if (each.isWrong() && hasPlace) {
        (each.isMild() ? warnings : errors).add(results.of(each));
      }
      each.warnings().forEach(note -> warnings.add(results.of(each, note)));
    }
    errors.addAll(warnings);
    return errors;
  }

  private void invocation(ObjectNode invocation, int found) {
    invocation.put("executionSuccessful", report.exitCode() <= 1);
    invocation.put("exitCode", report.exitCode());
    ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
    for (ReportCase each : report.cases()) {
      if (each.status() == Status.ERROR) {
        notification(notifications, "error", each.message())
            .putArray("locations")
            .add(results.location(each.place().orElse(report.subject())));
      }
    }
    if (found > RESULTS) {
      notification(
          notifications,
          "warning",
          String.format(Locale.ROOT, "%,d more results are left out", found - RESULTS));
    }
  }

  private static ObjectNode notification(ArrayNode all, String level, String text) {
    ObjectNode node = all.addObject().put("level", level);
    node.putObject("message").put("text", text);
    return node;
  }
}
