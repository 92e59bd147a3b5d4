package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlcException;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.TLCState;
import tlc2.util.Context;

/**
 * A state or action predicate of a module that a run tries to make true.
 *
 * @param predicates decides it
 * @param name its name
 * @param definition its definition
 */
record Witness(Predicates predicates, String name, OpDefNode definition) {

  private static final int STATE = 1;
  private static final int ACTION = 2;

  /** The predicate that a module defines under a name. */
  static Witness of(Specification specification, String name) throws TlcException {
    OpDefNode definition = specification.definition(name);
    String what = specification.place().module() + ": " + name;
    if (definition.getArity() > 0) {
      throw new TlcException(
          what
              + " has parameters; a witness is a predicate without, so define one that names them");
    }
    if (definition.getBody().getLevel() > ACTION) {
      throw new TlcException(
          what + " is a temporal formula; a witness is a predicate on states or on steps");
    }
    return new Witness(new Predicates(specification.tool()), name, definition);
  }

  /** Whether it is a predicate on states, and not on steps. */
  boolean isOnStates() {
    return definition.getBody().getLevel() <= STATE;
  }

  /** Whether a step makes the predicate true; a state predicate is decided on its end. */
  boolean isMet(TLCState before, TLCState after, boolean step) {
    if (isOnStates()) {
      return predicates.truth(definition.getBody(), Context.Empty, after, TLCState.Empty);
    }
    return step && predicates.truth(definition.getBody(), Context.Empty, before, after);
  }
}
