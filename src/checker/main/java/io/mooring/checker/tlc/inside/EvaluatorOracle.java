package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.DeepStack;
import io.mooring.checker.tlc.ListedAction;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.Successor;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.util.Context;

/** Answers from TLC's evaluator. */
final class EvaluatorOracle implements Oracle {

  private final Specification specification;
  private final Predicates predicates;
  private final Obstacles obstacles;
  private final Map<String, List<NamedAction>> disjuncts;
  private volatile boolean closed;

  EvaluatorOracle(Specification specification) {
    this.specification = specification;
    this.predicates = new Predicates(specification.tool());
    this.obstacles = new Obstacles(specification, predicates);
    this.disjuncts =
        specification.actions().stream().collect(Collectors.groupingBy(NamedAction::name));
  }

  @Override
  public List<Path> files() {
    return specification.files();
  }

  @Override
  public List<String> variables() {
    return specification.variables();
  }

  @Override
  public List<ListedAction> actions() {
    return specification.actions().stream()
        .map(each -> new ListedAction(each.name(), each.parameters()))
        .distinct()
        .toList();
  }

  @Override
  public List<String> parameters(String definition) {
    return Arrays.stream(definition(definition).getParams())
        .map(formal -> formal.getName().toString())
        .toList();
  }

  @Override
  public List<String> modelValues() {
    return TlcValues.models();
  }

  @Override
  public List<TlaState> initial() {
    return ask(() -> specification.initialStates().stream().map(specification::read).toList());
  }

  @Override
  public boolean isInModel(TlaState state) {
    return ask(() -> specification.tool().isInModel(specification.write(state)));
  }

  @Override
  public List<Successor> successors(TlaState state) {
    return ask(
        () -> {
          TLCState from = specification.write(state);
          List<Successor> all = new ArrayList<>();
          for (NamedAction action : specification.actions()) {
            for (TLCState to : steps(action.action(), action.name(), from)) {
              all.add(
                  new Successor(
                      action.name(), action.parameters(), specification.read(to), action.span()));
            }
          }
          return all;
        });
  }

  @Override
  public List<TlaState> successors(
      TlaState state, String action, Map<String, TlaValue> parameters) {
    return ask(
        () -> {
          TLCState from = specification.write(state);
          Set<TlaState> all = new LinkedHashSet<>();
          for (Action each : actions(action, parameters)) {
            steps(each, action, from).stream().map(specification::read).forEach(all::add);
          }
          return List.copyOf(all);
        });
  }

  /** The states that an action leads to and that no action constraint leaves out. */
  private List<TLCState> steps(Action action, String name, TLCState from) {
    List<TLCState> all = specification.successors(action, name, from);
    all.removeIf(to -> !specification.tool().isInActions(from, to));
    return all;
  }

  /** The disjuncts of that name; or the definition itself, if the next-state relation has none. */
  private List<Action> actions(String name, Map<String, TlaValue> parameters) {
    List<Action> listed =
        disjuncts.getOrDefault(name, List.of()).stream()
            .filter(each -> each.parameters().equals(parameters))
            .map(NamedAction::action)
            .toList();
    return listed.isEmpty() ? List.of(defined(name, parameters)) : listed;
  }

  private Action defined(String name, Map<String, TlaValue> parameters) {
    OpDefNode definition = specification.tool().getSpecProcessor().getRootModule().getOpDef(name);
    if (definition == null || definition.getLevel() != LevelConstants.ActionLevel) {
      throw unknown(name, parameters);
    }
    return new Action(definition.getBody(), bound(definition, parameters), definition);
  }

  /** The parameters of a definition with their values. */
  private static Context bound(OpDefNode definition, Map<String, TlaValue> values) {
    Map<String, TlaValue> left = new HashMap<>(values);
    Context context = Context.Empty;
    for (FormalParamNode formal : definition.getParams()) {
      TlaValue value = left.remove(formal.getName().toString());
      if (value == null) {
        throw unknown(definition.getName().toString(), values);
      }
      context = context.cons(formal, TlcValues.write(value));
    }
    if (!left.isEmpty()) {
      throw unknown(definition.getName().toString(), values);
    }
    return context;
  }

  private static IllegalArgumentException unknown(String name, Map<String, TlaValue> parameters) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "The specification has no definition %s with parameters %s",
            name,
            parameters));
  }

  @Override
  public List<String> obstacles(TlaState state, String action, Map<String, TlaValue> parameters) {
    return ask(
        () -> {
          TLCState at = specification.write(state);
          return actions(action, parameters).stream()
              .flatMap(each -> obstacles.of(each, action, at).stream())
              .distinct()
              .toList();
        });
  }

  @Override
  public boolean holds(String property, TlaState before, TlaState after) {
    return ask(
        () ->
            predicates.holds(
                plain(property), specification.write(before), specification.write(after)));
  }

  @Override
  public TlaValue evaluate(String operator, Map<String, TlaValue> arguments, TlaState state) {
    return ask(
        () -> {
          OpDefNode definition = definition(operator);
          Context context = bound(definition, arguments);
          TLCState at = specification.write(state);
          Object value = specification.tool().lookup(definition, Context.Empty, false);
          if (value instanceof OpDefNode replaced) {
            value = specification.tool().eval(replaced.getBody(), context, at);
          }
          return TlcValues.read(value);
        });
  }

  @Override
  public List<TlaValue> ordered(Collection<TlaValue> values) {
    return ask(() -> TlcValues.ordered(values));
  }

  @Override
  public void close() {
    closed = true;
  }

  private OpDefNode definition(String name) {
    OpDefNode definition = specification.tool().getSpecProcessor().getRootModule().getOpDef(name);
    if (definition == null) {
      throw new IllegalArgumentException("The specification defines no " + name);
    }
    return definition;
  }

  private OpDefNode plain(String name) {
    OpDefNode definition = definition(name);
    if (definition.getArity() != 0) {
      throw new IllegalArgumentException(name + " has parameters");
    }
    return definition;
  }

  private <T> T ask(Supplier<T> question) {
    if (closed) {
      throw new IllegalStateException("This oracle is closed");
    }
    try {
      return onThisStack(question);
    } catch (IllegalArgumentException clear) {
      throw clear;
    } catch (TlcException | RuntimeException | StackOverflowError failure) {
      throw new IllegalArgumentException(EvaluationErrors.text(failure), failure);
    }
  }

  /** The caller's own stack is enough for nearly every question, and quicker. */
  private static <T> T onThisStack(Supplier<T> question) throws TlcException {
    try {
      return question.get();
    } catch (StackOverflowError tooDeep) {
      return DeepStack.call(question::get);
    }
  }
}
