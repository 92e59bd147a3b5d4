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
 * The results of a run, each written as its check ends, so that a stopped run can be resumed.
 *
 * <p>A line is valid as long as nothing that the check depended on has changed: modules,
 * configuration, baseline in the manifest, bounds. The same run again, or one with one more
 * configuration, checks only the mutants without a valid line.
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
   * A log in a file.
   *
   * @param resume whether its results are used; otherwise the log starts empty
   * @param warnings receives one message if the file cannot be written: the run continues, but
   *     cannot be resumed
   * @throws TlcException if the run resumes, and the file cannot be read
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
    warnings.accept(Unwritable.notResumable(file, failure));
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

  /** The result of an equal check in an earlier run; empty if there was none. */
  Optional<MutantResult> of(Mutant mutant, ConfigPass pass) {
    return Optional.ofNullable(known.get(pass.question() + mutant.id()))
        .map(
            node ->
                new MutantResult(
                    mutant,
                    pass.name(),
                    MutantResult.Status.valueOf(node.path("status").asText()),
                    Optional.ofNullable(node.path("property").textValue()),
                    node.has("steps")
                        ? OptionalInt.of(node.path("steps").asInt())
                        : OptionalInt.empty(),
                    node.path("detail").asText(),
                    Duration.ofMillis(node.path("millis").asLong()),
                    1));
  }

  /** Appends the result of a mutant. */
  void add(MutantResult result, ConfigPass pass) {
    ObjectNode node = JSON.createObjectNode();
    node.put("question", pass.question());
    node.put("config", pass.name());
    node.put("mutant", result.mutant().id());
    node.put("status", result.status().name());
    result.property().ifPresent(property -> node.put("property", property));
    result.steps().ifPresent(steps -> node.put("steps", steps));
    node.put("detail", result.detail());
    node.put("millis", result.time().toMillis());
    try {
      if (writable) {
        Files.writeString(file, node + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
      }
    } catch (IOException failure) {
      giveUp(failure);
    }
  }
}
