package io.mooring.codegen.atlas;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.checker.report.Place;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportCase;
import io.mooring.checker.report.ReportCase.Kind;
import io.mooring.checker.report.ReportCase.Status;
import io.mooring.checker.report.ReportGroup;
import io.mooring.checker.report.ReportNote;
import io.mooring.checker.report.ReportStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a page of findings knows, as compact JSON: the texts of the modules, the figures, and each
 * result with its behaviour. A step has the values of those variables alone that it changes.
 *
 * <p>All texts may come from anywhere. Characters that are not seen, or that change the order of
 * others, are replaced; what is very long is cut, and says so.
 */
final class FindingsData {

  /** Characters of a text that are shown at most. */
  static final int LONGEST_TEXT = 20_000;

  /** Bytes of all behaviours of a page; of later ones only the number of steps is known. */
  static final int MOST_BYTES = 16 << 20;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Control and format characters, but for the ends of lines, and halves of characters. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\n\\t]]");

  private static final List<Status> ORDER =
      List.of(Status.FAILED, Status.ERROR, Status.SKIPPED, Status.PASSED);

  /** What must be looked at first. */
  private static final Comparator<ReportCase> WRONG_FIRST =
      Comparator.comparingInt(each -> ORDER.indexOf(each.status()));

  private final List<String> files;
  private final ObjectNode root = JSON.objectNode();
  private final ArrayNode texts = JSON.arrayNode();
  private final ArrayNode cases = JSON.arrayNode();
  private Path folder = Path.of("");
  private long bytes;

  /**
   * The beginning of a page.
   *
   * @param modules the texts of modules, by the names that places have for them
   */
  FindingsData(String title, String subtitle, Report.Tool tool, SortedMap<String, String> modules) {
    this.files = List.copyOf(modules.keySet());
    modules.forEach(
        (name, text) -> texts.addObject().put("name", seen(name)).put("text", seen(text)));
    root.put("title", seen(title)).put("subtitle", seen(subtitle));
    root.put("tool", seen(tool.version())).put("checker", seen(tool.checker()));
    root.put("single", false).put("partly", false);
    root.putArray("counts");
    root.putArray("groups");
    root.set("cases", cases);
    root.set("files", texts);
  }

  /** The whole text, which can end no element. */
  String text() {
    return PageFrame.json(root);
  }

  int textBytes() {
    return Atlas.size(PageFrame.json(texts));
  }

  int caseBytes() {
    return Atlas.size(PageFrame.json(cases));
  }

  /** The results of a call, what is wrong first. */
  FindingsData add(Report report) {
    for (Status status : ORDER) {
      if (report.count(status) > 0) {
        root.withArray("counts").addArray().add(report.count(status)).add(status.text());
      }
    }
    report.groups().forEach(each -> root.withArray("groups").add(group(each)));
    folder = report.root();
    List<ReportCase> sorted = new ArrayList<>(report.cases());
    sorted.sort(WRONG_FIRST);
    sorted.forEach(this::add);
    return this;
  }

  /**
   * The one behaviour of a page.
   *
   * @param partly whether some of the variables are not shown
   */
  FindingsData only(ReportCase behaviour, boolean partly) {
    root.put("single", true).put("partly", partly);
    add(behaviour);
    return this;
  }

  private void add(ReportCase each) {
    ObjectNode node =
        cases
            .addObject()
            .put("group", seen(each.group()))
            .put("name", seen(each.name()))
            .put("about", each.kind().requirement())
            .put("status", each.status().text())
            .put("wrong", each.isWrong())
            .put("message", cut(each.message()))
            .put("details", cut(each.details()));
    place(node, each.place());
    notes(node.putArray("warnings"), each.warnings());
    node.put("dropped", 0);
    node.put("rejected", false);
    if (!each.steps().isEmpty()) {
      OptionalInt loop = each.loopTo();
      steps(node, each.steps(), this::step);
      node.set("loop", loop.isPresent() ? JSON.numberNode(loop.getAsInt()) : JSON.nullNode());
    } else if (each.kind() == Kind.SESSION && each.status() == Status.FAILED) {
      List<TraceLines.Step> lines =
          each.place().map(place -> TraceLines.upTo(folder, place)).orElse(List.of());
      if (!lines.isEmpty()) {
        steps(node.put("rejected", true), lines, FindingsData::line);
        node.set("loop", JSON.nullNode());
      }
    }
  }

  private <T> void steps(ObjectNode node, List<T> all, Function<T, ObjectNode> written) {
    ArrayNode steps = JSON.arrayNode();
    for (T step : all) {
      ObjectNode one = written.apply(step);
      bytes += Atlas.size(PageFrame.json(one));
      if (bytes > MOST_BYTES) {
        node.put("dropped", all.size());
        return;
      }
      steps.add(one);
    }
    node.set("steps", steps);
  }

  private static ObjectNode line(TraceLines.Step line) {
    ObjectNode node = JSON.objectNode().put("action", cut(line.name()));
    node.putArray("at").add(-1).add(0).add(0);
    ArrayNode changes = node.putArray("changes");
    ArrayNode values = node.putArray("values");
    line.changed()
        .forEach(
            (name, text) -> {
              changes.add(cut(text.isEmpty() ? name + ": no value" : name + " = " + text));
              values.addArray().add(seen(name)).add(cut(text));
            });
    return node;
  }

  private ObjectNode step(ReportStep step) {
    ObjectNode node = JSON.objectNode().put("action", cut(step.action()));
    node.set("at", line(step.place()));
    ArrayNode changes = node.putArray("changes");
    step.changes().forEach(change -> changes.add(cut(change)));
    ArrayNode values = node.putArray("values");
    step.values()
        .forEach(each -> values.addArray().add(seen(each.variable())).add(cut(each.text())));
    return node;
  }

  private ObjectNode group(ReportGroup group) {
    ObjectNode node =
        JSON.objectNode().put("name", seen(group.name())).put("result", cut(group.result()));
    ArrayNode figures = node.putArray("figures");
    group.figures().forEach((name, value) -> figures.addArray().add(name).add(value));
    ArrayNode about = node.putArray("texts");
    group.texts().forEach((name, lines) -> strings(about.addArray().add(name).addArray(), lines));
    strings(node.putArray("files"), group.files());
    strings(node.putArray("printed"), group.firstPrinted());
    node.set("coverage", JSON.nullNode());
    group.coverage().ifPresent(counted -> coverage(node.putObject("coverage"), counted));
    return node;
  }

  private void coverage(ObjectNode node, ReportGroup.Coverage counted) {
    ArrayNode actions = node.putArray("actions");
    for (ReportGroup.Action each : counted.actions()) {
      ObjectNode action = actions.addObject().put("name", seen(each.name()));
      place(action, each.place());
      action.put("steps", each.steps()).put("newStates", each.newStates());
    }
    notes(node.putArray("unevaluated"), counted.unevaluated());
  }

  private void notes(ArrayNode array, List<ReportNote> notes) {
    for (ReportNote note : notes) {
      place(array.addObject().put("text", cut(note.text())), note.place());
    }
  }

  private static void strings(ArrayNode array, List<String> strings) {
    strings.forEach(each -> array.add(cut(each)));
  }

  private void place(ObjectNode node, Optional<Place> place) {
    node.put("place", seen(place.map(Place::toString).orElse("")));
    node.set("at", line(place));
  }

  /** The number of a module and lines of it, the first and the last; -1 if it is not there. */
  private ArrayNode line(Optional<Place> place) {
    int file = place.map(each -> files.indexOf(each.file())).orElse(-1);
    return file < 0
        ? JSON.arrayNode().add(-1).add(0).add(0)
        : JSON.arrayNode().add(file).add(place.get().line()).add(place.get().endLine());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT
        ? seen(text)
        : seen(text.substring(0, LONGEST_TEXT))
            + String.format(
                Locale.ROOT, "… (%,d characters left out)", text.length() - LONGEST_TEXT);
  }

  private static String seen(String text) {
    return UNSEEN.matcher(text).replaceAll("\ufffd");
  }
}
