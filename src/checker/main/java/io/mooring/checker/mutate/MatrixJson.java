package io.mooring.checker.mutate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A kill matrix for machines. */
public final class MatrixJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MatrixJson() {}

  /** The matrix as JSON. */
  public static String text(KillMatrix matrix, ReviewedList reviewed) {
    ObjectNode root = JSON.createObjectNode();
    root.put("specification", matrix.name());
    root.put("mutants", matrix.listed());
    root.put("checked", matrix.results().size());
    root.put("killed", matrix.killed());
    for (MutantResult.Status kind : MutantResult.Status.values()) {
      if (!kind.isKill()) {
        root.put(kind.text(), matrix.of(kind).size());
      }
    }
    matrix.score().ifPresent(score -> root.put("score", score));
    matrix.scoreWithPins().ifPresent(score -> root.put("scoreWithPins", score));
    root.put("millis", matrix.time().toMillis());
    ArrayNode configurations = root.putArray("configurations");
    for (ConfigPass pass : matrix.passes()) {
      add(configurations.addObject(), pass, matrix);
    }
    ObjectNode kills = root.putObject("kills");
    matrix.kills().forEach((property, each) -> kills.put(property, each.mutants()));
    ArrayNode all = root.putArray("results");
    for (MutantResult result : matrix.results()) {
      add(all.addObject(), result, reviewed);
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void add(ObjectNode node, ConfigPass pass, KillMatrix matrix) {
    node.put("config", pass.name());
    node.put("distinctStates", pass.original().distinctStates());
    node.put("limitStates", pass.bounds().states());
    node.put("limitSeconds", pass.bounds().time().toSeconds());
    node.put("checked", matrix.checked(pass));
    node.put("killed", matrix.killed(pass));
    node.put("detected by a figure", matrix.of(MutantResult.Status.PINNED, pass).size());
  }

  private static void add(ObjectNode node, MutantResult result, ReviewedList reviewed) {
    Mutant mutant = result.mutant();
    node.put("id", mutant.id());
    node.put("operator", mutant.operator().id());
    node.put("module", mutant.span().module());
    node.put("definition", mutant.definition());
    node.put("line", mutant.span().beginLine());
    node.put("column", mutant.span().beginColumn());
    node.put("original", mutant.original());
    node.put("replacement", mutant.replacement());
    if (mutant.law()) {
      node.put("changesLaw", true);
    }
    node.put("status", result.status().text());
    node.put("config", result.config());
    result.property().ifPresent(property -> node.put("property", property));
    result.steps().ifPresent(steps -> node.put("steps", steps));
    node.put("detail", result.detail());
    node.put("millis", result.time().toMillis());
    reviewed
        .of(mutant)
        .ifPresent(
            entry -> {
              node.put("finding", entry.finding().name().toLowerCase(Locale.ROOT));
              node.put("why", entry.why());
            });
  }
}
