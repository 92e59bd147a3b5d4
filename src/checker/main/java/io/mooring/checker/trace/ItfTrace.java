package io.mooring.checker.trace;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.tlc.ValueNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A behaviour in the Informal Trace Format, which other tools for TLA+ read and write. */
public final class ItfTrace {

  private static final JsonMapper JSON = new JsonMapper();

  private static final long MOST_BYTES = 1L << 28;

  /** The variable in which Quint says which action led to a state. */
  private static final String QUINT_ACTION = "mbt::actionTaken";

  private ItfTrace() {}

  /**
   * The states of a trace.
   *
   * @param input the whole file; is not closed
   * @throws IOException if it cannot be read, or is not JSON
   * @throws IllegalArgumentException if it has no states, or a value that the format does not know
   */
  public static List<TlaState> states(InputStream input) throws IOException {
    return read(input).trace().steps().stream().map(Trace.Step::state).toList();
  }

  /**
   * A trace, of this project or of another tool.
   *
   * @throws TlcException if the file cannot be read, or is no trace; the message names file and
   *     line
   */
  public static StoredTrace read(Path file) throws TlcException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new TlcException(
            String.format(
                Locale.ROOT, "%s: has more than %,d bytes, and is not read", file, MOST_BYTES));
      }
      try (InputStream input = Files.newInputStream(file)) {
        return read(input);
      }
    } catch (JsonProcessingException syntax) {
      int line = syntax.getLocation() == null ? 1 : syntax.getLocation().getLineNr();
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "%s:%d: no trace in the ITF format: %s",
              file,
              line,
              syntax.getOriginalMessage().replaceFirst(" \\(.*", "")),
          syntax);
    } catch (IOException failure) {
      throw new TlcException(file + ": cannot be read", failure);
    } catch (IllegalArgumentException wrong) {
      throw new TlcException(
          file + ": no trace in the ITF format: it " + wrong.getMessage(), wrong);
    }
  }

  /**
   * A trace, of this project or of another tool.
   *
   * @param input the whole file; is not closed
   * @throws IOException if it cannot be read, or is not JSON
   * @throws IllegalArgumentException if it has no states, or something that the format does not
   *     know
   */
  public static StoredTrace read(InputStream input) throws IOException {
    JsonNode root = tree(JSON.createParser(input));
    JsonNode states = root.path("states");
    if (!states.isArray() || states.isEmpty()) {
      throw new IllegalArgumentException("has no states");
    }
    JsonNode meta = root.path("#meta");
    JsonNode ours = meta.path(ItfWriter.OURS);
    Set<String> models = new TreeSet<>();
    ours.path("modelValues").forEach(name -> models.add(name.asText()));
    ItfValues values = new ItfValues(models);
    List<Trace.Step> steps = new ArrayList<>();
    for (JsonNode state : states) {
      steps.add(step(state, values));
    }
    return new StoredTrace(
        new Trace(steps, loop(root.path("loop"), steps.size()), names(ours.path("names"))),
        text(ours, "title"),
        text(meta, "description"),
        text(meta, "source"),
        text(ours, "config"));
  }

  /** The whole file; what exceeds a limit of the parser has a place too. */
  private static JsonNode tree(JsonParser parser) throws IOException {
    try {
      JsonNode root = JSON.readTree(parser);
      return root == null ? MissingNode.getInstance() : root;
    } catch (StreamConstraintsException excess) {
      throw new JsonParseException(
          parser, excess.getOriginalMessage(), parser.currentLocation(), excess);
    }
  }

  private static Trace.Step step(JsonNode state, ItfValues values) {
    if (!state.isObject()) {
      throw new IllegalArgumentException("has a state that is no object");
    }
    SortedMap<String, TlaValue> variables = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : state.properties()) {
      if (!each.getKey().startsWith("#")) {
        variables.put(each.getKey(), values.read(each.getValue()));
      }
    }
    JsonNode meta = state.path("#meta");
    String action = text(meta, "action");
    if (action.isEmpty() && variables.get(QUINT_ACTION) instanceof TlaValue.Str name) {
      action = name.value();
    }
    SortedMap<String, TlaValue> alias = new TreeMap<>();
    meta.path("alias")
        .properties()
        .forEach(each -> alias.put(each.getKey(), values.read(each.getValue())));
    return new Trace.Step(action, span(meta), new TlaState(variables), alias);
  }

  private static @Nullable SourceSpan span(JsonNode meta) {
    JsonNode begin = meta.path("begin");
    JsonNode end = meta.path("end");
    return meta.path("module").isTextual() && begin.size() == 2 && end.size() == 2
        ? new SourceSpan(
            meta.path("module").asText(),
            begin.path(0).asInt(),
            begin.path(1).asInt(),
            end.path(0).asInt(),
            end.path(1).asInt())
        : null;
  }

  private static OptionalInt loop(JsonNode loop, int states) {
    if (loop.isMissingNode() || loop.isNull()) {
      return OptionalInt.empty();
    }
    if (!loop.isInt() || loop.asInt() < 0 || loop.asInt() >= states) {
      throw new IllegalArgumentException(
          "says that it loops to state " + loop + ", and has the states 0 to " + (states - 1));
    }
    return OptionalInt.of(loop.asInt());
  }

  private static Map<String, ValueNames> names(JsonNode names) {
    Map<String, ValueNames> all = new HashMap<>();
    names.properties().forEach(each -> all.put(each.getKey(), ItfNames.read(each.getValue())));
    return all;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : "";
  }
}
