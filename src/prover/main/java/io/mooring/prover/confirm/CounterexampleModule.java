package io.mooring.prover.confirm;

import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.model.Found;
import io.mooring.prover.model.Obligation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A module that extends a specification by what a solver has found: its constants have the values
 * that the solver has chosen, its initial predicate is the state, and its next-state relation the
 * action, with the values after the step.
 */
final class CounterexampleModule {

  /** That the first state satisfies what it must. */
  static final String PREMISE = "MooringPremise";

  /** The step, if it is one of the action. */
  static final String STEP = "MooringStep";

  /** The step, if it breaks the claim; of a claim about states, that it holds. */
  static final String CLAIM = "MooringClaim";

  private static final String NAME = "MooringCounterexample";
  private static final String BEFORE = "MooringBefore";
  private static final String AFTER = "MooringAfter";
  private static final String ASSUMED = "MooringAssumed";
  private static final String CONSTANT = "MooringConstant";

  private final Found found;
  private final Map<String, String> replaced;
  private final List<String> lines = new ArrayList<>();
  private final List<String> config = new ArrayList<>();

  private CounterexampleModule(Found found, Map<String, String> replaced) {
    this.found = found;
    this.replaced = replaced;
  }

  /**
   * Writes it, with its configuration.
   *
   * @param folder has nothing else in it; need not exist
   * @param module the specification
   * @param replaced definitions of it that others stand in for
   */
  static CheckRequest write(Path folder, Path module, Map<String, String> replaced, Found found)
      throws TlcException {
    CounterexampleModule all = new CounterexampleModule(found, replaced);
    all.compose(ModuleFile.name(module));
    Path file = folder.resolve(NAME + ".tla");
    Path config = folder.resolve(NAME + ".cfg");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, String.join("\n", all.lines) + "\n", StandardCharsets.UTF_8);
      Files.writeString(config, String.join("\n", all.config) + "\n", StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new TlcException(folder + ": cannot be written", failure);
    }
    return CheckRequest.of(file, config)
        .withHomes(List.of(module.toAbsolutePath().normalize().resolveSibling("")));
  }

  /** The names of the definitions that say what is assumed of the constants. */
  static List<String> assumed(Found found) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= found.assumed().size(); i++) {
      names.add(ASSUMED + i);
    }
    return names;
  }

  private void compose(String module) {
    lines.add("---- MODULE " + NAME + " ----");
    lines.add("EXTENDS " + module);
    config.add("INIT " + BEFORE);
    config.add("NEXT " + STEP);
    config.add("CONSTANTS");
    if (!found.modelValues().isEmpty()) {
      lines.add("CONSTANTS " + String.join(", ", found.modelValues()));
      found.modelValues().forEach(each -> config.add("  " + each + " = " + each));
    }
    int number = 0;
    for (Map.Entry<String, TlaValue> each : found.constants().entrySet()) {
      String name = CONSTANT + ++number;
      define(name, ValueText.of(each.getValue()));
      config.add("  " + each.getKey() + " <- " + name);
    }
    replaced.forEach((name, by) -> config.add("  " + name + " <- " + by));
    List<String> assumptions = assumed(found);
    for (int i = 0; i < assumptions.size(); i++) {
      define(assumptions.get(i), found.assumed().get(i));
    }
    List<TlaState> states =
        found.trace().steps().stream().map(io.mooring.checker.tlc.Trace.Step::state).toList();
    define(BEFORE, conjunction(states.get(0), ""));
    define(PREMISE, found.premise());
    if (states.size() == 1) {
      define(STEP, BEFORE + " /\\ UNCHANGED " + variables(states.get(0)));
    } else {
      define(AFTER, conjunction(states.get(1), "'"));
      define(STEP, AFTER + " /\\ (", found.step(), ")");
    }
    if (found.kind() == Obligation.Kind.STEP_PROPERTY) {
      define(CLAIM, AFTER + " /\\ ~(", found.claim(), ")");
    } else {
      define(CLAIM, found.claim());
    }
    lines.add("====");
  }

  /** Each part on lines of its own, which begin at its own columns. */
  private void define(String name, String... parts) {
    lines.add(name + " ==");
    for (String part : parts) {
      lines.addAll(part.lines().toList());
    }
  }

  private static String variables(TlaState state) {
    return "<<" + String.join(", ", state.values().keySet()) + ">>";
  }

  private static String conjunction(TlaState state, String prime) {
    List<String> all = new ArrayList<>();
    state
        .values()
        .forEach((name, value) -> all.add("(" + name + prime + " = " + ValueText.of(value) + ")"));
    return "(" + String.join(" /\\ ", all) + ")";
  }
}
