package io.mooring.mbt.conformance;

import io.mooring.mbt.run.Answer;
import io.mooring.mbt.run.Projection;
import io.mooring.mbt.run.Scope;

/**
 * The conformance suite of any machine. Extend it with the generated Java and your class, and JUnit
 * checks one against the other:
 *
 * <pre>{@code
 * class DoorConformance extends MachineConformance<Event> {
 *   @Override
 *   protected JavaMachine<Event> machine() {
 *     return JavaMachine.of(Table.class, Event.class);
 *   }
 *
 *   @Override
 *   protected SystemUnderTest<Event, Answer> system() {
 *     return new DoorAdapter(new Door());
 *   }
 * }
 * }</pre>
 *
 * @param <E> the generated enum {@code Event}
 */
public abstract class MachineConformance<E extends Enum<E>> extends ConformanceSuite<E, Answer> {

  /** For subclasses. */
  protected MachineConformance() {}

  /** How much of the system a test can see; everything if not changed. */
  protected Scope scope() {
    return Scope.everything(machine().machine());
  }

  @Override
  protected final Projection<Answer> projection() {
    return scope();
  }
}
