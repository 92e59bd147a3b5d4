package io.mooring.mbt.driver;

import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.check.ModelValues;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Value;
import io.mooring.codegen.spec.ModelBuilder;
import io.mooring.mbt.coverage.Coverage;
import io.mooring.mbt.coverage.CoverageRecorder;
import io.mooring.mbt.machine.ModelMachine;
import io.mooring.mbt.machine.MooreGraph;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The steps of walks as those of a machine: how often each row, edge and pair was taken. A walk is
 * counted as long as what the driver shows leaves one state possible. For one thread at a time.
 */
final class MachineSteps {
  private final Model model;
  private final Coverage coverage;
  private final Map<Map<String, Value>, Integer> locations = new HashMap<>();
  private final Map<String, Integer> events = new HashMap<>();
  private CoverageRecorder recorder;

  private MachineSteps(Model model) {
    this.model = model;
    this.coverage = Coverage.of(new MooreGraph(ModelMachine.of(model))).counting();
    this.recorder = coverage.begin();
    for (Location each : model.locations()) {
      locations.put(each.values(), locations.size());
    }
    for (Event each : model.events()) {
      events.put(text(each.action(), each.parameters()), events.size());
    }
  }

  /**
   * Reads the machine of a module.
   *
   * @throws UsageException if the module is no machine module
   */
  static MachineSteps of(Tlc tlc, Path module, Path config) throws TlcException {
    try {
      return new MachineSteps(ModelBuilder.build(tlc, module, config, Optional.empty()));
    } catch (ModelException other) {
      throw new UsageException(
          "only the steps of a machine module can be counted: " + other.getMessage());
    }
  }

  /** A walk begins. */
  void begin() {
    recorder = coverage.begin();
  }

  /**
   * An action was given to a driver in one of these states. Nothing more of the walk is counted if
   * there are several, or if it is not known what happened.
   */
  void step(Set<SpecState> before, SpecAction action, Outcome outcome) {
    if (outcome.kind() == Outcome.Kind.REFUSED || outcome.kind() == Outcome.Kind.IGNORED) {
      return;
    }
    boolean known = outcome.kind() == Outcome.Kind.APPLIED && outcome.answers().isEmpty();
    Integer location =
        known && before.size() == 1 ? locations.get(values(before.iterator().next())) : null;
    Map<String, Value> arguments = new HashMap<>();
    action.arguments().forEach((name, value) -> arguments.put(name, ModelValues.of(value)));
    Integer event = events.get(text(action.name(), arguments));
    if (location == null || event == null) {
      recorder.end();
    } else {
      recorder.add(location * events.size() + event);
    }
  }

  private Map<String, Value> values(SpecState state) {
    Map<String, Value> values = new HashMap<>();
    model
        .variables()
        .forEach(each -> values.put(each.name(), ModelValues.of(state.get(each.name()))));
    return values;
  }

  /** An action with arguments in any order. */
  private static String text(String action, Map<String, Value> arguments) {
    return action + new TreeMap<>(arguments);
  }

  /** The counts of all walks. */
  CoverageCounts counts(String source) {
    return coverage.counts(TableEmitter.fingerprint(model), source);
  }
}
