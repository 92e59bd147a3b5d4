package io.mooring.room.harness.conformance;

import io.mooring.room.CompiledEngine;

/** The suite on the compiled engine, of which everything can be seen. */
class CompiledEngineUnderTestConformance extends ConnectionConformance {

  @Override
  protected ConnectionUnderTest connection() {
    return new EngineUnderTest(new CompiledEngine());
  }

  @Override
  protected ConnectionScope scope() {
    return ConnectionScope.EVERYTHING;
  }
}
