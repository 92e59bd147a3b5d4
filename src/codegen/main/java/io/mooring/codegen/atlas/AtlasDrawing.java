package io.mooring.codegen.atlas;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.codegen.emit.DiagramLayout;
import io.mooring.codegen.emit.Drawing;
import io.mooring.codegen.emit.EdgePath;
import io.mooring.codegen.emit.PublicGraph;

/** A diagram as JSON, with a place for everything in it: the page draws and never lays out. */
final class AtlasDrawing {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AtlasDrawing() {}

  static ObjectNode of(PublicGraph graph) {
    Drawing drawing = DiagramLayout.of(graph);
    ObjectNode node =
        JSON.objectNode()
            .put("width", round(drawing.width()))
            .put("height", round(drawing.height()));
    ArrayNode boxes = node.putArray("nodes");
    drawing.nodes().forEach(each -> boxes.add(box(each)));
    ArrayNode edges = node.putArray("edges");
    drawing.edges().forEach(each -> edges.add(edge(each)));
    return node;
  }

  private static ObjectNode box(Drawing.Node box) {
    ObjectNode node =
        JSON.objectNode()
            .put("name", box.name())
            .put("kind", box.kind().name())
            .put("x", round(box.x()))
            .put("y", round(box.y()))
            .put("width", round(box.width()))
            .put("height", round(box.height()));
    ArrayNode notes = node.putArray("notes");
    box.notes().forEach(notes::add);
    return node;
  }

  private static ObjectNode edge(Drawing.Edge edge) {
    ObjectNode node =
        JSON.objectNode()
            .put("from", edge.from())
            .put("to", edge.to())
            .put("line", EdgePath.line(edge))
            .put("head", EdgePath.head(edge))
            .put("x", round(edge.labelX()))
            .put("y", round(edge.labelY()));
    ArrayNode labels = node.putArray("labels");
    edge.labels().forEach(each -> labels.add(label(each)));
    return node;
  }

  private static ArrayNode label(PublicGraph.Label label) {
    return JSON.arrayNode()
        .add(label.event())
        .add(label.told())
        .add(label.told().isEmpty() ? 0 : round(DiagramLayout.codeWidth(label)));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
