package io.mooring.codegen.emit;

import java.util.List;
import java.util.Locale;

/** The line of a drawing as the path of an SVG picture: rounded corners, and a head at its end. */
public final class EdgePath {

  private static final double CORNER = 7;
  private static final double HEAD = 9;

  private EdgePath() {}

  /** The line up to its head. */
  public static String line(Drawing.Edge edge) {
    List<Drawing.Point> points = edge.points();
    int last = points.size() - 1;
    StringBuilder path = new StringBuilder("M" + place(points.get(0)));
    for (int i = 1; i < last; i++) {
      Drawing.Point corner = points.get(i);
      Drawing.Point before = points.get(i - 1);
      Drawing.Point after = points.get(i + 1);
      double radius =
          Math.min(CORNER, Math.min(distance(corner, before), distance(corner, after)) / 2);
      path.append(" L").append(place(towards(corner, before, radius)));
      path.append(" Q").append(place(corner)).append(' ');
      path.append(place(towards(corner, after, radius)));
    }
    return path.append(" L")
        .append(place(towards(points.get(last), points.get(last - 1), HEAD - 2)))
        .toString();
  }

  /** The head of the line. */
  public static String head(Drawing.Edge edge) {
    List<Drawing.Point> points = edge.points();
    Drawing.Point tip = points.get(points.size() - 1);
    Drawing.Point base = towards(tip, points.get(points.size() - 2), HEAD);
    double dx = (tip.x() - base.x()) / HEAD * 4.5;
    double dy = (tip.y() - base.y()) / HEAD * 4.5;
    return String.format(
        Locale.ROOT,
        "M%s L%s L%s Z",
        place(tip),
        place(new Drawing.Point(base.x() - dy, base.y() + dx)),
        place(new Drawing.Point(base.x() + dy, base.y() - dx)));
  }

  /** A number with one decimal at most, without a sign for zero. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.replaceAll("\\.0$", "").replaceAll("^-0$", "0");
  }

  private static String place(Drawing.Point point) {
    return number(point.x()) + " " + number(point.y());
  }

  private static Drawing.Point towards(Drawing.Point from, Drawing.Point to, double by) {
    double length = distance(from, to);
    double share = length == 0 ? 0 : Math.min(1, by / length);
    return new Drawing.Point(
        from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
  }

  private static double distance(Drawing.Point a, Drawing.Point b) {
    return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
  }
}
