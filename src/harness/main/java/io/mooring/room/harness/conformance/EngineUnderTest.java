package io.mooring.room.harness.conformance;

import io.mooring.room.Engine;
import io.mooring.room.spec.Event;

/** An engine alone: it shows everything ({@link Scope#EVERYTHING}). */
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
  public Answer apply(Event event) {
    Answer answer = Answer.of(engine.step(event));
    return new Answer(
        engine.location().state(), answer.notifications(), answer.code(), answer.effects());
  }
}
