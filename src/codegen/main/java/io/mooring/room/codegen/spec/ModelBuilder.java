package io.mooring.room.codegen.spec;

import io.mooring.room.codegen.check.GraphCheck;
import io.mooring.room.codegen.check.ModelCheck;
import io.mooring.room.codegen.model.Location;
import io.mooring.room.codegen.model.Model;
import io.mooring.room.codegen.model.ModelException;
import io.mooring.room.codegen.model.Provenance;
import io.mooring.room.codegen.model.Step;
import io.mooring.room.codegen.tlc.ModuleAst;
import io.mooring.room.codegen.tlc.StateGraph;
import io.mooring.room.codegen.tlc.TlaState;
import io.mooring.room.codegen.tlc.TlaValue;
import io.mooring.room.codegen.tlc.Tlc;
import io.mooring.room.codegen.tlc.TlcException;
import io.mooring.room.codegen.tlc.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The way from a machine module to its checked {@link Model}. */
public final class ModelBuilder {

  private final Spec spec;
  private final StateGraph graph;
  private final Provenance provenance;

  private ModelBuilder(Spec spec, StateGraph graph, Provenance provenance) {
    this.spec = spec;
    this.graph = graph;
    this.provenance = provenance;
  }

  /**
   * Parses, explores, translates and checks a module.
   *
   * @param module the file of the module
   * @param config the file of its TLC configuration
   * @throws TlcException if the module cannot be parsed or explored
   * @throws ModelException if it does not follow the convention for machine modules
   */
  public static Model build(Tlc tlc, Path module, Path config) throws TlcException, ModelException {
    ModuleAst ast = tlc.parse(module);
    Spec spec = Spec.read(ast, Configuration.read(config));
    StateGraph graph = tlc.explore(module, config);
    List<Path> files = new ArrayList<>(ast.files());
    files.add(config);
    return build(
        spec,
        graph,
        new Provenance(
            sha256(files), tlc.version(), graph.states().size(), graph.transitions().size()));
  }

  /** The model of a module that is read and explored already. */
  static Model build(Spec spec, StateGraph graph, Provenance provenance) throws ModelException {
    Model model = new ModelBuilder(spec, graph, provenance).model();
    ModuleAst module = spec.vocabulary().module();
    ModelCheck.check(
        model, module.definition("Command").isPresent() && module.definition("Fact").isPresent());
    return model;
  }

  private static String sha256(List<Path> files) throws ModelException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      throw new ModelException("A file of the specification cannot be read", unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Model model() throws ModelException {
    Vocabulary vocabulary = spec.vocabulary();
    GraphCheck check = new GraphCheck(graph, vocabulary.events(), Vocabulary.OUT);
    Map<SortedMap<String, TlaValue>, List<Transition>> table = check.table();
    List<SortedMap<String, TlaValue>> valuations = new ArrayList<>(table.keySet());
    List<Location> locations = new LocationNames(vocabulary).name(valuations);
    Outputs outputs = new Outputs(vocabulary);
    List<Step> steps = new ArrayList<>();
    for (int location = 0; location < valuations.size(); location++) {
      List<Transition> row = table.getOrDefault(valuations.get(location), List.of());
      for (int event = 0; event < row.size(); event++) {
        Transition edge = row.get(event);
        TlaState target = graph.states().get(edge.to());
        int to = valuations.indexOf(check.location(edge.to()));
        steps.add(outputs.step(location, event, to, target, Vocabulary.line(edge.span())));
      }
    }
    int first = graph.initial().get(0);
    Step initial =
        outputs.initial(graph.states().get(first), valuations.indexOf(check.location(first)));
    ModuleAst module = vocabulary.module();
    return new Model(
        module.name(),
        module.comment(),
        provenance,
        vocabulary.enumerations(),
        vocabulary.records(),
        vocabulary.variables(),
        vocabulary.outputs(),
        vocabulary.definition(Vocabulary.EVENT).orElseThrow().comment(),
        vocabulary.events(),
        locations,
        initial,
        steps,
        spec.helpers(),
        spec.properties());
  }
}
