package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the diagram of the public states for Graphviz. */
final class DotEmitter implements Emitter {

  private static final String DOT =
      """
      // ${header}
      digraph ${name} {
        bgcolor = "transparent"
        node [shape = box, style = "rounded,filled", fillcolor = "#eef4fb", color = "#31659c", fontname = "Helvetica"]
        edge [color = "#66717f", fontname = "Helvetica", fontsize = 10]

        start [shape = circle, style = filled, fillcolor = "#66717f", color = "#66717f", label = "", width = 0.12]
        ${everywhere}
        ${nodes}

        start -> ${initial}
        ${arrows}
      }
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    PublicGraph graph = PublicGraph.of(model);
    List<String> arrows = new ArrayList<>();
    graph.arrows().forEach(each -> arrows.add(arrow(graph.nodes().get(each.from()), each, graph)));
    graph.everywhere().forEach(each -> arrows.add(arrow("every state", each, graph)));
    String everywhere =
        graph.everywhere().isEmpty() ? "" : "\"every state\" [style = \"rounded,dashed\"]";
    String text =
        Template.of(DOT)
            .with("header", target.header())
            .with("name", model.module())
            .with("everywhere", everywhere)
            .with("nodes", nodes(graph))
            .with("initial", quote(graph.nodes().get(graph.initial())))
            .with("arrows", arrows)
            .text();
    sink.put("diagrams/" + Target.stem(model) + ".dot", text);
  }

  private static List<String> nodes(PublicGraph graph) {
    List<String> nodes = new ArrayList<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      String name = graph.nodes().get(i);
      List<String> timers = graph.timers().get(i);
      nodes.add(
          timers.isEmpty()
              ? quote(name)
              : quote(name) + " [label = " + quote(name + "\n" + String.join("\n", timers)) + "]");
    }
    return nodes;
  }

  private static String arrow(String from, PublicGraph.Arrow arrow, PublicGraph graph) {
    String label =
        arrow.labels().stream().map(PublicGraph.Label::text).collect(Collectors.joining("\n"));
    return quote(from)
        + " -> "
        + quote(graph.nodes().get(arrow.to()))
        + " [label = "
        + quote(label)
        + "]";
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
