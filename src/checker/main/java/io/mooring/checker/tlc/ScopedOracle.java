package io.mooring.checker.tlc;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** An oracle together with the run that it lives in. */
record ScopedOracle(Oracle inside, Runnable end) implements Oracle {

  @Override
  public List<Path> files() {
    return inside.files();
  }

  @Override
  public List<String> variables() {
    return inside.variables();
  }

  @Override
  public List<ListedAction> actions() {
    return inside.actions();
  }

  @Override
  public List<String> parameters(String definition) {
    return inside.parameters(definition);
  }

  @Override
  public List<String> modelValues() {
    return inside.modelValues();
  }

  @Override
  public List<TlaState> initial() {
    return inside.initial();
  }

  @Override
  public boolean isInModel(TlaState state) {
    return inside.isInModel(state);
  }

  @Override
  public List<Successor> successors(TlaState state) {
    return inside.successors(state);
  }

  @Override
  public List<TlaState> successors(
      TlaState state, String action, Map<String, TlaValue> parameters) {
    return inside.successors(state, action, parameters);
  }

  @Override
  public List<String> obstacles(TlaState state, String action, Map<String, TlaValue> parameters) {
    return inside.obstacles(state, action, parameters);
  }

  @Override
  public boolean holds(String property, TlaState before, TlaState after) {
    return inside.holds(property, before, after);
  }

  @Override
  public TlaValue evaluate(String operator, Map<String, TlaValue> arguments, TlaState state) {
    return inside.evaluate(operator, arguments, state);
  }

  @Override
  public List<TlaValue> ordered(Collection<TlaValue> values) {
    return inside.ordered(values);
  }

  @Override
  public void close() {
    inside.close();
    end.run();
  }
}
