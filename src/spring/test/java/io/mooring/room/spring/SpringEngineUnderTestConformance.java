package io.mooring.room.spring;

import io.mooring.room.Engine;
import io.mooring.room.harness.conformance.ConnectionConformance;
import io.mooring.room.harness.conformance.ConnectionScope;
import io.mooring.room.harness.conformance.ConnectionUnderTest;
import io.mooring.room.harness.conformance.EngineUnderTest;
import java.util.function.Supplier;

/** The suite on the Spring engine, of which everything can be seen. */
class SpringEngineUnderTestConformance extends ConnectionConformance {
  private static final Supplier<Engine> ENGINES = new SpringEngines();

  @Override
  protected ConnectionUnderTest connection() {
    return new EngineUnderTest(ENGINES.get());
  }

  @Override
  protected ConnectionScope scope() {
    return ConnectionScope.EVERYTHING;
  }

  /** A Spring machine takes a thousand times as long as a table: pairs are enough for it. */
  @Override
  protected int sequenceLength() {
    return 2;
  }

  @Override
  protected int extraStates() {
    return 0;
  }
}
