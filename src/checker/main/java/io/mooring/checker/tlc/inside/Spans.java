package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.SourceSpan;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;

/** Places in SANY's notation and in ours. */
final class Spans {

  private Spans() {}

  static SourceSpan of(SemanticNode node) {
    return of(node.getLocation());
  }

  static SourceSpan of(Location place) {
    return new SourceSpan(
        place.source(), place.beginLine(), place.beginColumn(), place.endLine(), place.endColumn());
  }
}
