package io.mooring.codegen.spec;

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
import io.mooring.codegen.model.Step;
import io.mooring.codegen.model.Timer;
import io.mooring.codegen.model.Timing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The way from a machine module to its checked {@link Model}. */
public final class ModelBuilder {

  private final Spec spec;
  private final StateGraph graph;
  private final Provenance provenance;
  private final List<Timer> timers;
  private final List<Answer> answers;
  private final @Nullable Timing timing;

  private ModelBuilder(
      Spec spec,
      StateGraph graph,
      Provenance provenance,
      List<Timer> timers,
      List<Answer> answers,
      @Nullable Timing timing) {
    this.spec = spec;
    this.graph = graph;
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
    Spec spec = Spec.read(ast, Configuration.read(config));
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
    Provenance provenance =
        new Provenance(
            Digest.sha256(files, ""),
            tlc.version(),
            graph.states().size(),
            graph.transitions().size());
    Model model = new ModelBuilder(spec, graph, provenance, timers, answers, times).model();
    ModelCheck.check(
        model, ast.definition("Command").isPresent() && ast.definition("Fact").isPresent());
    return model;
  }

  private static List<Constant> constants(SymbolTable symbols) {
    return symbols.definition(SymbolTable.TIMER_TABLE).isEmpty()
        ? List.of()
        : symbols.enumeration(SymbolTable.TIMER).orElseThrow().constants();
  }

  /** The values of those of the definitions that the module has; none of them needs a state. */
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

  private Model model() throws ModelException {
    SymbolTable symbols = spec.symbols();
    GraphCheck check = new GraphCheck(graph, symbols.events(), SymbolTable.OUT);
    Map<SortedMap<String, TlaValue>, List<Transition>> table = check.table();
    List<SortedMap<String, TlaValue>> valuations = new ArrayList<>(table.keySet());
    List<Location> locations = new LocationNames(symbols).name(valuations);
    OutputReader outputs = new OutputReader(symbols);
    List<Step> steps = new ArrayList<>();
    for (int location = 0; location < valuations.size(); location++) {
      List<Transition> row = table.getOrDefault(valuations.get(location), List.of());
      for (int event = 0; event < row.size(); event++) {
        Transition edge = row.get(event);
        TlaState target = graph.states().get(edge.to());
        int to = valuations.indexOf(check.location(edge.to()));
        steps.add(outputs.step(location, event, to, target, SymbolTable.line(edge.span())));
      }
    }
    int first = graph.initial().get(0);
    Step initial =
        outputs.initial(graph.states().get(first), valuations.indexOf(check.location(first)));
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
