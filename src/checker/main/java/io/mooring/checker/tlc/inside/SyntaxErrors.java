package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.LibraryJar;
import io.mooring.checker.tlc.Nearest;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;
import tla2sany.st.Location;

/** Why a specification does not parse: each error once, with the file that it is in. */
final class SyntaxErrors {

  private static final Pattern PARSING =
      Pattern.compile("Parsing module (\\w+) in file [^\\n]*?\\.tla");
  private static final Pattern NO_MODULE =
      Pattern.compile("Cannot find source file for module (\\w+)(?: imported in module (\\w+))?");
  private static final Pattern OTHER_NAME =
      Pattern.compile("File name '(.*?)' does not match the name '(.*?)'");
  private static final Pattern CIRCLE = Pattern.compile("dependency cycle is:\\s*(.*)");
  private static final Pattern UNKNOWN = Pattern.compile("Unknown operator: `(.*?)'\\.?");
  private static final Pattern HEAD = Pattern.compile("-{4,}\\s*MODULE\\s+\\w+");
  private static final Pattern DEFINED =
      Pattern.compile("(?m)^\\s*(?:LOCAL\\s+)?(\\w+)\\s*(?:\\([^)=]*\\)|\\[[^\\]=]*\\])?\\s*==");

  /** Where operators are defined that people use without the module. */
  private static final Map<String, List<String>> STANDARD =
      Map.of(
          "Naturals",
          List.of(
              "Nat", "+", "-", "*", "^", "<", ">", "<=", "=<", "\\leq", ">=", "\\geq", "..", "%",
              "\\div"),
          "Integers",
          List.of("Int", "-."),
          "Sequences",
          List.of("Seq", "Len", "Append", "Head", "Tail", "SubSeq", "SelectSeq", "\\o", "\\circ"),
          "FiniteSets",
          List.of("Cardinality", "IsFiniteSet"),
          "Bags",
          List.of("EmptyBag", "SetToBag", "BagToSet", "BagIn", "IsABag", "(+)", "(-)"),
          "TLC",
          List.of(
              "Print",
              "PrintT",
              "Assert",
              "Permutations",
              "SortSeq",
              "ToString",
              ":>",
              "@@",
              "TLCGet",
              "TLCSet",
              "RandomElement"));

  private final RunRequest place;
  private final ModuleFinder finder;
  private final String printed;
  private final Set<String> messages = new LinkedHashSet<>();
  private @Nullable SourceSpan first;

  /**
   * The errors of a specification.
   *
   * @param printed what SANY has printed about it
   */
  SyntaxErrors(RunRequest place, ModuleFinder finder, String printed) {
    this.place = place;
    this.finder = finder;
    this.printed = printed;
  }

  /** The refusal of a specification that did not parse. */
  TlcException refusal(SpecObj spec) {
    for (Errors stage : Family.LOADED.stages(spec)) {
      for (String error : Family.LOADED.errors(stage)) {
        if (stage == spec.parseErrors) {
          parse(error);
        } else if (stage == spec.semanticErrors) {
          semantic(error);
        } else {
          add(place.moduleName(), 0, 0, Parser.oneLine(error));
        }
      }
    }
    if (messages.isEmpty()) {
      unread();
    }
    return new TlcException(String.join("\n", messages), first, null);
  }

  private void parse(String error) {
    Matcher missing = NO_MODULE.matcher(error);
    Matcher other = OTHER_NAME.matcher(error);
    Matcher circle = CIRCLE.matcher(error);
    if (missing.find()) {
      missing(missing.group(1), missing.group(2) == null ? place.moduleName() : missing.group(2));
    } else if (other.find()) {
      at(
          other.group(1),
          other.group(2),
          String.format(
              Locale.ROOT,
              "the module in this file is called %s; file and module must have the same name",
              other.group(2)));
    } else if (circle.find()) {
      List<String> files = List.of(circle.group(1).strip().split(" --> ", -1));
      List<String> names = files.stream().map(file -> file.replaceFirst("\\.tla$", "")).toList();
      at(
          names.get(0),
          names.get(1),
          "the modules need each other in a circle: " + String.join(" > ", names));
    } else if (text(lastParsed()).isBlank()) {
      unread();
    } else {
      String module = lastParsed();
      Complaint complaint = Complaint.of(printed.substring(lastBegin()));
      add(module, complaint.line(), complaint.column(), complaint.text());
    }
  }

  private void semantic(String error) {
    Location[] places = Location.getParsedLocations(error);
    String text = Parser.oneLine(error.substring(error.indexOf('\n') + 1));
    if (places.length == 0 || places[0].beginLine() == 0) {
      add(place.moduleName(), 0, 0, Parser.oneLine(error));
      return;
    }
    SourceSpan span = Spans.of(places[0]);
    Matcher unknown = UNKNOWN.matcher(text);
    if (unknown.matches()) {
      text = unknown(unknown.group(1), span.module());
    }
    add(span.module(), span.beginLine(), span.beginColumn(), text);
  }

  private String unknown(String name, String module) {
    for (Map.Entry<String, List<String>> each : STANDARD.entrySet()) {
      if (each.getValue().contains(name)) {
        return String.format(
            Locale.ROOT,
            "%s is not defined; it is an operator of the standard module %s, so EXTENDS %s",
            name,
            each.getKey(),
            each.getKey());
      }
    }
    List<String> names = new ArrayList<>();
    Matcher defined = DEFINED.matcher(text(module));
    while (defined.find()) {
      names.add(defined.group(1));
    }
    STANDARD.values().forEach(names::addAll);
    return name + " is not defined" + standIns() + Nearest.question(name, names);
  }

  /** {@return what to do if the name is one of a module that only has a stand-in here} */
  private String standIns() {
    Set<String> read = new LinkedHashSet<>();
    Matcher parsing = PARSING.matcher(printed);
    while (parsing.find()) {
      read.add(parsing.group(1));
    }
    read.removeIf(module -> !finder.isStandIn(module));
    return read.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "; if it is one of what %s has or extends: there are only stand-ins for modules of proofs here, and"
                + " --library names a folder or a jar with the real ones",
            String.join(", ", read));
  }

  private void missing(String name, String importer) {
    at(importer, name, MissingModule.text(place, name, importer, STANDARD.keySet()));
  }

  /** SANY fails without a message on a text in which no module begins. */
  private void unread() {
    String module = lastParsed();
    String text = text(module);
    if (text.isBlank()) {
      add(module, 1, 1, "the file is empty; a module begins with ---- MODULE " + module + " ----");
    } else if (!HEAD.matcher(text).find()) {
      add(module, 1, 1, "no module begins in this file; expected ---- MODULE " + module + " ----");
    } else {
      Complaint complaint = Complaint.of(printed.substring(lastBegin()));
      add(module, complaint.line(), complaint.column(), complaint.text());
    }
  }

  private String lastParsed() {
    Matcher parsing = PARSING.matcher(printed);
    String module = place.moduleName();
    while (parsing.find()) {
      module = parsing.group(1);
    }
    return module;
  }

  private int lastBegin() {
    Matcher parsing = PARSING.matcher(printed);
    int end = 0;
    while (parsing.find()) {
      end = parsing.end();
    }
    return end;
  }

  /** An error at the place where a module mentions a word. */
  private void at(String module, String word, String text) {
    Matcher mention = Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text(module));
    if (mention.find()) {
      String before = text(module).substring(0, mention.start());
      int line = 1 + (int) before.chars().filter(each -> each == '\n').count();
      add(module, line, mention.start() - before.lastIndexOf('\n'), text);
    } else {
      add(module, 0, 0, text);
    }
  }

  private void add(String module, int line, int column, String text) {
    String where = file(module) + (line == 0 ? "" : ":" + line + ":" + column);
    messages.add(where + ": " + text);
    if (first == null && line > 0) {
      first = new SourceSpan(module, line, column, line, column);
    }
  }

  /** The file of a module as the user knows it. */
  private String file(String module) {
    return module.equals(place.moduleName())
        ? place.module().toString()
        : LibraryJar.shown(finder.file(module));
  }

  private String text(String module) {
    try {
      return Files.readString(finder.file(module), StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
