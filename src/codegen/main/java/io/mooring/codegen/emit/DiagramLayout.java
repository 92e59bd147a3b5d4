package io.mooring.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.EdgeLabelSideSelection;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Finds a place for every node, arrow and label of a {@link PublicGraph}, by ELK's layers. */
public final class DiagramLayout {

  static final double NODE_FONT = 15;
  static final double LABEL_FONT = 13;
  static final double LINE = 17;
  static final double NOTE_FONT = 11.5;
  static final double NOTE_LINE = 15;

  private static final double NODE_HEIGHT = 42;
  private static final double START = 14;
  private static final double JOG = 3;

  private final PublicGraph graph;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<Drawing.Kind> kinds = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<List<String>> notes = new ArrayList<>();
  private final List<ElkEdge> edges = new ArrayList<>();
  private final List<List<PublicGraph.Label>> labels = new ArrayList<>();

  private DiagramLayout(PublicGraph graph) {
    this.graph = graph;
  }

  /** The diagram with a place for everything. */
  public static Drawing of(PublicGraph graph) {
    DiagramLayout layout = new DiagramLayout(graph);
    layout.build();
    layout.run();
    return layout.drawing();
  }

  private void build() {
    int start = node("", List.of(), Drawing.Kind.START);
    int first = nodes.size();
    for (int i = 0; i < graph.nodes().size(); i++) {
      node(graph.nodes().get(i), graph.timers().get(i), Drawing.Kind.STATE);
    }
    edge(nodes.get(start), nodes.get(first + graph.initial()), List.of());
    graph
        .arrows()
        .forEach(
            arrow ->
                edge(
                    nodes.get(first + arrow.from()),
                    nodes.get(first + arrow.to()),
                    arrow.labels()));
    if (!graph.everywhere().isEmpty()) {
      int everywhere = node("every state", List.of(), Drawing.Kind.EVERYWHERE);
      graph
          .everywhere()
          .forEach(
              arrow -> edge(nodes.get(everywhere), nodes.get(first + arrow.to()), arrow.labels()));
    }
  }

  private int node(String name, List<String> notes, Drawing.Kind kind) {
    ElkNode node = ElkGraphUtil.createNode(root);
    boolean start = kind == Drawing.Kind.START;
    double text = TextWidth.ofBold(name, NODE_FONT);
    for (String note : notes) {
      text = Math.max(text, TextWidth.of(note, NOTE_FONT));
    }
    node.setDimensions(
        start ? START : Math.max(90, text + 32),
        start ? START : NODE_HEIGHT + notes.size() * NOTE_LINE);
    nodes.add(node);
    kinds.add(kind);
    names.add(name);
    this.notes.add(notes);
    return nodes.size() - 1;
  }

  private void edge(ElkNode from, ElkNode to, List<PublicGraph.Label> text) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
    if (!text.isEmpty()) {
      ElkLabel label = ElkGraphUtil.createLabel("label", edge);
      double width = text.stream().mapToDouble(DiagramLayout::labelWidth).max().orElse(0);
      label.setDimensions(Math.ceil(width) + 10, text.size() * LINE + 4);
    }
    edges.add(edge);
    labels.add(text);
  }

  /** The width of a line of a label: the event, and its code smaller beside it. */
  static double labelWidth(PublicGraph.Label label) {
    double event =
        label.command()
            ? TextWidth.ofBold(label.event(), LABEL_FONT)
            : TextWidth.of(label.event(), LABEL_FONT);
    return label.told().isEmpty() ? event : event + 6 + codeWidth(label);
  }

  /** The width of the shield with the code. */
  public static double codeWidth(PublicGraph.Label label) {
    return TextWidth.of(label.told(), LABEL_FONT - 2.5) + 8;
  }

  private void run() {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.RANDOM_SEED, 1);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(22));
    root.setProperty(CoreOptions.SPACING_NODE_NODE, 36.0);
    root.setProperty(CoreOptions.SPACING_EDGE_NODE, 18.0);
    root.setProperty(CoreOptions.SPACING_EDGE_EDGE, 14.0);
    root.setProperty(CoreOptions.SPACING_EDGE_LABEL, 3.0);
    root.setProperty(CoreOptions.SPACING_NODE_SELF_LOOP, 18.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 20.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
    root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.NETWORK_SIMPLEX);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    root.setProperty(LayeredOptions.THOROUGHNESS, 50);
    root.setProperty(LayeredOptions.EDGE_LABELS_SIDE_SELECTION, EdgeLabelSideSelection.ALWAYS_UP);
    root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
  }

  private Drawing drawing() {
    List<Drawing.Node> boxes = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      ElkNode node = nodes.get(i);
      boxes.add(
          new Drawing.Node(
              names.get(i),
              notes.get(i),
              kinds.get(i),
              node.getX(),
              node.getY(),
              node.getWidth(),
              node.getHeight()));
    }
    List<Drawing.Edge> lines = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      ElkEdge edge = edges.get(i);
      double x = edge.getLabels().isEmpty() ? 0 : edge.getLabels().get(0).getX();
      double y = edge.getLabels().isEmpty() ? 0 : edge.getLabels().get(0).getY();
      int from = nodes.indexOf((ElkNode) edge.getSources().get(0));
      int to = nodes.indexOf((ElkNode) edge.getTargets().get(0));
      lines.add(new Drawing.Edge(from, to, points(edge.getSections().get(0)), labels.get(i), x, y));
    }
    return new Drawing(root.getWidth(), root.getHeight(), boxes, lines);
  }

  private static List<Drawing.Point> points(ElkEdgeSection section) {
    List<Drawing.Point> points = new ArrayList<>();
    points.add(new Drawing.Point(section.getStartX(), section.getStartY()));
    section
        .getBendPoints()
        .forEach(bend -> points.add(new Drawing.Point(bend.getX(), bend.getY())));
    points.add(new Drawing.Point(section.getEndX(), section.getEndY()));
    return withoutJog(points);
  }

  /** Lets a line that leaves or enters a box with a jog of a pixel or two run straight instead. */
  private static List<Drawing.Point> withoutJog(List<Drawing.Point> points) {
    for (int i = 1; i + 2 < points.size(); i++) {
      double jog = Math.abs(points.get(i).x() - points.get(i + 1).x());
      boolean level = points.get(i).y() == points.get(i + 1).y();
      if (level && jog < JOG && i == 1) {
        List<Drawing.Point> straight = new ArrayList<>(points.subList(3, points.size()));
        straight.add(0, new Drawing.Point(points.get(2).x(), points.get(0).y()));
        return withoutJog(straight);
      }
      if (level && jog < JOG && i + 3 == points.size()) {
        List<Drawing.Point> straight = new ArrayList<>(points.subList(0, i));
        straight.add(new Drawing.Point(points.get(i).x(), points.get(i + 2).y()));
        return straight;
      }
    }
    return points;
  }
}
