package io.mooring.checker.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.Digest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The results of a run in SARIF, each with its place and the counterexample as a code flow. */
final class SarifResult {

  /** What the names of files are relative to. */
  static final String ROOT = "%SRCROOT%";

  /** How many locations of a code flow GitHub shows of a result, and the most in a file of ours. */
  private static final int SHOWN = 1_000;

  private static final int IN_ALL = 10_000;
  private static final int LONGEST = 1_000;

  private final Report report;
  private final SarifRules rules;
  private final int steps;
  private final Map<String, Integer> fingerprints = new HashMap<>();

  SarifResult(Report report, SarifRules rules) {
    this.report = report;
    this.rules = rules;
    long flows = report.cases().stream().filter(SarifResult::hasFlow).count();
    this.steps = (int) Math.max(2, Math.min(SHOWN, IN_ALL / Math.max(1, flows)));
  }

  private static boolean hasFlow(ReportCase each) {
    return each.isWrong() && !each.steps().isEmpty();
  }

  /** A case that is not as it must be. */
  ObjectNode of(ReportCase each) {
    ObjectNode result = JsonText.NODES.objectNode();
    rules.apply(result, each);
    result.put("level", SarifRules.level(each));
    String details = each.details().isEmpty() ? "" : "\n" + each.details();
    result.putObject("message").put("text", cut(each.group() + ": " + each.message() + details));
    result.putArray("locations").add(location(each.place().orElse(report.subject())));
    if (hasFlow(each)) {
      flow(result.putArray("codeFlows").addObject(), each);
    }
    fingerprint(result, each.group(), each.name(), each.rule(), each.place());
    return result;
  }

  /** A warning of a case. */
  ObjectNode of(ReportCase each, ReportNote note) {
    ObjectNode result = JsonText.NODES.objectNode();
    rules.applyWarning(result);
    result.put("level", "warning");
    result.putObject("message").put("text", cut(each.group() + ": " + note.text()));
    result.putArray("locations").add(location(note.place().orElse(report.subject())));
    fingerprint(result, each.group(), each.name(), note.text(), note.place());
    return result;
  }

  /** Identifies a result by what it is about, so that it is the same one where lines move. */
  private void fingerprint(
      ObjectNode result, String group, String name, String rule, Optional<Place> place) {
    String file = place.orElse(report.subject()).file();
    String about = String.join("\n", report.command(), file, group, name, rule);
    String digest = Digest.sha256(about).substring(0, 16);
    int number = fingerprints.merge(digest, 1, Integer::sum);
    result.putObject("partialFingerprints").put("mooring/v1", digest + ":" + number);
  }

  private void flow(ObjectNode flow, ReportCase each) {
    ArrayNode locations = flow.putArray("threadFlows").addObject().putArray("locations");
    int count = each.steps().size();
    int first = count <= steps ? count : steps / 2;
    int last = count <= steps ? count : count - (steps - first);
    for (int i = 0; i < count; i++) {
      if (i < first || i >= last) {
        String before =
            i == last && last > first
                ? String.format(Locale.ROOT, "(%,d steps are left out) ", last - first)
                : "";
        locations.add(step(each, i, before));
      }
    }
  }

  private ObjectNode step(ReportCase each, int index, String before) {
    ReportStep step = each.steps().get(index);
    StringBuilder text = new StringBuilder(before);
    text.append(index + 1).append("  ").append(step.action());
    step.changes().forEach(change -> text.append("\n").append(change));
    if (index == each.steps().size() - 1) {
      each.end().ifPresent(end -> text.append("\n").append(end));
    }
    ObjectNode node = JsonText.NODES.objectNode();
    ObjectNode location = location(step.place().or(each::place).orElse(report.subject()));
    location.putObject("message").put("text", cut(text.toString()));
    node.set("location", location);
    node.put("executionOrder", index + 1);
    node.put("importance", index == each.steps().size() - 1 ? "essential" : "important");
    return node;
  }

  /** A place; of a file as a whole, its first line, because GitHub wants one. */
  ObjectNode location(Place place) {
    ObjectNode node = JsonText.NODES.objectNode();
    ObjectNode physical = node.putObject("physicalLocation");
    ObjectNode artifact = physical.putObject("artifactLocation");
    artifact.put("uri", uri(place));
    if (place.isInRepository()) {
      artifact.put("uriBaseId", ROOT);
    }
    ObjectNode region = physical.putObject("region");
    region.put("startLine", Math.max(1, place.line()));
    if (place.column() > 0) {
      region.put("startColumn", place.column());
    }
    if (place.endLine() > 0) {
      region.put("endLine", place.endLine());
    }
    if (place.endColumn() > 0) {
      // Of SARIF's region the end is the first character that does not belong to it.
      region.put("endColumn", place.endColumn() + 1);
    }
    return node;
  }

  private static String uri(Place place) {
    try {
      if (place.isInRepository()) {
        // A scheme is what stands before a colon in the first part of a name.
        return new URI(null, null, "/" + place.file(), null)
            .toASCIIString()
            .substring(1)
            .replace(":", "%3A");
      }
      String path = place.file().startsWith("/") ? place.file() : "/" + place.file();
      return new URI("file", "", path, null).toASCIIString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(place.toString(), impossible);
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
