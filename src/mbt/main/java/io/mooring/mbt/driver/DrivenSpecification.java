package io.mooring.mbt.driver;

import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.mbt.tlc.SpecAction;
import io.mooring.mbt.tlc.SpecState;
import io.mooring.mbt.tlc.SpecStep;
import io.mooring.mbt.tlc.StateSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An open specification, as walks see it. For one thread at a time. */
final class DrivenSpecification implements AutoCloseable {
  private static final int STATE = 1;
  private static final int REMEMBERED = 100_000;

  private final Tlc tlc;
  private final Path module;
  private final Path config;
  private final StateSpace space;
  private final ModuleAst ast;
  private final boolean constrained;
  private final WalkOptions options;
  private final Map<SpecState, List<SpecAction>> choices = new HashMap<>();
  private final Map<SpecState, Boolean> inModel = new HashMap<>();
  private final Map<String, Map<SpecState, TlaValue>> values = new HashMap<>();
  private final Map<SpecState, Map<SpecAction, List<Item>>> refusals = new HashMap<>();
  private final Map<String, List<String>> parameters = new HashMap<>();

  DrivenSpecification(Tlc tlc, Path module, Path config, WalkOptions options) throws TlcException {
    this.tlc = tlc;
    this.module = module;
    this.config = config;
    this.options = options;
    this.ast = tlc.parse(module);
    Map<String, List<String>> statements = ConfigFile.statements(config);
    this.constrained = Stream.of("CONSTRAINT", "CONSTRAINTS").anyMatch(statements::containsKey);
    Stream.of(options.internal(), options.refused(), options.ignored())
        .flatMap(Set::stream)
        .sorted()
        .forEach(this::requireAction);
    this.space = StateSpace.listed(tlc.open(module, config));
  }

  /** What counts its steps as those of a machine. */
  MachineSteps machineSteps() throws TlcException {
    return MachineSteps.of(tlc, module, config);
  }

  /**
   * Refuses the name of an action that is none.
   *
   * @throws UsageException if the module has no definition of that name
   */
  void requireAction(String name) {
    if (ast.definition(name).filter(each -> each.level() > STATE).isEmpty()) {
      throw new UsageException(
          module.getFileName()
              + " has no action "
              + name
              + "; its definitions of actions are "
              + new TreeSet<>(
                  ast.definitions().stream()
                      .filter(each -> each.level() == STATE + 1)
                      .map(Definition::name)
                      .toList()));
    }
  }

  /**
   * Refuses the name of something to show that is neither a variable nor a definition.
   *
   * @throws UsageException if the module has none of that name
   */
  void requireVisible(String name) {
    boolean variable = ast.variables().stream().anyMatch(each -> each.name().equals(name));
    boolean definition =
        ast.definition(name)
            .filter(each -> each.parameters().isEmpty() && each.level() <= STATE)
            .isPresent();
    if (!variable && !definition) {
      throw new UsageException(
          "the driver shows "
              + name
              + ", which is neither a variable of "
              + module.getFileName()
              + " ("
              + String.join(", ", variables())
              + ") nor a definition without parameters and primes; add the definition, or show"
              + " another name");
    }
  }

  Path module() {
    return module;
  }

  Path config() {
    return config;
  }

  WalkOptions options() {
    return options;
  }

  StateSpace space() {
    return space;
  }

  List<String> variables() {
    return ast.variables().stream().map(ModuleAst.Declaration::name).toList();
  }

  boolean isInternal(SpecAction action) {
    return options.internal().contains(action.name());
  }

  /** The actions that may happen unseen; none where a state is left that constraints exclude. */
  List<SpecAction> internal(SpecState state) {
    return options.internal().isEmpty() || !isInModel(state)
        ? List.of()
        : space.steps(state).stream()
            .map(SpecStep::action)
            .filter(this::isInternal)
            .distinct()
            .toList();
  }

  /** The actions that a driver may be given: those within the constraints, from there. */
  List<SpecAction> choices(SpecState state) {
    List<SpecAction> known = choices.get(state);
    if (known == null) {
      Set<SpecAction> all = new LinkedHashSet<>();
      for (SpecStep step : space.steps(state)) {
        if (!isInternal(step.action()) && isInModel(state) && isInModel(step.to())) {
          all.add(step.action());
        }
      }
      known = List.copyOf(all);
      remember(choices, state, known);
    }
    return known;
  }

  /** Whether an action is to be refused, and none of the states allows it. */
  boolean mustBeRefused(SpecAction action, Set<SpecState> states) {
    return options.refused().contains(action.name())
        && states.stream().allMatch(state -> space.successors(state, action).isEmpty());
  }

  /** Why an action must be refused in a state; nothing if it need not. */
  List<Item> refusals(SpecState state, SpecAction action) {
    Map<SpecAction, List<Item>> known = refusals.get(state);
    if (known == null) {
      known = new HashMap<>();
      remember(refusals, state, known);
    }
    return known.computeIfAbsent(action, each -> refusalsOf(state, each));
  }

  private List<Item> refusalsOf(SpecState state, SpecAction action) {
    return mustBeRefused(action, Set.of(state))
        ? space.obstacles(state, action).stream()
            .map(conjunct -> Item.refusal(action.name(), conjunct))
            .toList()
        : List.of();
  }

  /** Whether a state satisfies the constraints of the configuration. */
  boolean isInModel(SpecState state) {
    if (!constrained) {
      return true;
    }
    Boolean known = inModel.get(state);
    if (known == null) {
      known = space.isInModel(state);
      remember(inModel, state, known);
    }
    return known;
  }

  /** What a state has for something that a driver shows. */
  TlaValue shown(SpecState state, String name) {
    Map<SpecState, TlaValue> known = values.computeIfAbsent(name, each -> new HashMap<>());
    TlaValue value = known.get(state);
    if (value == null) {
      value = JavaValues.plain(space.value(state, name));
      remember(known, state, value);
    }
    return value;
  }

  private static <V> void remember(Map<SpecState, V> known, SpecState state, V value) {
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(state, value);
  }

  /** An action with its arguments in order. */
  Action action(SpecAction action) {
    return new Action(
        action,
        parameters.computeIfAbsent(
            action.name(),
            name ->
                new ArrayList<>(
                    ast.definition(name).map(Definition::parameters).orElse(List.of()))));
  }

  @Override
  public void close() {
    space.close();
  }
}
