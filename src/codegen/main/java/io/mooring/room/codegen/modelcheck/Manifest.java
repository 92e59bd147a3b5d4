package io.mooring.room.codegen.modelcheck;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mooring.room.codegen.tlc.CheckResult.Verdict;
import io.mooring.room.codegen.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of a folder's models, each with what it must give.
 *
 * <p>Everything in the folder must be in the list: a configuration or a mutant that nobody checks
 * is a failure.
 *
 * @param file the manifest
 * @param models its models in order
 */
record Manifest(Path file, List<ModelEntry> models) {

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "module",
          "config",
          "result",
          "violates",
          "substitute",
          "distinctStates",
          "edges",
          "fast",
          "bounds");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  Manifest {
    models = List.copyOf(models);
  }

  static Manifest read(Path file) throws TlcException {
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException syntax) {
      int line = syntax.getLocation() == null ? 1 : syntax.getLocation().getLineNr();
      throw new TlcException(
          "%s:%d: not JSON: %s".formatted(file, line, syntax.getOriginalMessage()), syntax);
    } catch (IOException failure) {
      throw new TlcException(file + ": no such file, or not a readable text file", failure);
    }
    JsonNode list = root.path("models");
    if (!list.isArray() || list.isEmpty()) {
      throw new TlcException(file + ": must be an object with a list \"models\"");
    }
    List<ModelEntry> models = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : list) {
      ModelEntry model = new Reader(file, node, models.size() + 1).read();
      if (!names.add(model.name())) {
        throw new TlcException(file + ": two models have the name " + model.name());
      }
      models.add(model);
    }
    return new Manifest(file, models);
  }

  /** Folder of the manifest. */
  Path folder() {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }

  /** Configurations and mutants in the folder that no model uses, as messages. */
  List<String> unregistered() throws TlcException {
    Set<Path> used = new TreeSet<>();
    for (ModelEntry model : models) {
      used.add(model.module().toAbsolutePath().normalize());
      used.add(model.config().toAbsolutePath().normalize());
    }
    Path canaries = folder().resolve("canaries");
    Path mutants = folder().resolve("mutants");
    try (Stream<Path> all = Files.walk(folder())) {
      return all.filter(path -> !path.startsWith(canaries))
          .filter(path -> isConfig(path) || (path.startsWith(mutants) && isModule(path)))
          .filter(path -> !used.contains(path))
          .sorted()
          .map(path -> path + ": in no model of " + file + "; add it there or remove it")
          .toList();
    } catch (IOException failure) {
      throw new TlcException(folder() + ": cannot be read", failure);
    }
  }

  private static boolean isConfig(Path path) {
    return path.toString().endsWith(".cfg");
  }

  private static boolean isModule(Path path) {
    return path.toString().endsWith(".tla");
  }

  /** Reads one entry, with messages that name it. */
  private record Reader(Path file, JsonNode node, int number) {

    ModelEntry read() throws TlcException {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (!FIELDS.contains(field.getKey())) {
          throw wrong(
              "has an unknown field \""
                  + field.getKey()
                  + "\"; known are "
                  + new TreeSet<>(FIELDS));
        }
      }
      String name = text("name");
      Path home = file.toAbsolutePath().normalize().resolveSibling("");
      String result = text("result");
      Verdict verdict =
          Verdict.of(result)
              .orElseThrow(
                  () ->
                      wrong("has the result \"" + result + "\"; it must be one of " + verdicts()));
      Optional<String> violates =
          node.has("violates") ? Optional.of(text("violates")) : Optional.empty();
      boolean property = verdict == Verdict.SAFETY_FAILURE || verdict == Verdict.LIVENESS_FAILURE;
      if (violates.isPresent() != property) {
        throw wrong(
            property
                ? "must say which property it \"violates\""
                : "cannot have the result \"" + result + "\" and \"violates\"");
      }
      return new ModelEntry(
          name,
          existing(home.resolve(text("module"))),
          existing(home.resolve(text("config"))),
          verdict,
          violates,
          substitute(),
          number("distinctStates"),
          number("edges"),
          node.path("fast").asBoolean(true));
    }

    private Path existing(Path path) throws TlcException {
      if (!Files.isRegularFile(path)) {
        throw wrong("names " + path + ", which does not exist");
      }
      return path;
    }

    private Map<String, String> substitute() throws TlcException {
      Map<String, String> all = new TreeMap<>();
      JsonNode map = node.path("substitute");
      if (!map.isMissingNode() && !map.isObject()) {
        throw wrong("must have an object as \"substitute\"");
      }
      for (Map.Entry<String, JsonNode> each : map.properties()) {
        if (!each.getValue().isTextual()) {
          throw wrong("must replace " + each.getKey() + " by a name");
        }
        all.put(each.getKey(), each.getValue().asText());
      }
      return all;
    }

    private OptionalLong number(String field) throws TlcException {
      JsonNode value = node.path(field);
      if (value.isMissingNode()) {
        return OptionalLong.empty();
      }
      if (!value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
        throw wrong("must have a number of at least 0 as \"" + field + "\", not " + value);
      }
      return OptionalLong.of(value.asLong());
    }

    private String text(String field) throws TlcException {
      JsonNode value = node.path(field);
      if (!value.isTextual() || value.asText().isBlank()) {
        throw wrong(
            "must have a text as \""
                + field
                + "\""
                + (value.isMissingNode() ? "" : ", not " + value));
      }
      return value.asText();
    }

    private TlcException wrong(String what) {
      String name = node.path("name").asText("");
      return new TlcException(
          "%s: model %d%s %s"
              .formatted(file, number, name.isEmpty() ? "" : " (" + name + ")", what));
    }

    private static String verdicts() {
      return Arrays.stream(Verdict.values()).map(Verdict::text).collect(Collectors.joining(", "));
    }
  }
}
