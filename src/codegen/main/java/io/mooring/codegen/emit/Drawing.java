package io.mooring.codegen.emit;

import java.util.List;

/**
 * A diagram with a place for everything in it, in pixels from its upper left corner.
 *
 * @param width its width
 * @param height its height
 * @param nodes the boxes
 * @param edges the lines between them
 */
public record Drawing(double width, double height, List<Node> nodes, List<Edge> edges) {

  /** Copies the lists. */
  public Drawing {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A box with a name, and lines below the name.
   *
   * @param name its name; empty where the machine begins
   * @param notes the lines below the name
   * @param kind the kind of the box
   * @param x its left side
   * @param y its upper side
   * @param width its width
   * @param height its height
   */
  public record Node(
      String name, List<String> notes, Kind kind, double x, double y, double width, double height) {

    /** Copies the lines. */
    public Node {
      notes = List.copyOf(notes);
    }
  }

  /** The kind of a box. */
  public enum Kind {
    /** A public state. */
    STATE,
    /** Every state at once. */
    EVERYWHERE,
    /** Where the machine begins. */
    START
  }

  /**
   * A line of straight segments, with a separately placed label.
   *
   * @param from index of the box that it leaves
   * @param to index of the box that it enters
   * @param points its ends, and its corners between them
   * @param labels the lines of its label
   * @param labelX left side of the label
   * @param labelY upper side of the label
   */
  public record Edge(
      int from,
      int to,
      List<Point> points,
      List<PublicGraph.Label> labels,
      double labelX,
      double labelY) {

    /** Copies the lists. */
    public Edge {
      points = List.copyOf(points);
      labels = List.copyOf(labels);
    }
  }

  /**
   * A place.
   *
   * @param x from the left side
   * @param y from the upper side
   */
  public record Point(double x, double y) {}
}
