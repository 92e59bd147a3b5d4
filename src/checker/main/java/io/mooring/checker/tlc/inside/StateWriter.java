package io.mooring.checker.tlc.inside;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.util.BitVector;
import tlc2.util.IStateWriter;

/**
 * What TLC tells of each state and step, in the methods of all families: those of 1.7 say by a
 * boolean whether a state is new, and those of 1.8 by flags. A family sees its own alone, so the
 * others override nothing.
 */
@SuppressWarnings("unused")
abstract class StateWriter implements IStateWriter {

  /** The flag of a state that was seen before; a step that a constraint leaves out has another. */
  private static final short SEEN = 1;

  /** A new initial state. */
  abstract void initial(TLCState state);

  /** A step that no constraint leaves out. */
  abstract void step(TLCState state, TLCState successor, boolean isNew, Action action);

  /** Throws the error that says so, if the loaded checker asks for a method that is not here. */
  static void verify() {
    for (Method asked : IStateWriter.class.getMethods()) {
      try {
        Method found = StateWriter.class.getMethod(asked.getName(), asked.getParameterTypes());
        if (Modifier.isAbstract(found.getModifiers())) {
          throw new AbstractMethodError(asked + ", in a form that this checker alone has");
        }
      } catch (NoSuchMethodException inherited) {
        throw new AbstractMethodError(asked.toString());
      }
    }
  }

  @Override
  public final void writeState(TLCState state) {
    initial(state);
  }

  @Override
  public final void writeState(TLCState state, TLCState successor, boolean isNew, Action action) {
    step(state, successor, isNew, action);
  }

  /** Family 1.8. */
  public final void writeState(TLCState state, TLCState successor, short flags, Action action) {
    step(state, successor, (flags & SEEN) == 0, action);
  }

  @Override
  public final void writeState(TLCState state, TLCState successor, boolean isNew) {
    throw withoutAction();
  }

  /** Family 1.8. */
  public final void writeState(TLCState state, TLCState successor, short flags) {
    throw withoutAction();
  }

  private static UnsupportedOperationException withoutAction() {
    return new UnsupportedOperationException("A step without its action");
  }

  /** Family 1.8: a step that a constraint leaves out, which TLC reports only if it is asked to. */
  public final void writeState(
      TLCState state, TLCState successor, short flags, Action action, SemanticNode constraint) {}

  /** A stuttering step of the liveness graph: nothing new. */
  @Override
  public final void writeState(
      TLCState state, TLCState successor, boolean isNew, Visualization kind) {}

  /** Family 1.8. */
  public final void writeState(
      TLCState state, TLCState successor, short flags, Visualization kind) {}

  /** A drawing of the liveness graph: nothing new. */
  @Override
  public final void writeState(
      TLCState state, TLCState successor, BitVector checks, int from, int length, boolean isNew) {}

  /** Family 1.8. */
  public final void writeState(
      TLCState state, TLCState successor, BitVector checks, int from, int length, short flags) {}

  /** A drawing of the liveness graph: nothing new. */
  @Override
  public final void writeState(
      TLCState state,
      TLCState successor,
      BitVector checks,
      int from,
      int length,
      boolean isNew,
      Visualization kind) {}

  /** Family 1.8. */
  public final void writeState(
      TLCState state,
      TLCState successor,
      BitVector checks,
      int from,
      int length,
      short flags,
      Visualization kind) {}

  @Override
  public final void close() {}

  @Override
  public final String getDumpFileName() {
    return "";
  }

  @Override
  public final boolean isNoop() {
    return false;
  }

  @Override
  public final boolean isDot() {
    return false;
  }

  /** Family 1.8: whether it wants the steps that a constraint leaves out. */
  public final boolean isConstrained() {
    return false;
  }

  @Override
  public final void snapshot() {}
}
