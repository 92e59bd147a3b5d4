package io.mooring.maven;

import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generator;
import io.mooring.codegen.emit.Extra;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that generate from machine modules. */
abstract class MachineMojo extends MooringMojo {

  /**
   * The one machine module, instead of each module in the folder of specifications that has a
   * configuration of its name.
   */
  @Parameter(property = "mooring.spec")
  private @Nullable String spec;

  /** The configuration of {@code spec}. Default: the file beside it with its name. */
  @Parameter(property = "mooring.config")
  private @Nullable String config;

  /** The module that says how long things take, for {@code spec}. Default: nothing is timed. */
  @Parameter(property = "mooring.timing")
  private @Nullable String timing;

  /**
   * Other modules, each with its configuration beside it, whose properties become constants, for
   * {@code spec}.
   */
  @Parameter(property = "mooring.properties")
  private @Nullable List<String> properties;

  /**
   * The package of the Java. Default: the folder of the module below the folder of specifications,
   * as for Java: {@code src/main/tla/com/example/gate/Gate.tla} is generated into the package
   * {@code com.example.gate}.
   */
  @Parameter(property = "mooring.package")
  private @Nullable String packageName;

  /**
   * The package of a Spring Statemachine configuration; with {@code machine}, also of an engine
   * that runs it. Default: none is made.
   */
  @Parameter(property = "mooring.springPackage")
  private @Nullable String springPackage;

  /** Whether a machine that runs is made, too, beside the table. */
  @Parameter(property = "mooring.machine", defaultValue = "false")
  private boolean machine;

  /**
   * Whether a monitor is made, too, which says whether the specification allows what any
   * implementation did.
   */
  @Parameter(property = "mooring.monitor", defaultValue = "false")
  private boolean monitor;

  /**
   * The folder of TypeScript, with test vectors: of {@code spec} itself, else with a folder for
   * each machine, of the name of its package. Default: none is made.
   */
  @Parameter(property = "mooring.typescript")
  private @Nullable File typescript;

  /** Only modules with a path that one of these patterns matches. Default: all. */
  @Parameter(property = "mooring.includes")
  private @Nullable List<String> includes;

  /** No module with a path that one of these patterns matches. */
  @Parameter(property = "mooring.excludes")
  private @Nullable List<String> excludes;

  /** Whether one machine is named, so that what belongs to it is known. */
  boolean hasOneMachine() {
    return spec != null;
  }

  /** The folder of specifications. */
  abstract Path source();

  /** The folder that is generated. */
  abstract Path output();

  /** Adds a folder to those that are compiled: with the sources, unless a goal is for tests. */
  void addSourceRoot(Path root) {
    project.addCompileSourceRoot(root.toString());
  }

  /** Does what the goal is for with one machine. */
  abstract void handle(Work work, Machine machine)
      throws TlcException, IOException, ForeignFileException, CallException;

  /**
   * A machine module and what is made of it.
   *
   * @param request for the generator
   * @param output the folder of what is generated from it
   * @param typeScript the folder of its TypeScript, if that is made
   */
  record Machine(Generator.Request request, Path output, Optional<Path> typeScript) {

    /** {@return the folder of its Java} */
    Path java() {
      return output.resolve("java");
    }
  }

  @Override
  void run()
      throws TlcException,
          ModelException,
          IOException,
          ForeignFileException,
          CallException,
          FindingException {
    List<Machine> machines = machines();
    if (machines.isEmpty()) {
      getLog().info("no machine module: there is no " + log().brief(source().toString()));
      return;
    }
    Work work = new Work(cache(), log(), force);
    for (Machine each : machines) {
      handle(work, each);
      if (Files.isDirectory(each.java())) {
        addSourceRoot(each.java());
      }
    }
    work.end();
  }

  private List<Machine> machines() throws IOException, CallException {
    if (spec != null) {
      Path module = find(spec, "spec", List.of(source()));
      return List.of(new Machine(request(module), output(), typeScript("")));
    }
    if (config != null || timing != null || !all(properties).isEmpty()) {
      throw new CallException(
          "<config>, <timing> and <properties> belong to <spec>, and none is named");
    }
    if (!Files.isDirectory(source())) {
      return List.of();
    }
    Map<String, Path> packages = new HashMap<>();
    List<Machine> machines = new ArrayList<>();
    PathPatterns patterns = new PathPatterns(all(includes), all(excludes));
    for (Model each : new SpecFolder(source()).models(patterns)) {
      if (each.isMain()) {
        Generator.Request request = request(each.module());
        String name = request.target().javaPackage();
        Path other = packages.put(name, each.module());
        if (other != null) {
          throw new CallException(
              other
                  + " and "
                  + each.module()
                  + " are both generated into the package "
                  + name
                  + "; each machine needs one of its own, which its folder below "
                  + source()
                  + " names");
        }
        machines.add(new Machine(request, output().resolve(name), typeScript(name)));
      }
    }
    if (machines.isEmpty()) {
      throw new CallException(
          "nothing would be generated: no module in "
              + source()
              + " has a configuration (*.cfg) of its name beside it"
              + (patterns.isAll() ? "" : " and is left in by <includes> and <excludes>"));
    }
    return machines;
  }

  private Optional<Path> typeScript(String name) {
    return Optional.ofNullable(typescript).map(folder -> absolute(folder).resolve(name));
  }

  /** The request for the TypeScript of a machine. */
  static Generator.Request typeScriptRequest(Machine machine) {
    Generator.Request request = machine.request();
    return Generator.Request.typeScript(request.module(), request.config(), request.timing());
  }

  private Generator.Request request(Path module) throws CallException {
    Path used =
        config == null
            ? SpecMojo.config(module)
            : find(config, "config", List.of(module.resolveSibling("")));
    Optional<Path> times =
        timing == null
            ? Optional.empty()
            : Optional.of(find(timing, "timing", List.of(module.resolveSibling(""))));
    List<Path> cited = new ArrayList<>();
    for (String each : all(properties)) {
      Path other = find(each, "properties", List.of(module.resolveSibling("")));
      SpecMojo.config(other);
      cited.add(other);
    }
    return Generator.Request.of(
            module, used, times, cited, packageOf(module), Optional.ofNullable(springPackage))
        .with(Extra.of(machine, monitor));
  }

  private String packageOf(Path module) throws CallException {
    if (packageName != null) {
      return packageName;
    }
    Path folder = module.resolveSibling("").normalize();
    if (!folder.startsWith(source()) || folder.equals(source())) {
      throw new CallException(
          module
              + ": the package of its Java is not known: move it to a folder like "
              + source().resolve("com/example/" + ModuleFile.name(module).toLowerCase(Locale.ROOT))
              + ", or name the package with <packageName>");
    }
    return source().relativize(folder).toString().replace(File.separatorChar, '.');
  }

  /** The files that are there in a folder. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Everything that is generated depends on. */
  DigestCache.Inputs inputs(Machine machine, Path output) throws TlcException, CallException {
    return inputs(machine, output, List.of());
  }

  /** The same with other files. */
  DigestCache.Inputs inputs(Machine machine, Path output, List<Path> others)
      throws TlcException, CallException {
    Generator.Request request = machine.request();
    List<Path> shallow = new ArrayList<>();
    shallow.add(request.module().resolveSibling(""));
    shallow.add(request.config().resolveSibling(""));
    request.timing().ifPresent(each -> shallow.add(each.resolveSibling("")));
    request.cited().forEach(each -> shallow.add(each.module().resolveSibling("")));
    return inputs(
        String.join("\n", request.target().toString(), "output " + output), others, shallow);
  }

  /** The name of a machine in the cache. */
  String name(Machine machine) {
    Path module = machine.request().module();
    return place(module) + "/" + module.getFileName();
  }

  /** The files that were read for a machine. */
  List<Path> read(Machine machine) throws TlcException {
    Generator.Request request = machine.request();
    List<Path> read = new ArrayList<>(tlc().parse(request.module()).files());
    if (request.timing().isPresent()) {
      read.addAll(tlc().parse(request.timing().get()).files());
    }
    for (Generator.Cited each : request.cited()) {
      read.addAll(tlc().parse(each.module()).files());
    }
    return read;
  }
}
