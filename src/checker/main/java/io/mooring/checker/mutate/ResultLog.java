package io.mooring.checker.mutate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Unwritable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What each check of a mutant came to, written down as it ends, so that a run which was stopped can
 * be gone on with.
 *
 * <p>A line holds for as long as nothing that the check depended on has changed: all modules, the
 * configuration, what the manifest says of it, and the bounds. The same run again, or one with a
 * configuration more, checks only what no line holds for.
 */
public final class ResultLog {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final Map<String, JsonNode> known;
  private final Consumer<String> warnings;
  private boolean writable = true;

  private ResultLog(Path file, Map<String, JsonNode> known, Consumer<String> warnings) {
    this.file = file;
    this.known = known;
    this.warnings = warnings;
  }

  /**
   * A journal in a file.
   *
   * @param resume whether what stands in it holds; otherwise it begins anew
   * @param warnings hears once if it cannot be written: the run goes on, and cannot be resumed
   * @throws TlcException if there is one to go on with, and it cannot be read
   */
  public static ResultLog in(Path file, boolean resume, Consumer<String> warnings)
      throws TlcException {
    Map<String, JsonNode> known = new HashMap<>();
    ResultLog journal = new ResultLog(file, known, warnings);
    if (resume && Files.exists(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          parse(line).ifPresent(node -> known.put(key(node), node));
        }
      } catch (IOException failure) {
        throw new TlcException(file + ": cannot be read: " + failure.getMessage(), failure);
      }
    }
    try {
      Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling(""));
      if (resume && Files.exists(file)) {
        // The last line may have been cut off in the middle.
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
      } else {
        Files.writeString(file, "");
      }
    } catch (IOException failure) {
      journal.giveUp(failure);
    }
    return journal;
  }

  private void giveUp(IOException failure) {
    writable = false;
    warnings.accept(
        file
            + " cannot be written ("
            + Unwritable.why(failure)
            + "): the run goes on, and cannot be resumed");
  }

  private static Optional<JsonNode> parse(String line) {
    try {
      return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JsonProcessingException cutOff) {
      return Optional.empty();
    }
  }

  private static String key(JsonNode node) {
    return node.path("question").asText() + node.path("mutant").asText();
  }

  /** What became of a mutant when the same was asked before; empty if it was not. */
  Optional<MutantResult> of(Mutant mutant, ConfigPass round) {
    return Optional.ofNullable(known.get(round.question() + mutant.id()))
        .map(
            node ->
                new MutantResult(
                    mutant,
                    round.name(),
                    MutantResult.Status.valueOf(node.path("fate").asText()),
                    Optional.ofNullable(node.path("property").textValue()),
                    node.has("steps")
                        ? OptionalInt.of(node.path("steps").asInt())
                        : OptionalInt.empty(),
                    node.path("detail").asText(),
                    Duration.ofMillis(node.path("millis").asLong()),
                    1));
  }

  /** Writes down what became of a mutant. */
  void add(MutantResult fate, ConfigPass round) {
    ObjectNode node = JSON.createObjectNode();
    node.put("question", round.question());
    node.put("config", round.name());
    node.put("mutant", fate.mutant().id());
    node.put("fate", fate.kind().name());
    fate.property().ifPresent(property -> node.put("property", property));
    fate.steps().ifPresent(steps -> node.put("steps", steps));
    node.put("detail", fate.detail());
    node.put("millis", fate.time().toMillis());
    try {
      if (writable) {
        Files.writeString(file, node + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
      }
    } catch (IOException failure) {
      giveUp(failure);
    }
  }
}
