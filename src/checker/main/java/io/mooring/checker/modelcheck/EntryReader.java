package io.mooring.checker.modelcheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.CheckResult.Verdict;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads one entry of a manifest, with messages that name it.
 *
 * @param file the manifest
 * @param node the entry
 * @param number its place in the manifest, from 1
 */
record EntryReader(Path file, JsonNode node, int number) {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ()_.+-]*");

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
          "bounds",
          "witnesses",
          "actions",
          "never",
          "vacuous");

  ModelEntry read() throws TlcException {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        throw wrong(
            "has an unknown field \"" + field.getKey() + "\"; known are " + new TreeSet<>(FIELDS));
      }
    }
    String name = text("name");
    if (!PLAIN.matcher(name).matches()) {
      throw wrong("must have a \"name\" of letters and digits, because files are named after it");
    }
    Path home = file.toAbsolutePath().normalize().resolveSibling("");
    String result = text("result");
    Verdict verdict =
        Verdict.of(result)
            .orElseThrow(
                () -> wrong("has the result \"" + result + "\"; it must be one of " + verdicts()));
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
        exercise(verdict),
        node.path("fast").asBoolean(true),
        node.has("bounds") ? text("bounds") : "");
  }

  private ModelEntry.Exercise exercise(Verdict verdict) throws TlcException {
    for (String field : List.of("witnesses", "actions", "never", "vacuous")) {
      if (node.has(field) && verdict != Verdict.SUCCESS) {
        throw wrong(
            "cannot have the result \""
                + verdict
                + "\" and \""
                + field
                + "\": only a check that"
                + " succeeds sees everything");
      }
    }
    List<String> witnesses = names("witnesses");
    if (Set.copyOf(witnesses).size() < witnesses.size()) {
      throw wrong("names one of its \"witnesses\" twice");
    }
    return new ModelEntry.Exercise(witnesses, number("actions"), names("never"), names("vacuous"));
  }

  private List<String> names(String field) throws TlcException {
    JsonNode list = node.path(field);
    if (!list.isMissingNode() && !list.isArray()) {
      throw wrong("must have a list of names as \"" + field + "\", not " + list);
    }
    List<String> names = new ArrayList<>();
    for (JsonNode each : list) {
      if (!each.isTextual() || each.asText().isBlank()) {
        throw wrong("must have names in \"" + field + "\", not " + each);
      }
      names.add(each.asText());
    }
    return names;
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
        String.format(
            Locale.ROOT,
            "%s: model %d%s %s",
            file,
            number,
            name.isEmpty() ? "" : " (" + name + ")",
            what));
  }

  private static String verdicts() {
    return Arrays.stream(Verdict.values()).map(Verdict::text).collect(Collectors.joining(", "));
  }
}
