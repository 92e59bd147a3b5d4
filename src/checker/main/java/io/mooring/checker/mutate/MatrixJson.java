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
    root.put("checked", matrix.fates().size());
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
    for (ConfigPass round : matrix.rounds()) {
      add(configurations.addObject(), round, matrix);
    }
    ObjectNode kills = root.putObject("kills");
    matrix.kills().forEach((property, each) -> kills.put(property, each.mutants()));
    ArrayNode all = root.putArray("fates");
    for (MutantResult fate : matrix.fates()) {
      add(all.addObject(), fate, reviewed);
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void add(ObjectNode node, ConfigPass round, KillMatrix matrix) {
    node.put("config", round.name());
    node.put("distinctStates", round.original().distinctStates());
    node.put("limitStates", round.bounds().states());
    node.put("limitSeconds", round.bounds().time().toSeconds());
    node.put("asked", matrix.asked(round));
    node.put("killed", matrix.killed(round));
    node.put("noticed by a pin", matrix.of(MutantResult.Status.PINNED, round).size());
  }

  private static void add(ObjectNode node, MutantResult fate, ReviewedList reviewed) {
    Mutant mutant = fate.mutant();
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
    node.put("fate", fate.kind().text());
    node.put("config", fate.config());
    fate.property().ifPresent(property -> node.put("property", property));
    fate.steps().ifPresent(steps -> node.put("steps", steps));
    node.put("detail", fate.detail());
    node.put("millis", fate.time().toMillis());
    reviewed
        .of(mutant)
        .ifPresent(
            entry -> {
              node.put("finding", entry.finding().name().toLowerCase(Locale.ROOT));
              node.put("why", entry.why());
            });
  }
}
