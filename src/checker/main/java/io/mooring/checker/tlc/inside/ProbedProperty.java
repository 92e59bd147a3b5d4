package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlcException;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.TLCState;

/** A safety property of which a run says whether it is violated, without stopping there. */
final class ProbedProperty {

  private final Predicates predicates;
  private final OpDefNode property;
  private volatile boolean violated;

  ProbedProperty(Specification specification, String name) throws TlcException {
    predicates = new Predicates(specification.tool());
    property = specification.definition(name);
  }

  boolean violated() {
    return violated;
  }

  void look(TLCState before, TLCState after) {
    if (!violated && !predicates.holds(property, before, after)) {
      violated = true;
    }
  }
}
