package io.mooring.room.codegen.tlc.inside;

import io.mooring.room.codegen.tlc.CheckResult.Vacuity;
import io.mooring.room.codegen.tlc.TlcException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.util.BitVector;
import tlc2.util.IStateWriter;

/**
 * Sees every state and step of a check and remembers what was exercised: which actions fired, and
 * for which antecedents a witness was met.
 *
 * <p>An antecedent is evaluated until its first witness and never again.
 */
final class Watch implements IStateWriter {

  private final Map<Action, NamedAction> idle = new HashMap<>();
  private final Map<String, NamedAction> byName = new LinkedHashMap<>();
  private final List<Antecedent> open = new ArrayList<>();
  private final Predicates predicates;
  private @Nullable OpDefNode observed;
  private boolean observedViolated;
  private long initial;
  private int depth;

  Watch(Specification specification) throws TlcException {
    predicates = new Predicates(specification.tool());
    if (specification.place().observed().isPresent()) {
      String name = specification.place().observed().get();
      observed = specification.tool().getRootModule().getOpDef(name);
      if (observed == null) {
        throw new TlcException(specification.place().module() + ": defines no " + name);
      }
    }
    for (NamedAction action : specification.actions()) {
      idle.put(action.action(), action);
      byName.putIfAbsent(action.name(), action);
    }
    if (specification.place().vacuity()) {
      open.addAll(new Antecedents(specification.tool()).all());
    }
  }

  long initialStates() {
    return initial;
  }

  /** States on the longest of the shortest ways to a state. */
  int depth() {
    return depth;
  }

  /** Whether a state or step violated the observed property. */
  boolean observedViolated() {
    return observedViolated;
  }

  /** What was not exercised, in the order of the specification. */
  synchronized List<Vacuity> vacuities() {
    List<Vacuity> all = new ArrayList<>();
    byName.forEach(
        (name, action) ->
            all.add(
                new Vacuity(
                    name,
                    action.span(),
                    action.span().line() + ": action " + name + " never happens")));
    for (Antecedent antecedent : open) {
      all.add(new Vacuity(antecedent.property(), antecedent.span(), antecedent.complaint()));
    }
    return all;
  }

  @Override
  public synchronized void writeState(TLCState state) {
    initial++;
    depth = Math.max(depth, 1);
    witness(state, state, false);
    observe(state, state);
  }

  @Override
  public synchronized void writeState(
      TLCState state, TLCState successor, boolean isNew, Action action) {
    NamedAction fired = idle.remove(action);
    if (fired != null) {
      byName.remove(fired.name());
    }
    if (isNew) {
      depth = Math.max(depth, state.getLevel() + 1);
    }
    if (!open.isEmpty()) {
      witness(state, successor, true);
    }
    observe(state, successor);
  }

  private void observe(TLCState before, TLCState after) {
    if (observed != null && !observedViolated) {
      observedViolated = !predicates.holds(observed, before, after);
    }
  }

  private void witness(TLCState before, TLCState after, boolean step) {
    for (Iterator<Antecedent> each = open.iterator(); each.hasNext(); ) {
      Antecedent antecedent = each.next();
      if ((step || !antecedent.needsStep()) && antecedent.isWitnessed(before, after)) {
        each.remove();
      }
    }
  }

  @Override
  public void writeState(TLCState state, TLCState successor, boolean isNew) {
    throw new UnsupportedOperationException("A step without its action");
  }

  @Override
  public void writeState(TLCState state, TLCState successor, boolean isNew, Visualization kind) {
    // Stuttering steps of the liveness graph: nothing new.
  }

  @Override
  public void writeState(
      TLCState state, TLCState successor, BitVector checks, int from, int length, boolean isNew) {
    // Drawings of the liveness graph: nothing new.
  }

  @Override
  public void writeState(
      TLCState state,
      TLCState successor,
      BitVector checks,
      int from,
      int length,
      boolean isNew,
      Visualization kind) {
    // Drawings of the liveness graph: nothing new.
  }

  @Override
  public void close() {}

  @Override
  public String getDumpFileName() {
    return "";
  }

  @Override
  public boolean isNoop() {
    return false;
  }

  @Override
  public boolean isDot() {
    return false;
  }

  @Override
  public void snapshot() {}
}
