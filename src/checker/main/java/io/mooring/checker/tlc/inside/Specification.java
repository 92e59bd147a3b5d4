package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.ConfigFile;
import io.mooring.checker.tlc.ConfigStatements;
import io.mooring.checker.tlc.DeepStack;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.Action;
import tlc2.tool.ConfigFileException;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;

/**
 * A specification that TLC has loaded with its configuration.
 *
 * @param place what it was loaded from
 * @param finder what found its files
 * @param tool TLC's evaluator for it
 * @param actions the disjuncts of its next-state relation
 * @param variables its variables in the order of their declaration
 */
record Specification(
    RunRequest place,
    ModuleFinder finder,
    FastTool tool,
    List<NamedAction> actions,
    List<String> variables) {

  static Specification load(RunRequest place) throws TlcException {
    ModuleFinder finder = new ModuleFinder(place);
    String config = place.config().toString();
    ConfigStatements statements = statements(place);
    FastTool tool;
    try {
      tool =
          new FastTool(
              "",
              place.moduleName(),
              config.substring(0, config.length() - ".cfg".length()),
              finder);
    } catch (ConfigFileException failure) {
      throw new TlcException(ConfigMessages.syntax(failure, place), failure);
    } catch (StackOverflowError failure) {
      throw new TlcException(
          place.module() + ": a definition is evaluated " + DeepStack.cure(), failure);
    } catch (RuntimeException failure) {
      // TLC says only that parsing failed; the parser alone says where and why.
      Parser parser = new Parser(place);
      Optional<PlusCal> algorithm =
          Judgement.untranslated(finder, parser.spec().getExternalModuleTable());
      if (algorithm.isPresent()) {
        throw new TlcException(algorithm.get().untranslated(), failure);
      }
      new ConfigNames(place, parser.root(), statements).refuse();
      throw new TlcException(ConfigMessages.of(failure, place), failure);
    }
    new ConfigNames(place, tool.getSpecProcessor().getRootModule(), statements).refuseLate();
    List<String> variables = new ArrayList<>();
    for (var variable : tool.getSpecProcessor().getRootModule().getVariableDecls()) {
      variables.add(variable.getName().toString());
    }
    return new Specification(
        place, finder, tool, new ActionNames(tool).all(), List.copyOf(variables));
  }

  /** {@return the statements of its configuration; none without a configuration} */
  private static ConfigStatements statements(RunRequest place) throws TlcException {
    boolean none = place.userConfig().equals(place.module());
    return none
        ? ConfigStatements.of(place.config(), "", Features.keywords())
        : ConfigFile.read(place.userConfig()).statements(Features.keywords());
  }

  /** Whether a state without a successor is a failure. */
  boolean checksDeadlock() {
    return tool.getModelConfig().getCheckDeadlock() && place.search().deadlock();
  }

  /** The files of its modules, its own first; those of standard modules are not among them. */
  List<Path> files() {
    List<Path> files = new ArrayList<>(List.of(place.module()));
    var modules = tool.getSpecProcessor().getSpecObj().semanticAnalysisVector;
    for (int i = 0; i < modules.size(); i++) {
      String module = (String) modules.elementAt(i);
      if (!module.equals(place.moduleName())
          && !finder.isStandardModule(module)
          && Files.exists(finder.file(module))) {
        files.add(finder.file(module));
      }
    }
    return files;
  }

  /** Its module, as plain data. */
  ModuleAst module() throws TlcException {
    return new ModuleReader(place, finder, tool.getSpecProcessor().getSpecObj()).read();
  }

  /**
   * {@return the value of a name in this run}
   *
   * @throws TlcException if the module defines no such name
   */
  OpDefNode definition(String name) throws TlcException {
    OpDefNode definition = tool.getSpecProcessor().getRootModule().getOpDef(name);
    if (definition == null) {
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "%s: defines no %s, and neither does what it extends",
              place.module(),
              name));
    }
    return tool.lookup(definition, Context.Empty, false) instanceof OpDefNode replaced
        ? replaced
        : definition;
  }

  List<TLCState> initialStates() {
    var states = tool.getInitStates();
    List<TLCState> all = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      all.add(complete(states.elementAt(i), "Init"));
    }
    return all;
  }

  List<TLCState> successors(NamedAction action, TLCState state) {
    return successors(action.action(), action.name(), state);
  }

  List<TLCState> successors(Action action, String name, TLCState state) {
    var states = tool.getNextStates(action, state);
    List<TLCState> all = new ArrayList<>(states.size());
    for (int i = 0; i < states.size(); i++) {
      all.add(complete(states.elementAt(i), Spans.of(action.pred).line() + ": action " + name));
    }
    return all;
  }

  TlaState read(TLCState state) {
    return TlcValues.read(state);
  }

  TLCState write(TlaState state) {
    return TlcValues.write(state, variables);
  }

  private TLCState complete(TLCState state, String origin) {
    if (!tool.isGoodState(state)) {
      List<String> missing = new ArrayList<>();
      state.getUnassigned().forEach(variable -> missing.add(variable.getName().toString()));
      throw new IllegalArgumentException(
          origin + " gives no value to " + String.join(", ", missing));
    }
    state.deepNormalize();
    return state;
  }
}
