package io.mooring.codegen.fleet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.codegen.fleet.FleetReport.Decided;
import io.mooring.codegen.fleet.FleetReport.Session;

/** The report as compact JSON, as the script of a page reads it. The same report gives the same. */
public final class FleetReportJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FleetReportJson() {}

  /** The report as a tree: lists in the place of objects where there are many. */
  public static ObjectNode tree(FleetReport report) {
    ObjectNode node =
        JSON.objectNode()
            .put("name", report.name())
            .put("others", report.others())
            .put("kept", report.kept())
            .put("verdicts", report.verdicts());
    ArrayNode tallies = node.putArray("tallies");
    report
        .tallies()
        .forEach(
            each ->
                numbers(
                    tallies
                        .addArray()
                        .add(each.rule())
                        .add(each.version())
                        .add(each.region())
                        .add(each.reason())
                        .add(each.step()),
                    each.decided()));
    ObjectNode time = node.putObject("windows");
    time.put("width", report.windows().width()).put("outside", report.windows().outside());
    ArrayNode list = time.putArray("list");
    report
        .windows()
        .windows()
        .forEach(
            each -> {
              ArrayNode window = numbers(list.addArray().add(each.end()), each.decided());
              ObjectNode rules = window.addObject();
              each.rejected().forEach(rules::put);
            });
    ArrayNode sessions = node.putArray("sessions");
    report.sessions().forEach(each -> sessions.add(session(each)));
    ArrayNode unjudged = node.putArray("unjudged");
    report.unjudged().forEach((why, count) -> unjudged.addArray().add(why).add(count));
    return node;
  }

  private static ArrayNode numbers(ArrayNode array, Decided decided) {
    return array.add(decided.accepted()).add(decided.rejected()).add(decided.undecided());
  }

  private static ObjectNode session(Session session) {
    ObjectNode node =
        JSON.objectNode()
            .put("name", session.name())
            .put("rule", session.rule())
            .put("version", session.version())
            .put("region", session.region())
            .put("reason", session.reason())
            .put("step", session.step())
            .put("message", session.message())
            .put("judged", session.judged());
    if (session.first() != Session.NO_TIME) {
      node.put("first", session.first());
    }
    if (session.last() != Session.NO_TIME) {
      node.put("last", session.last());
    }
    if (!session.line().isEmpty()) {
      node.put("line", session.line());
    }
    if (!session.lines().isEmpty()) {
      session.lines().forEach(node.putArray("lines")::add);
    }
    return node;
  }
}
