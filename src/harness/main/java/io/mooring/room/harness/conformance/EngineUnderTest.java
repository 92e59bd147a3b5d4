package io.mooring.room.harness.conformance;

import io.mooring.room.Engine;
import io.mooring.room.spec.Event;

/** An engine alone, of which everything can be observed ({@link ConnectionScope#EVERYTHING}). */
public final class EngineUnderTest implements ConnectionUnderTest {
  private final Engine engine;

  /**
   * An engine under test.
   *
   * @param engine a new engine
   */
  public EngineUnderTest(Engine engine) {
    this.engine = engine;
  }

  @Override
  public ConnectionAnswer apply(Event event) {
    ConnectionAnswer answer = ConnectionAnswer.of(engine.step(event));
    return new ConnectionAnswer(
        engine.location().state(), answer.notifications(), answer.code(), answer.effects());
  }
}
