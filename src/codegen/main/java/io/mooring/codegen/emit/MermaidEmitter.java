package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the diagram of the public states for Mermaid. */
final class MermaidEmitter implements Emitter {

  private static final String EVERYWHERE = "EVERY_STATE";

  @Override
  public void emit(Model model, Target target, Sink sink) {
    PublicGraph graph = PublicGraph.of(model);
    List<String> lines = new ArrayList<>();
    lines.add("%% " + target.header());
    lines.add("stateDiagram-v2");
    lines.add("    [*] --> " + graph.nodes().get(graph.initial()));
    for (int i = 0; i < graph.nodes().size(); i++) {
      if (!graph.timers().get(i).isEmpty()) {
        String name = graph.nodes().get(i);
        lines.add(
            "    state \""
                + name
                + "<br/>"
                + String.join("<br/>", graph.timers().get(i))
                + "\" as "
                + name);
      }
    }
    graph
        .arrows()
        .forEach(arrow -> lines.add(arrow(graph.nodes().get(arrow.from()), arrow, graph)));
    if (!graph.everywhere().isEmpty()) {
      lines.add("    state \"every state\" as " + EVERYWHERE);
      graph.everywhere().forEach(arrow -> lines.add(arrow(EVERYWHERE, arrow, graph)));
    }
    sink.put(
        "diagrams/" + Target.stem(model) + ".mmd",
        lines.stream().collect(Collectors.joining("\n", "", "\n")));
  }

  private static String arrow(String from, PublicGraph.Arrow arrow, PublicGraph graph) {
    return "    "
        + from
        + " --> "
        + graph.nodes().get(arrow.to())
        + " : "
        + arrow.labels().stream().map(PublicGraph.Label::text).collect(Collectors.joining("<br/>"));
  }
}
