package io.mooring.room.harness.conformance;

import io.mooring.room.CompiledEngine;

/** The suite on the whole connection, from the outside. */
class RoomConnectionConformance extends ConnectionConformance {

  @Override
  protected ConnectionUnderTest connection() {
    return new RoomConnectionUnderTest(CompiledEngine::new);
  }

  @Override
  protected ConnectionScope scope() {
    return RoomConnectionUnderTest.SCOPE;
  }

  @Override
  protected int sequenceLength() {
    return 3;
  }
}
