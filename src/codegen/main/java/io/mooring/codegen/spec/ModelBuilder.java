package io.mooring.codegen.spec;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Digest;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Transition;
import io.mooring.codegen.check.GraphCheck;
import io.mooring.codegen.check.ModelCheck;
import io.mooring.codegen.model.Answer;
import io.mooring.codegen.model.Constant;
import io.mooring.codegen.model.Location;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.Provenance;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Timing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The way from a machine module to its checked {@link Model}. */
public final class ModelBuilder {

  private final Spec spec;
  private final StateGraph graph;
  private final List<TlaValue> names;
  private final Provenance provenance;
  private final List<Timer> timers;
  private final List<Answer> answers;
  private final @Nullable Timing timing;

  private ModelBuilder(
      Spec spec,
      StateGraph graph,
      List<TlaValue> names,
      Provenance provenance,
      List<Timer> timers,
      List<Answer> answers,
      @Nullable Timing timing) {
    this.spec = spec;
    this.graph = graph;
    this.names = names;
    this.provenance = provenance;
    this.timers = timers;
    this.answers = answers;
    this.timing = timing;
  }

  /**
   * Parses, explores, translates and checks a module.
   *
   * @param module the file of the module
   * @param config the file of its TLC configuration
   * @param timing the file of the module that says how long things take, if there is one
   * @throws TlcException if the module cannot be parsed or explored
   * @throws ModelException if it does not follow the convention for machine modules
   */
  public static Model build(Tlc tlc, Path module, Path config, Optional<Path> timing)
      throws TlcException, ModelException {
    ModuleAst ast = tlc.parse(module);
    CheckerOrder order =
        new CheckerOrder(
            values -> {
              try (Oracle oracle = tlc.open(module, config)) {
                return oracle.ordered(values);
              }
            });
    Spec spec = Spec.read(ast, Configuration.read(config), order);
    StateGraph graph = tlc.explore(module, config);
    Set<Path> files = new LinkedHashSet<>(ast.files());
    files.add(config);
    SymbolTable symbols = spec.symbols();
    Map<String, TlaValue> tables =
        values(
            List.of(SymbolTable.TIMER_TABLE, SymbolTable.TIMER_FACT, SymbolTable.ANSWER_TABLE),
            tlc,
            module,
            config,
            symbols);
    @Nullable TlaValue timerTable = tables.get(SymbolTable.TIMER_TABLE);
    @Nullable TlaValue answerTable = tables.get(SymbolTable.ANSWER_TABLE);
    List<Timer> timers =
        TimerFacts.mark(
            symbols,
            timerTable == null ? List.of() : new TimerReader(symbols, timerTable).read(),
            tables.get(SymbolTable.TIMER_FACT));
    List<Answer> answers =
        answerTable == null ? List.of() : new AnswerReader(symbols, answerTable).read();
    Timing times = null;
    if (timing.isPresent()) {
      ModuleAst said = tlc.parse(timing.get());
      files.addAll(said.files());
      Map<String, TlaValue> durations = tlc.evaluate(timing.get(), TimingReader.names(said));
      times = TimingReader.read(said, durations, constants(symbols));
    }
    List<TlaValue> names = locationNames(tlc, module, config, symbols, graph);
    Provenance provenance =
        new Provenance(
            Digest.sha256(files, ""),
            tlc.version(),
            graph.states().size(),
            graph.transitions().size());
    Model model = new ModelBuilder(spec, graph, names, provenance, timers, answers, times).model();
    ModelCheck.check(
        model, ast.definition("Command").isPresent() && ast.definition("Fact").isPresent());
    return model;
  }

  private static List<Constant> constants(SymbolTable symbols) {
    return symbols.definition(SymbolTable.TIMER_TABLE).isEmpty()
        ? List.of()
        : symbols.enumeration(SymbolTable.TIMER).orElseThrow().constants();
  }

  /**
   * {@return the values of the definitions that the module has; none of them depends on a state}
   */
  private static Map<String, TlaValue> values(
      List<String> definitions, Tlc tlc, Path module, Path config, SymbolTable symbols)
      throws TlcException, ModelException {
    Map<String, TlaValue> values = new HashMap<>();
    List<String> present =
        definitions.stream().filter(each -> symbols.definition(each).isPresent()).toList();
    if (present.isEmpty()) {
      return values;
    }
    try (Oracle oracle = tlc.open(module, config)) {
      TlaState any = oracle.initial().get(0);
      for (String definition : present) {
        values.put(definition, oracle.evaluate(definition, any));
      }
      return values;
    } catch (IllegalArgumentException notEvaluated) {
      throw new ModelException(String.valueOf(notEvaluated.getMessage()), notEvaluated);
    }
  }

  /** {@return the name that the module gives to each state; empty if it gives none} */
  private static List<TlaValue> locationNames(
      Tlc tlc, Path module, Path config, SymbolTable symbols, StateGraph graph)
      throws TlcException, ModelException {
    Definition definition = symbols.definition(SymbolTable.LOCATION_NAME).orElse(null);
    if (definition == null) {
      return List.of();
    }
    SourceLine line = SymbolTable.line(definition.span());
    if (!definition.parameters().isEmpty() || definition.level() > 1) {
      throw new ModelException(
          line,
          "LocationName must be a string, or a tuple of values, of the variables: without parameters and primes");
    }
    List<TlaValue> names = new ArrayList<>();
    try (Oracle oracle = tlc.open(module, config)) {
      for (TlaState state : graph.states()) {
        names.add(oracle.evaluate(SymbolTable.LOCATION_NAME, state));
      }
      return names;
    } catch (IllegalArgumentException notEvaluated) {
      throw new ModelException(
          line + ": LocationName has no value: " + notEvaluated.getMessage(), notEvaluated);
    }
  }

  /** The name that the module gives to each location; empty if it gives none. */
  private Map<SortedMap<String, TlaValue>, TlaValue> namesByLocation(GraphCheck check)
      throws ModelException {
    Map<SortedMap<String, TlaValue>, TlaValue> byLocation = new HashMap<>();
    for (int state = 0; state < names.size(); state++) {
      TlaValue other = byLocation.putIfAbsent(check.location(state), names.get(state));
      if (other != null && !other.equals(names.get(state))) {
        throw new ModelException(
            SymbolTable.line(
                spec.symbols().definition(SymbolTable.LOCATION_NAME).orElseThrow().span()),
            String.format(
                Locale.ROOT,
                "LocationName depends on out: it is %s and %s in one location; let it depend on the other variables alone",
                other,
                names.get(state)));
      }
    }
    return byLocation;
  }

  private Model model() throws ModelException {
    SymbolTable symbols = spec.symbols();
    GraphCheck check = new GraphCheck(graph, symbols.events(), SymbolTable.OUT);
    Map<SortedMap<String, TlaValue>, List<Transition>> table = check.table();
    List<SortedMap<String, TlaValue>> valuations = new ArrayList<>(table.keySet());
    List<Location> locations = new LocationNames(symbols).name(valuations, namesByLocation(check));
    Map<SortedMap<String, TlaValue>, Integer> numbers = new HashMap<>();
    valuations.forEach(each -> numbers.put(each, numbers.size()));
    OutputReader outputs = new OutputReader(symbols);
    List<Step> steps = new ArrayList<>();
    for (int location = 0; location < valuations.size(); location++) {
      List<Transition> row = table.getOrDefault(valuations.get(location), List.of());
      for (int event = 0; event < row.size(); event++) {
        Transition edge = row.get(event);
        TlaState target = graph.states().get(edge.to());
        int to = Objects.requireNonNull(numbers.get(check.location(edge.to())));
        steps.add(outputs.step(location, event, to, target, SymbolTable.line(edge.span())));
      }
    }
    int first = graph.initial().get(0);
    Step initial =
        outputs.initial(
            graph.states().get(first), Objects.requireNonNull(numbers.get(check.location(first))));
    ModuleAst module = symbols.module();
    return new Model(
        module.name(),
        module.comment(),
        provenance,
        symbols.enumerations(),
        symbols.records(),
        symbols.variables(),
        symbols.outputs(),
        symbols.definition(SymbolTable.EVENT).orElseThrow().comment(),
        symbols.events(),
        timers,
        answers,
        timing,
        locations,
        initial,
        steps,
        spec.helpers(),
        spec.properties());
  }
}
