package io.mooring.codegen.atlas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.emit.ModelLookup;
import io.mooring.codegen.emit.PublicGraph;
import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.emit.TimerLocations;
import io.mooring.codegen.fleet.FleetReport;
import io.mooring.codegen.fleet.FleetReportJson;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelJson;
import io.mooring.codegen.model.RecordType;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Timing;
import io.mooring.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the page knows of a machine, as compact JSON: names, documentation, the texts of the modules
 * and the drawings. The table is no part of it: see {@link ContractModule}.
 *
 * <p>A line of a module is a pair: the number of the file, and the line.
 */
final class AtlasData {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Model model;
  private final ModelLookup names;
  private final FormulaChecksums formulas;
  private final List<String> files;
  private final ObjectNode root = JSON.objectNode();
  private final ArrayNode texts = JSON.arrayNode();
  private final ObjectNode drawings = JSON.objectNode();
  private final List<Atlas.Part> enclosed = new ArrayList<>();

  AtlasData(Model model, SortedMap<String, String> modules, Enclosed enclosed) {
    this.model = model;
    this.names = new ModelLookup(model);
    this.formulas = new FormulaChecksums(model);
    SortedMap<String, String> all = new TreeMap<>(modules);
    enclosed.cited().forEach(each -> all.putIfAbsent(each.file(), each.text()));
    this.files = List.copyOf(all.keySet());
    all.forEach((name, text) -> texts.addObject().put("name", name).put("text", text));
    add();
    ArrayNode listed = root.putArray("walks");
    enclosed.listed().forEach(each -> listed.add(tree(each)));
    if (!listed.isEmpty()) {
      this.enclosed.add(
          new Atlas.Part("counterexamples and traces", Atlas.size(PageFrame.json(listed))));
    }
    enclosed.counts().ifPresent(counts -> enclose("counts", CountsJson.tree(counts), "coverage"));
    enclosed.other().ifPresent(other -> enclose("compared", tree(other), "compare"));
    enclosed.walk().ifPresent(walk -> enclose("walked", tree(walk), "walk"));
    enclosed.fleet().ifPresent(fleet -> enclose("fleet", tree(fleet, enclosed), "fleet"));
  }

  /** Adds a part that the page opens with. */
  private void enclose(String name, ObjectNode part, String view) {
    root.set(name, part);
    root.put("opens", view);
    enclosed.add(new Atlas.Part(name, Atlas.size(PageFrame.json(part))));
  }

  /** The report of a fleet, with the lines of rules that are no properties of the machine. */
  private ObjectNode tree(FleetReport fleet, Enclosed enclosed) {
    ObjectNode node =
        FleetReportJson.tree(fleet)
            .put("foreign", fleet.counts().foreign(model))
            .put("uncertain", fleet.counts().uncertain(model));
    ObjectNode rules = node.putObject("rules");
    enclosed
        .cited()
        .forEach(cited -> cited.lines().forEach((rule, line) -> rules.set(rule, line(line))));
    return node;
  }

  private static ObjectNode tree(Enclosed.Walk walk) {
    return JSON.objectNode().put("name", walk.name()).put("text", walk.text());
  }

  private static ObjectNode tree(Enclosed.Listed listed) {
    return tree(listed.walk()).put("about", listed.about());
  }

  private static ObjectNode tree(Enclosed.Other other) {
    try {
      JsonNode read = MAPPER.readTree(ModelJson.write(other.model()));
      return JSON.objectNode().put("name", other.name()).set("model", read);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The sizes of what is enclosed in {@link #text()}. */
  List<Atlas.Part> enclosed() {
    return List.copyOf(enclosed);
  }

  /** The JSON; no part of it can end the element of the page that it stands in. */
  String text() {
    return PageFrame.json(root);
  }

  /** The size of the texts of the modules in {@link #text()}. */
  int textBytes() {
    return Atlas.size(PageFrame.json(texts));
  }

  /** The size of the drawings in {@link #text()}. */
  int drawingBytes() {
    return Atlas.size(PageFrame.json(drawings));
  }

  private void add() {
    root.put("module", model.module()).put("doc", model.doc());
    root.put("digest", model.provenance().specSha256());
    root.put("fingerprint", TableEmitter.fingerprint(model));
    root.put("states", model.provenance().distinctStates());
    root.put("edges", model.provenance().edges());
    root.put("publicState", names.publicState().map(model.variables()::indexOf).orElse(-1));
    root.put("codes", names.codes().orElse(""));
    root.set("fields", fields());
    root.set(
        "variables", list(model.variables(), each -> entry(each.name(), each.doc(), each.line())));
    root.set(
        "enumerations",
        list(
            model.enumerations(),
            each -> {
              ObjectNode node = entry(each.name(), each.doc(), each.line());
              node.set(
                  "constants",
                  list(
                      each.constants(),
                      constant ->
                          entry(constant.name(), constant.doc(), constant.line())
                              .put("value", constant.value().word())));
              return node;
            }));
    root.set(
        "events",
        list(
            model.events(),
            each ->
                entry(each.name(), each.doc(), each.line())
                    .put("text", each.text())
                    .put("command", each.command())));
    root.set("timers", list(model.timers(), this::timer));
    root.set(
        "durations",
        list(
            model.timing() == null ? List.<Timing.NamedDuration>of() : model.timing().durations(),
            each -> entry(each.name(), each.doc(), each.line()).put("seconds", each.seconds())));
    root.set(
        "answers",
        list(
            model.answers(),
            each -> JSON.arrayNode().add(each.command()).add(each.event()).add(each.code())));
    root.set(
        "properties",
        list(
            model.properties(),
            each ->
                entry(each.name(), each.doc(), each.line())
                    .put("kind", each.kind().name())
                    .put("checksum", formulas.ofProperty(each.name()))));
    root.set(
        "helpers",
        list(
            model.helpers(),
            each -> {
              ObjectNode node = JSON.objectNode().put("name", each.name());
              node.set("line", line(each.line()));
              return node.put("checksum", formulas.ofHelper(each.name()));
            }));
    root.set("locations", locations());
    root.set("files", texts);
    drawings();
  }

  private interface Written<T> {
    JsonNode of(T element);
  }

  private static <T> ArrayNode list(List<T> elements, Written<T> written) {
    ArrayNode list = JSON.arrayNode();
    elements.forEach(each -> list.add(written.of(each)));
    return list;
  }

  private ObjectNode entry(String name, String doc, SourceLine line) {
    ObjectNode node = JSON.objectNode().put("name", name).put("doc", doc);
    node.set("line", line(line));
    return node;
  }

  private ArrayNode line(SourceLine line) {
    return JSON.arrayNode().add(files.indexOf(line.file())).add(line.line());
  }

  private ArrayNode fields() {
    return list(
        names.notifications().map(RecordType::fields).orElse(List.of()),
        field ->
            JSON.objectNode()
                .put("name", field.name())
                .put("type", field.type() instanceof Type.EnumType type ? type.name() : ""));
  }

  private ObjectNode timer(Timer timer) {
    ObjectNode node =
        JSON.objectNode()
            .put("name", timer.constant())
            .put("arm", timer.arm())
            .put("cancel", timer.cancel())
            .put("fact", timer.fact());
    Timing timing = model.timing();
    if (timing != null) {
      timing
          .boundsOf(timer.constant())
          .ifPresent(bounds -> node.put("least", bounds.atLeast()).put("most", bounds.atMost()));
    }
    return node;
  }

  private ArrayNode locations() {
    List<List<Timer>> timers = TimerLocations.byLocation(model);
    ArrayNode list = JSON.arrayNode();
    for (int i = 0; i < model.locations().size(); i++) {
      ObjectNode node = list.addObject().put("name", model.locations().get(i).name());
      node.set("values", list(names.values(i), JSON::textNode));
      node.set(
          "timers", list(timers.get(i), each -> JSON.numberNode(model.timers().indexOf(each))));
    }
    return list;
  }

  private void drawings() {
    @Nullable PublicGraph folded = names.publicState().isPresent() ? PublicGraph.of(model) : null;
    if (folded != null && folded.nodes().size() <= Atlas.DRAWN) {
      drawings.set("folded", AtlasDrawing.of(folded));
    }
    boolean same = folded != null && folded.nodes().size() == model.locations().size();
    if (!same && model.locations().size() <= Atlas.DRAWN) {
      drawings.set("locations", AtlasDrawing.of(PublicGraph.ofLocations(model)));
    }
    root.put("drawn", Atlas.DRAWN);
    root.set("drawings", drawings);
  }
}
