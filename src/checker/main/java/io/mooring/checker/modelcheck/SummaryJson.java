package io.mooring.checker.modelcheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.CheckResult.Vacuity;
import io.mooring.checker.tlc.Printed;
import io.mooring.checker.tlc.SourceSpan;
import java.nio.file.Path;
import java.util.List;

/** The outcome of a run as JSON, for programs. */
public final class SummaryJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private SummaryJson() {}

  /** A run that was completed. */
  public static String text(Summary summary) {
    ObjectNode root = NODES.objectNode().put("exitCode", summary.exitCode());
    ArrayNode models = root.putArray("models");
    summary.verdicts().forEach(verdict -> models.add(model(verdict)));
    strings(root, "failures", summary.failures());
    strings(root, "leftOut", summary.leftOut());
    return text(root);
  }

  /** A call that failed. */
  public static String refusal(int exitCode, String message) {
    return text(NODES.objectNode().put("exitCode", exitCode).put("message", message));
  }

  private static ObjectNode model(ModelVerdict verdict) {
    CheckResult result = verdict.result();
    ObjectNode node = NODES.objectNode();
    node.put("name", verdict.name());
    node.put("asExpected", verdict.asExpected());
    node.put("verdict", result.verdict().text());
    result.property().ifPresent(property -> node.put("property", property));
    result.span().ifPresent(span -> place(node, span));
    node.put("message", result.message());
    node.put("distinctStates", verdict.distinctStates());
    node.put("edges", verdict.edges());
    node.put("depth", result.depth());
    strings(node, "properties", result.properties());
    strings(node, "warnings", result.warnings());
    strings(node, "vacuous", result.vacuities().stream().map(Vacuity::text).toList());
    printed(node.putObject("printed"), result.printed());
    strings(node, "differences", verdict.differences());
    strings(node, "files", verdict.files().stream().map(Path::toString).toList());
    return node;
  }

  private static void place(ObjectNode node, SourceSpan span) {
    node.put("file", span.module() + ".tla");
    node.put("line", span.beginLine());
    node.put("column", span.beginColumn());
  }

  private static void printed(ObjectNode node, Printed printed) {
    node.put("count", printed.count());
    strings(node, "first", printed.first());
    node.put("leftOut", printed.leftOut());
    strings(node, "last", printed.last());
  }

  private static void strings(ObjectNode node, String field, List<String> texts) {
    ArrayNode array = node.putArray(field);
    texts.forEach(array::add);
  }

  private static String text(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
