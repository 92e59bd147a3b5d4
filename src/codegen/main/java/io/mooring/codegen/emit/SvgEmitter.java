package io.mooring.codegen.emit;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the diagram of the public states as a picture that reads well on light and on dark pages.
 *
 * <p>It brings its own background, which follows the reader's preference, so it is legible on
 * either page even where page and preference differ.
 */
final class SvgEmitter implements Emitter {

  private static final double LEGEND = 34;

  private static final String SVG =
      """
      <!-- ${header} -->
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
        <title id="title">${module}: public states</title>
        <desc id="description">${description}</desc>
        <style>
          .page { fill: #ffffff; stroke: #d5dbe3; }
          .state { fill: #e9f1fb; stroke: #3b6ea8; stroke-width: 1.5; }
          .everywhere { fill: none; stroke: #8391a3; stroke-width: 1.3; stroke-dasharray: 5 4; }
          .start { fill: #5b6675; }
          .line { fill: none; stroke: #7d8a9a; stroke-width: 1.4; }
          .head { fill: #7d8a9a; }
          .halo { fill: #ffffff; }
          .shield { fill: #eceff3; }
          text { font-family: Helvetica, Arial, "Liberation Sans", "Segoe UI", sans-serif; font-size: ${labelFont}px; }
          .name { font-size: ${nodeFont}px; font-weight: bold; fill: #17365c; text-anchor: middle; }
          .note { font-size: ${noteFont}px; fill: #3f5876; text-anchor: middle; }
          .every { font-size: ${nodeFont}px; font-style: italic; fill: #5b6675; text-anchor: middle; }
          .command { fill: #0b5cad; font-weight: bold; }
          .fact { fill: #333c47; }
          .code { fill: #5b6675; font-size: ${codeFont}px; text-anchor: middle; }
          @media (prefers-color-scheme: dark) {
            .page { fill: #12171e; stroke: #303a46; }
            .state { fill: #1b2c42; stroke: #6ea4e0; }
            .everywhere { stroke: #8391a3; }
            .start { fill: #9aa7b6; }
            .line { stroke: #8190a2; }
            .head { fill: #8190a2; }
            .halo { fill: #12171e; }
            .shield { fill: #28313c; }
            .name { fill: #d8e7fa; }
            .note { fill: #b4cbe8; }
            .every { fill: #a7b3c1; }
            .command { fill: #7fb8f7; }
            .fact { fill: #d3dae2; }
            .code { fill: #a7b3c1; }
          }
        </style>
        <rect class="page" x="0.5" y="0.5" width="${pageWidth}" height="${pageHeight}" rx="10"/>
        <g>
          ${lines}
        </g>
        <g>
          ${boxes}
        </g>
        <g>
          ${labels}
        </g>
        ${legend}
      </svg>
      """;

  @Override
  public void emit(Model model, Target target, Sink sink) {
    PublicGraph graph = PublicGraph.of(model);
    Drawing drawing = DiagramLayout.of(graph);
    List<String> lines = new ArrayList<>();
    List<String> boxes = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    drawing.edges().forEach(edge -> lines.addAll(line(edge)));
    drawing.nodes().forEach(node -> boxes.addAll(box(node)));
    drawing.edges().forEach(edge -> labels.addAll(label(edge)));
    List<String> legend = legend(model, graph, drawing.height());
    double height = drawing.height() + (legend.isEmpty() ? 0 : LEGEND);
    String text =
        Template.of(SVG)
            .with("header", target.header().replace("--", "- -"))
            .with("module", xml(model.module()))
            .with("description", xml(description(graph)))
            .with("width", EdgePath.number(drawing.width()))
            .with("height", EdgePath.number(height))
            .with("pageWidth", EdgePath.number(drawing.width() - 1))
            .with("pageHeight", EdgePath.number(height - 1))
            .with("labelFont", EdgePath.number(DiagramLayout.LABEL_FONT))
            .with("codeFont", EdgePath.number(DiagramLayout.LABEL_FONT - 2.5))
            .with("nodeFont", EdgePath.number(DiagramLayout.NODE_FONT))
            .with("noteFont", EdgePath.number(DiagramLayout.NOTE_FONT))
            .with("lines", lines)
            .with("boxes", boxes)
            .with("labels", labels)
            .with("legend", legend)
            .text();
    sink.put("diagrams/" + Target.stem(model) + ".svg", text);
  }

  private static String description(PublicGraph graph) {
    List<String> sentences = new ArrayList<>();
    for (PublicGraph.Arrow arrow : graph.arrows()) {
      sentences.add(
          graph.nodes().get(arrow.from())
              + " to "
              + graph.nodes().get(arrow.to())
              + ": "
              + String.join(", ", arrow.labels().stream().map(PublicGraph.Label::text).toList())
              + ".");
    }
    for (PublicGraph.Arrow arrow : graph.everywhere()) {
      sentences.add(
          "Every state to "
              + graph.nodes().get(arrow.to())
              + ": "
              + arrow.labels().get(0).text()
              + ".");
    }
    return String.join(" ", sentences);
  }

  private static List<String> line(Drawing.Edge edge) {
    return List.of(
        "<path class=\"line\" d=\"" + EdgePath.line(edge) + "\"/>",
        "<path class=\"head\" d=\"" + EdgePath.head(edge) + "\"/>");
  }

  private static List<String> box(Drawing.Node node) {
    if (node.kind() == Drawing.Kind.START) {
      double radius = node.width() / 2;
      return List.of(
          String.format(
              Locale.ROOT,
              "<circle class=\"start\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>",
              EdgePath.number(node.x() + radius),
              EdgePath.number(node.y() + radius),
              EdgePath.number(radius)));
    }
    boolean state = node.kind() == Drawing.Kind.STATE;
    double middle = node.x() + node.width() / 2;
    double line =
        node.y() + (node.height() - node.notes().size() * DiagramLayout.NOTE_LINE) / 2 + 5.3;
    List<String> parts = new ArrayList<>();
    parts.add(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"9\"/>",
            state ? "state" : "everywhere",
            EdgePath.number(node.x()),
            EdgePath.number(node.y()),
            EdgePath.number(node.width()),
            EdgePath.number(node.height())));
    parts.add(words(state ? "name" : "every", middle, line, node.name()));
    for (String note : node.notes()) {
      line += DiagramLayout.NOTE_LINE;
      parts.add(words("note", middle, line, note));
    }
    return parts;
  }

  private static String words(String style, double x, double y, String text) {
    return String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>",
        style,
        EdgePath.number(x),
        EdgePath.number(y),
        xml(text));
  }

  private static List<String> label(Drawing.Edge edge) {
    List<String> parts = new ArrayList<>();
    double y = edge.labelY() + 2;
    for (PublicGraph.Label label : edge.labels()) {
      parts.addAll(labelLine(label, edge.labelX() + 5, y));
      y += DiagramLayout.LINE;
    }
    return parts;
  }

  private static List<String> labelLine(PublicGraph.Label label, double x, double y) {
    List<String> parts = new ArrayList<>();
    double event = x;
    if (!label.told().isEmpty()) {
      double width = DiagramLayout.codeWidth(label);
      parts.add(
          String.format(
              Locale.ROOT,
              "<rect class=\"shield\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"14\" rx=\"4\"/>",
              EdgePath.number(x),
              EdgePath.number(y + 1.5),
              EdgePath.number(width)));
      parts.add(
          String.format(
              Locale.ROOT,
              "<text class=\"code\" x=\"%s\" y=\"%s\">%s</text>",
              EdgePath.number(x + width / 2),
              EdgePath.number(y + 12.2),
              xml(label.told())));
      event += width + 5;
    }
    parts.add(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>",
            label.command() ? "command" : "fact",
            EdgePath.number(event),
            EdgePath.number(y + 13),
            xml(label.event())));
    return parts;
  }

  private static List<String> legend(Model model, PublicGraph graph, double top) {
    boolean told =
        graph.arrows().stream()
            .flatMap(arrow -> arrow.labels().stream())
            .anyMatch(label -> !label.told().isEmpty());
    List<String> parts = new ArrayList<>();
    double y = top + 8;
    parts.add(
        String.format(
            Locale.ROOT,
            "<text class=\"command\" x=\"24\" y=\"%s\">commands</text>",
            EdgePath.number(y)));
    parts.add(
        String.format(
            Locale.ROOT,
            "<text class=\"fact\" x=\"158\" y=\"%s\">facts</text>",
            EdgePath.number(y)));
    if (told) {
      PublicGraph.Label sample = new PublicGraph.Label("code of a notification", false, "0");
      parts.addAll(labelLine(sample, 306, y - 13));
    }
    return model.events().isEmpty() ? List.of() : parts;
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
