package io.mooring.room.codegen.tlc.inside;

import io.mooring.room.codegen.tlc.SourceSpan;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.codegen.tlc.Workplace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;
import tla2sany.semantic.ModuleNode;
import tla2sany.st.Location;
import util.ToolIO;

/** A specification as SANY parsed it, or one clear message why it does not parse. */
final class Parser {

  private static final Pattern AT_LINE =
      Pattern.compile("at line (\\d+), col(?:umn)? (\\d+)(?: in module (\\w+))?");
  private static final Pattern NO_MODULE =
      Pattern.compile("Cannot find source file for module (\\w+)(?: imported in module (\\w+))?");
  private static final Pattern STACK = Pattern.compile("(?s)\\n*Residual stack trace follows.*");

  private final Workplace place;
  private final ModuleFinder finder;
  private final SpecObj spec;

  Parser(Workplace place) throws TlcException {
    this.place = place;
    this.finder = new ModuleFinder(place.searchPath(), place.folder());
    this.spec = new SpecObj(place.moduleName(), finder);
    try {
      SANY.frontEndMain(spec, place.moduleName(), ToolIO.out);
    } catch (FrontEndException failure) {
      throw new TlcException(
          place.module() + ": the parser failed: " + failure.getMessage(), failure);
    }
    refuse(spec.initErrors);
    refuse(spec.parseErrors);
    refuse(spec.semanticErrors);
    if (root() == null) {
      throw new TlcException(
          place.module() + ": does not parse" + System.lineSeparator() + allMessages());
    }
  }

  ModuleFinder finder() {
    return finder;
  }

  SpecObj spec() {
    return spec;
  }

  private ModuleNode root() {
    return spec.getExternalModuleTable().getRootModule();
  }

  static String allMessages() {
    return String.join("", ToolIO.getAllMessages());
  }

  /** Throws the first error, in words that name its place, if there is one. */
  private void refuse(Errors errors) throws TlcException {
    if (errors.isSuccess()) {
      return;
    }
    List<String> all = new ArrayList<>(List.of(errors.getErrors()));
    all.addAll(List.of(errors.getAborts()));
    if (all.isEmpty()) {
      all.add(errors.toString());
    }
    // SANY also reports, without a place, that a module could not be parsed; the place comes later.
    all.add(allMessages());
    String first = all.stream().filter(Parser::hasPlace).findFirst().orElse(all.get(0));
    throw refusal(
        first.strip(),
        (int) all.stream().filter(error -> !error.equals(first) && hasPlace(error)).count() - 1);
  }

  private static boolean hasPlace(String error) {
    Location[] places = Location.getParsedLocations(error);
    return AT_LINE.matcher(error).find() || (places.length > 0 && places[0].beginLine() > 0);
  }

  private TlcException refusal(String error, int more) {
    String rest = more > 0 ? " (and " + more + " more)" : "";
    Matcher missing = NO_MODULE.matcher(error);
    if (missing.find()) {
      String importer = missing.group(2);
      return new TlcException(
          String.format(
              Locale.ROOT,
              "%s: no module %s%s; looked in %s and among the standard modules",
              place.module(),
              missing.group(1),
              importer == null ? "" : ", which " + importer + " needs",
              listed(place.searchPath())));
    }
    Location[] places = Location.getParsedLocations(error);
    if (places.length > 0 && places[0].beginLine() > 0) {
      SourceSpan span = Spans.of(places[0]);
      String text = error.substring(error.indexOf('\n') + 1).strip();
      return new TlcException(
          file(span.module()) + ":" + span.beginLine() + ": " + oneLine(text) + rest, span, null);
    }
    Matcher at = AT_LINE.matcher(error);
    if (at.find()) {
      String module = at.group(3) == null ? place.moduleName() : at.group(3);
      int line = Integer.parseInt(at.group(1));
      int column = Integer.parseInt(at.group(2));
      SourceSpan span = new SourceSpan(module, line, column, line, column);
      String text =
          STACK
              .matcher(error)
              .replaceFirst("")
              .replaceFirst("(?s).*\\*\\*\\*Parse Error\\*\\*\\*", "");
      text = text.replaceAll(",? ?at line \\d+, col(umn)? \\d+( in module \\w+)?", "");
      return new TlcException(file(module) + ":" + line + ": " + oneLine(text) + rest, span, null);
    }
    return new TlcException(
        place.module() + ": " + oneLine(STACK.matcher(error).replaceFirst("")) + rest);
  }

  /** The file of a module as the user knows it. */
  private String file(String module) {
    return finder.resolve(module, true).getPath();
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\n\\s*", " ");
  }

  private static String listed(List<Path> folders) {
    return String.join(", ", folders.stream().map(Path::toString).toList());
  }
}
