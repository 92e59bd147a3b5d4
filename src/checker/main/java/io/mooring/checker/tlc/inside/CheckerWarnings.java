package io.mooring.checker.tlc.inside;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;
import tla2sany.semantic.OpDefNode;
import tla2sany.st.Location;
import tlc2.tool.impl.ModelConfig;
import util.ToolIO;

/**
 * The warnings of the parser and the checker in a run, each with its file and line if it has one.
 */
final class CheckerWarnings {

  private static final String PREFIX = "Warning: ";
  private static final Pattern ADVICE =
      Pattern.compile("\\s*\\(Use the -nowarning option to disable this warning\\.\\)");

  /** Both families say it, the one in what it prints and the other in what it collects. */
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?:!! WARNING: The|In module \\w+ (?:Both the|The)) (PlusCal algorithm and|PlusCal|TLA\\+)"
              + ".*? in module (\\w+)");

  private static final String UNKNOWN_FIELD = "The EXCEPT was applied to non-existing fields";
  private static final Pattern PLACE =
      Pattern.compile(
          "\\s*(?:at\\s+)?line \\d+, col(?:umn)? \\d+ to line \\d+, col(?:umn)? \\d+ of module \\w+");

  /** These are said for every family, with the place that is the reason. */
  private static final List<String> SAID_BY_US =
      List.of(
          "Declaring symmetry during liveness",
          "Declaring state or action constraints",
          "Implied-temporal checking is a tautology",
          "The stuttering counterexample above may be caused by the absence of a fairness");

  /** Of a property that is named so much is said in another place. */
  private static final Pattern SAID_OF_PROPERTY =
      Pattern.compile(
          "^The (?:invariant \\S+ is a constant-level formula|formula \\S+ is a state-level formula)");

  private final Specification specification;
  private final Set<String> found = new LinkedHashSet<>();

  private CheckerWarnings(Specification specification) {
    this.specification = specification;
  }

  /** All of them, in the order in which they came. */
  static List<String> of(Specification specification) {
    CheckerWarnings all = new CheckerWarnings(specification);
    SpecObj parsed = specification.tool().getSpecProcessor().getSpecObj();
    all.addAll(parsed.parseErrors);
    all.addAll(parsed.semanticErrors);
    for (String message : ToolIO.getAllMessages()) {
      all.add(message);
    }
    return new ArrayList<>(all.found);
  }

  private void addAll(Errors errors) {
    for (String warning : errors.getWarnings()) {
      Matcher changed = CHANGED.matcher(Parser.oneLine(warning));
      found.add(changed.find() ? changed(changed.group(1), changed.group(2)) : placed(warning));
    }
  }

  private void add(String message) {
    Matcher changed = CHANGED.matcher(message);
    if (changed.find()) {
      found.add(changed(changed.group(1), changed.group(2)));
    } else if (message.startsWith(PREFIX)) {
      String text = message.substring(PREFIX.length());
      if (SAID_BY_US.stream().noneMatch(text::startsWith)
          && !SAID_OF_PROPERTY.matcher(text).find()) {
        found.add(placed(ADVICE.matcher(text).replaceAll("")));
      }
    }
  }

  /** TLC's warning about a translation that does not belong to its algorithm. */
  private String changed(String what, String module) {
    Optional<PlusCal> place = PlusCal.in(specification.finder().file(module));
    String file = place.map(PlusCal::file).orElse(module + ".tla");
    int algorithm = place.map(PlusCal::line).orElse(1);
    int translation = place.map(PlusCal::translation).orElse(1);
    return switch (what) {
      case "TLA+" ->
          String.format(
              Locale.ROOT,
              "%s:%d: this translation of a PlusCal algorithm was changed by hand; what was checked is the changed one",
              file,
              translation);
      case "PlusCal" ->
          String.format(
              Locale.ROOT,
              "%s:%d: this PlusCal algorithm has changed since it was translated (line %d); what was checked is the old translation, so translate it again",
              file,
              algorithm,
              translation);
      default ->
          String.format(
              Locale.ROOT,
              "%s:%d: this PlusCal algorithm and its translation (line %d) have both changed since it was translated; what was checked is the translation",
              file,
              algorithm,
              translation);
    };
  }

  /** A message with its place in front. */
  private String placed(String message) {
    Location[] places = Location.getParsedLocations(message);
    String text = PLACE.matcher(Parser.oneLine(message)).replaceFirst("").strip();
    if (text.startsWith(UNKNOWN_FIELD)) {
      text = "this EXCEPT names a field or an index that does not exist, and changes nothing there";
    }
    return (places.length > 0 && places[0].beginLine() > 0
            ? Spans.of(places[0]).line()
            : placeOf(text))
        + ": "
        + text;
  }

  /** Where to look for the reason of a warning that names no place. */
  private String placeOf(String text) {
    ModelConfig config = specification.tool().getModelConfig();
    OpDefNode spec =
        specification.tool().getSpecProcessor().getRootModule().getOpDef(config.getSpec());
    if (text.contains("symmetry set")) {
      return ConfigPlace.of(specification.place(), "SYMMETRY");
    }
    return text.contains("subscript of the next-state relation") && spec != null
        ? Spans.of(spec).line()
        : specification.place().moduleName() + ".tla";
  }
}
