package io.mooring.checker.tlc.inside;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;

/** The definitions through which an evaluation reached a place. */
final class Route {

  private static final int SHOWN = 8;

  private final List<OpDefNode> definitions = new ArrayList<>();
  private final Map<SemanticNode, Optional<OpDefNode>> known = new HashMap<>();

  Route(Specification specification) {
    Set<SemanticNode> seen = new LinkedHashSet<>();
    for (ModuleNode module :
        specification.tool().getSpecProcessor().getModuleTbl().getModuleNodes()) {
      for (OpDefNode definition : module.getOpDefs()) {
        add(definition, seen);
      }
    }
    // The innermost comes first; of a definition and its copies by INSTANCE, the original.
    definitions.sort(
        Comparator.comparingInt(Route::lines)
            .thenComparingInt(each -> each.getLocation().endColumn())
            .thenComparingInt(each -> each.getName().toString().length()));
  }

  private void add(OpDefNode definition, Set<SemanticNode> seen) {
    if (definition.getBody() != null && seen.add(definition)) {
      definitions.add(definition);
      collect(definition.getBody(), seen);
    }
  }

  private void collect(SemanticNode node, Set<SemanticNode> seen) {
    if (node instanceof LetInNode let) {
      for (OpDefNode local : let.getLets()) {
        add(local, seen);
      }
    }
    SemanticNode[] children = node.getChildren();
    if (children != null) {
      for (SemanticNode child : children) {
        if (child != null && seen.add(child)) {
          collect(child, seen);
        }
      }
    }
  }

  private static int lines(OpDefNode definition) {
    return definition.getLocation().endLine() - definition.getLocation().beginLine();
  }

  /**
   * The definitions, each once, with the lines in them at which they were left, the outermost
   * first; empty if there is only one.
   */
  String of(List<SemanticNode> path) {
    Map<String, String> stops = new LinkedHashMap<>();
    for (SemanticNode node : path) {
      around(node)
          .map(definition -> definition.getName().toString())
          .ifPresent(name -> stops.put(name, name + " (" + Spans.of(node).line() + ")"));
    }
    List<String> all = new ArrayList<>(stops.values());
    if (all.size() > SHOWN) {
      int half = SHOWN / 2;
      List<String> hidden = all.subList(half, all.size() - half);
      String left = hidden.size() + " more";
      hidden.clear();
      all.add(half, left);
    }
    return all.size() < 2 ? "" : String.join(" > ", all);
  }

  private Optional<OpDefNode> around(SemanticNode node) {
    return known.computeIfAbsent(
        node,
        unknown ->
            definitions.stream()
                .filter(each -> contains(each.getLocation(), unknown.getLocation()))
                .findFirst());
  }

  private static boolean contains(Location outer, Location inner) {
    return outer.source().equals(inner.source())
        && before(outer.beginLine(), outer.beginColumn(), inner.beginLine(), inner.beginColumn())
        && before(inner.endLine(), inner.endColumn(), outer.endLine(), outer.endColumn());
  }

  private static boolean before(int line, int column, int otherLine, int otherColumn) {
    return line < otherLine || (line == otherLine && column <= otherColumn);
  }
}
