package io.mooring.codegen;

import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.atlas.Enclosing;
import io.mooring.codegen.check.MachineCheck;
import io.mooring.codegen.emit.Artefact;
import io.mooring.codegen.emit.Extra;
import io.mooring.codegen.emit.LargeTable;
import io.mooring.codegen.emit.PropertyNamesEmitter;
import io.mooring.codegen.emit.Target;
import io.mooring.codegen.emit.typescript.ScriptModule;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.PropertyNames;
import io.mooring.codegen.model.SourceLine;
import io.mooring.codegen.sink.Sink;
import io.mooring.codegen.spec.ModelBuilder;
import io.mooring.codegen.spec.PropertyNameReader;
import io.mooring.codegen.vectors.TestVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The way from a specification to everything that is made of it: explore, check, emit.
 *
 * <p>Immutable and safe for use by several threads. Nothing reaches the sink unless the whole model
 * was built and passed every check.
 */
public final class Generator {

  private static final String COMMAND = "./mooring generate";

  private final Tlc tlc;

  /** A generator that lets this checker explore. */
  public Generator(Tlc tlc) {
    this.tlc = tlc;
  }

  /**
   * A specification, and what to generate from it.
   *
   * @param module the module's file
   * @param config its configuration
   * @param timing the module that says how long things take, if there is one
   * @param cited other modules whose properties become constants
   * @param target for whom
   * @param atlas whether the page of the machine is made, too
   * @param walks what happened to the machine, for its page
   */
  public record Request(
      Path module,
      Path config,
      Optional<Path> timing,
      List<Cited> cited,
      Target target,
      boolean atlas,
      List<Enclosed.Listed> walks) {

    /** Copies the lists. */
    public Request {
      cited = List.copyOf(cited);
      walks = List.copyOf(walks);
    }

    /**
     * A request for any module that follows the convention.
     *
     * @param timing the module that says how long things take; empty if nothing is timed
     * @param cited other modules whose properties become constants, each with its configuration
     *     beside it
     * @param javaPackage package of the generated Java
     * @param springPackage package of a Spring Statemachine configuration; empty for none
     */
    public static Request of(
        Path module,
        Path config,
        Optional<Path> timing,
        List<Path> cited,
        String javaPackage,
        Optional<String> springPackage) {
      String file = module.getFileName().toString();
      Optional<String> timingFile = timing.map(each -> each.getFileName().toString());
      String command =
          command(file, timingFile)
              + cited.stream()
                  .map(each -> " --properties " + each.getFileName())
                  .collect(Collectors.joining())
              + " --package "
              + javaPackage
              + springPackage.map(name -> " --spring-package " + name).orElse("");
      return new Request(
          module,
          config,
          timing,
          cited.stream()
              .map(
                  each ->
                      new Cited(
                          each,
                          ModuleFile.beside(each, ".cfg"),
                          each.getFileName().toString(),
                          "java",
                          javaPackage))
              .toList(),
          new Target(javaPackage, springPackage, file, timingFile, command),
          /* atlas= */ false,
          List.of());
    }

    /**
     * A request for TypeScript alone.
     *
     * @param timing the module that says how long things take; empty if nothing is timed
     */
    public static Request typeScript(Path module, Path config, Optional<Path> timing) {
      String file = module.getFileName().toString();
      Optional<String> timingFile = timing.map(each -> each.getFileName().toString());
      String command = command(file, timingFile) + " --typescript DIR";
      return new Request(
          module,
          config,
          timing,
          List.of(),
          new Target("", Optional.empty(), file, timingFile, command),
          /* atlas= */ false,
          List.of());
    }

    private static String command(String file, Optional<String> timing) {
      return COMMAND + " --spec " + file + timing.map(name -> " --timing " + name).orElse("");
    }

    /** {@return this request for more than the data} */
    public Request with(Set<Extra> extras) {
      return new Request(module, config, timing, cited, target.with(extras), atlas, walks);
    }
  }

  /**
   * A module whose properties are cited by Java code: their names become the constants of a class.
   *
   * @param module the module's file; it need not follow the convention
   * @param config the configuration that names the properties
   * @param source the module's path as it is cited in the header
   * @param folder the folder of Java sources that gets the class
   * @param javaPackage the package of the class
   */
  public record Cited(Path module, Path config, String source, String folder, String javaPackage) {}

  /**
   * Puts everything that is made of a specification into a sink.
   *
   * @return the model that it was made of
   * @throws TlcException if the specification does not parse or cannot be explored
   * @throws ModelException if it does not follow the convention, or the request cannot be met
   */
  public Model generate(Request request, Sink sink) throws TlcException, ModelException {
    checkPackage(request.target().javaPackage());
    if (request.target().springPackage().isPresent()) {
      checkPackage(request.target().springPackage().get());
    }
    Model model = ModelBuilder.build(tlc, request.module(), request.config(), request.timing());
    MachineCheck.check(model, request.target().extras());
    if (request.target().springPackage().isPresent() && LargeTable.isNeeded(model)) {
      throw new ModelException(
          model.module()
              + " has "
              + model.steps().size()
              + " rows: so many are data, of which no Spring configuration is made. Choose smaller constants in the configuration, or leave out the Spring package.");
    }
    Map<Cited, PropertyNames> cited = new LinkedHashMap<>();
    for (Cited each : request.cited()) {
      checkPackage(each.javaPackage());
      cited.put(each, PropertyNameReader.read(tlc.parse(each.module()), each.config()));
    }
    Artefact.emitAll(model, request.target(), sink);
    if (request.atlas()) {
      String header = request.target().header();
      sink.put(
          "docs/atlas.html",
          Atlas.of(
                  model,
                  texts(request.module(), request.timing()),
                  header,
                  Enclosed.NOTHING.listing(request.walks()))
              .html());
    }
    cited.forEach(
        (each, names) ->
            PropertyNamesEmitter.emit(
                names,
                each.folder(),
                each.javaPackage(),
                each.source(),
                request.target().command(),
                sink));
    if (request.target().extras().contains(Extra.TYPESCRIPT)) {
      emitTypeScript(model, request.target(), (path, text) -> sink.put("typescript/" + path, text));
    }
    return model;
  }

  /**
   * Puts the TypeScript of a specification into a sink, with test vectors and their schema.
   *
   * @return the model that it was made of
   * @throws TlcException if the specification does not parse or cannot be explored
   * @throws ModelException if it does not follow the convention
   */
  public Model generateTypeScript(Request request, Sink sink) throws TlcException, ModelException {
    Model model = ModelBuilder.build(tlc, request.module(), request.config(), request.timing());
    MachineCheck.check(model, Set.of());
    emitTypeScript(model, request.target(), sink);
    return model;
  }

  private static void emitTypeScript(Model model, Target target, Sink sink) {
    new ScriptModule().emit(model, target, sink);
    new TestVectors().emit(model, target, sink);
  }

  /**
   * Makes the page of a machine.
   *
   * @param module the module's file
   * @param config its configuration
   * @param timing the module that says how long things take, if there is one
   * @throws TlcException if the specification does not parse or cannot be explored
   * @throws ModelException if it does not follow the convention
   */
  public Atlas.Page atlas(Path module, Path config, Optional<Path> timing)
      throws TlcException, ModelException {
    return atlas(module, config, timing, model -> Enclosed.NOTHING);
  }

  /**
   * The same with more in it.
   *
   * @param enclosing what the page has beside the machine
   */
  public Atlas.Page atlas(Path module, Path config, Optional<Path> timing, Enclosing enclosing)
      throws TlcException, ModelException {
    Model model = ModelBuilder.build(tlc, module, config, timing);
    String header =
        "Generated from "
            + module.getFileName()
            + " by mooring-codegen. Do not edit; run: ./mooring atlas --spec "
            + module.getFileName()
            + timing.map(each -> " --timing " + each.getFileName()).orElse("");
    return Atlas.of(model, texts(module, timing), header, enclosing.of(model));
  }

  /**
   * The page of a request. If it has the report of a fleet, the modules are in it, too, whose
   * properties the request cites: they are rules that a session can violate.
   *
   * @param enclosing what the page has beside the machine and the walks of the request
   */
  public Atlas.Page atlas(Request request, Enclosing enclosing)
      throws TlcException, ModelException {
    List<Enclosed.Cited> cited = new ArrayList<>();
    for (Cited each : request.cited()) {
      SortedMap<String, SourceLine> lines = new TreeMap<>();
      PropertyNameReader.read(tlc.parse(each.module()), each.config())
          .names()
          .forEach(name -> lines.put(name.name(), name.line()));
      String file = each.module().getFileName().toString();
      cited.add(new Enclosed.Cited(file, text(each.module()), lines));
    }
    return atlas(
        request.module(),
        request.config(),
        request.timing(),
        model -> {
          Enclosed enclosed = enclosing.of(model).listing(request.walks());
          return enclosed.fleet().isPresent() ? enclosed.citing(cited) : enclosed;
        });
  }

  /** The texts of the modules that a model cites, by the names of their files. */
  private SortedMap<String, String> texts(Path module, Optional<Path> timing)
      throws TlcException, ModelException {
    Set<Path> files = new LinkedHashSet<>(tlc.parse(module).files());
    if (timing.isPresent()) {
      files.addAll(tlc.parse(timing.get()).files());
    }
    SortedMap<String, String> texts = new TreeMap<>();
    for (Path file : files) {
      texts.put(file.getFileName().toString(), text(file));
    }
    return texts;
  }

  private static String text(Path file) throws ModelException {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new ModelException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static void checkPackage(String name) throws ModelException {
    if (!SourceVersion.isName(name)) {
      throw new ModelException(
          "\"" + name + "\" is not the name of a Java package; one is like org.example.room.");
    }
  }
}
