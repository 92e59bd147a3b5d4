package io.mooring.checker.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.tlc.Printed;

/** A report as JSON; {@code mooring-report.schema.json} describes each field. */
final class ReportJson {

  /** Increased when a field is removed or changes its meaning, not when one is added. */
  private static final int VERSION = 1;

  private ReportJson() {}

  static String text(Report report) {
    ObjectNode root = JsonText.NODES.objectNode();
    root.put("formatVersion", VERSION);
    root.put("command", report.command());
    root.put("mooring", report.tool().version());
    if (!report.tool().checker().isEmpty()) {
      root.put("checker", report.tool().checker());
    }
    root.set("subject", place(report.subject()));
    root.put("exitCode", report.exitCode());
    report.refusal().ifPresent(reason -> root.set("refusal", note(reason)));
    ObjectNode counts = root.putObject("counts");
    for (Status status : Status.values()) {
      counts.put(status.text(), report.count(status));
    }
    ArrayNode groups = root.putArray("groups");
    report.groups().forEach(group -> groups.add(group(group)));
    ArrayNode cases = root.putArray("cases");
    report.cases().forEach(each -> cases.add(answer(each)));
    root.put("millis", report.time().toMillis());
    return JsonText.of(root);
  }

  private static ObjectNode group(ReportGroup group) {
    ObjectNode node = JsonText.NODES.objectNode();
    node.put("name", group.name());
    node.put("result", group.result());
    ObjectNode figures = node.putObject("figures");
    group.figures().forEach(figures::put);
    ObjectNode texts = node.putObject("texts");
    group.texts().forEach((name, lines) -> JsonText.strings(texts, name, lines));
    JsonText.strings(node, "files", group.files());
    if (group.printed().count() > 0) {
      printed(node.putObject("printed"), group.printed());
    }
    group.coverage().ifPresent(coverage -> coverage(node.putObject("coverage"), coverage));
    return node;
  }

  private static void coverage(ObjectNode node, ReportGroup.Coverage coverage) {
    ArrayNode actions = node.putArray("actions");
    for (ReportGroup.Action action : coverage.actions()) {
      ObjectNode each = actions.addObject().put("name", action.name());
      action.place().ifPresent(place -> each.set("place", place(place)));
      each.put("steps", action.steps()).put("newStates", action.newStates());
    }
    ArrayNode unevaluated = node.putArray("unevaluated");
    coverage.unevaluated().forEach(note -> unevaluated.add(note(note)));
  }

  private static void printed(ObjectNode node, Printed printed) {
    node.put("count", printed.count());
    JsonText.strings(node, "first", printed.first());
    node.put("leftOut", printed.leftOut());
    JsonText.strings(node, "last", printed.last());
  }

  private static ObjectNode answer(ReportCase each) {
    ObjectNode node = JsonText.NODES.objectNode();
    node.put("group", each.group());
    node.put("name", each.name());
    node.put("kind", each.kind().text());
    node.put("status", each.status().text());
    node.put("rule", each.rule());
    node.put("message", each.message());
    if (!each.details().isEmpty()) {
      node.put("details", each.details());
    }
    each.place().ifPresent(place -> node.set("place", place(place)));
    if (!each.steps().isEmpty()) {
      ObjectNode behaviour = node.putObject("behaviour");
      ArrayNode steps = behaviour.putArray("steps");
      each.steps().forEach(step -> steps.add(step(step)));
      each.loopTo().ifPresent(index -> behaviour.put("loopTo", index));
    }
    each.count().ifPresent(count -> node.put("count", count));
    ArrayNode warnings = node.putArray("warnings");
    each.warnings().forEach(warning -> warnings.add(note(warning)));
    node.put("millis", each.time().toMillis());
    return node;
  }

  private static ObjectNode step(ReportStep step) {
    ObjectNode node = JsonText.NODES.objectNode();
    node.put("action", step.action());
    step.place().ifPresent(place -> node.set("place", place(place)));
    JsonText.strings(node, "changes", step.changes());
    return node;
  }

  private static ObjectNode note(ReportNote note) {
    ObjectNode node = JsonText.NODES.objectNode().put("message", note.text());
    note.place().ifPresent(place -> node.set("place", place(place)));
    return node;
  }

  private static ObjectNode place(Place place) {
    ObjectNode node = JsonText.NODES.objectNode().put("file", place.file());
    number(node, "line", place.line());
    number(node, "column", place.column());
    number(node, "endLine", place.endLine());
    number(node, "endColumn", place.endColumn());
    return node;
  }

  private static void number(ObjectNode node, String field, int value) {
    if (value > 0) {
      node.put(field, value);
    }
  }
}
