package io.mooring.checker.tlc.inside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;

/** A piece of a specification's text, short enough for a message. */
final class Quoted {

  private static final int LENGTH = 60;

  private Quoted() {}

  /** The text of an expression on one line; empty if it cannot be read. */
  static String of(ModuleFinder finder, SemanticNode node) {
    Location place = node.getLocation();
    try {
      List<String> lines = Files.readAllLines(finder.file(place.source()), StandardCharsets.UTF_8);
      if (place.beginLine() < 1 || place.endLine() > lines.size()) {
        return "";
      }
      StringBuilder text = new StringBuilder();
      for (int i = place.beginLine(); i <= place.endLine(); i++) {
        String line = lines.get(i - 1);
        int from = i == place.beginLine() ? place.beginColumn() - 1 : 0;
        int to = i == place.endLine() ? place.endColumn() : line.length();
        text.append(line, Math.min(from, line.length()), Math.min(to, line.length())).append('\n');
      }
      String flat = text.toString().strip().replaceAll("\\s+", " ");
      return flat.length() <= LENGTH ? flat : flat.substring(0, LENGTH - 3) + "...";
    } catch (IOException unreadable) {
      return "";
    }
  }
}
