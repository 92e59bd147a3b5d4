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
record Drawing(double width, double height, List<Node> nodes, List<Edge> edges) {

  /** A box with a name, and lines below the name. */
  record Node(
      String name,
      List<String> notes,
      Kind kind,
      double x,
      double y,
      double width,
      double height) {}

  /** The kind of a box. */
  enum Kind {
    /** A public state. */
    STATE,
    /** Every state at once. */
    EVERYWHERE,
    /** Where the machine begins. */
    START
  }

  /** A line of straight segments, with a separately placed label. */
  record Edge(List<Point> points, List<PublicGraph.Label> labels, double labelX, double labelY) {}

  /** A place. */
  record Point(double x, double y) {}
}
