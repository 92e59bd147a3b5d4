package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything in a picture can be read: nothing lies on a name or a label. */
class DiagramLayoutTest {

  private record Named(String name, Rectangle2D area) {}

  @ParameterizedTest
  @EnumSource
  void nothingOverlaps(Subject subject) throws Exception {
    Drawing drawing = DiagramLayout.of(PublicGraph.of(subject.generated().model()));
    List<Named> areas = new ArrayList<>();
    drawing
        .nodes()
        .forEach(
            node ->
                areas.add(
                    new Named(
                        node.name(),
                        new Rectangle2D.Double(node.x(), node.y(), node.width(), node.height()))));
    List<Named> labels =
        drawing.edges().stream()
            .filter(edge -> !edge.labels().isEmpty())
            .map(DiagramLayoutTest::label)
            .toList();
    assertThat(labels).isNotEmpty();
    areas.addAll(labels);
    List<String> overlaps = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      for (int j = i + 1; j < areas.size(); j++) {
        if (areas.get(i).area().intersects(areas.get(j).area())) {
          overlaps.add(areas.get(i).name() + " on " + areas.get(j).name());
        }
      }
    }
    for (Named label : labels) {
      for (Drawing.Edge edge : drawing.edges()) {
        for (int i = 1; i < edge.points().size(); i++) {
          Drawing.Point a = edge.points().get(i - 1);
          Drawing.Point b = edge.points().get(i);
          if (new Line2D.Double(a.x(), a.y(), b.x(), b.y()).intersects(label.area())) {
            overlaps.add("a line on " + label.name());
          }
        }
      }
    }
    assertThat(overlaps).isEmpty();
  }

  private static Named label(Drawing.Edge edge) {
    double width = edge.labels().stream().mapToDouble(DiagramLayout::labelWidth).max().orElse(0);
    return new Named(
        edge.labels().get(0).text(),
        new Rectangle2D.Double(
            edge.labelX() + 5,
            edge.labelY() + 2,
            width,
            edge.labels().size() * DiagramLayout.LINE));
  }
}
