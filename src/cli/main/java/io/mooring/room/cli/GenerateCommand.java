package io.mooring.room.cli;

import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generation;
import io.mooring.codegen.Generator;
import io.mooring.codegen.emit.Extra;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.CheckSink;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code generate}: from a specification to everything that is made of it. */
@Command(
    name = "generate",
    description = {
      "Generates the Java, the diagrams and the tables of a specification, or its TypeScript. Without"
          + " --spec, those of the checkout, in generated/.",
      "Any specification will do that follows the convention in src/docs/guide/machine-modules.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring generate --check            is generated/ what the specification gives?",
      "  ./mooring generate --spec Door.tla --package org.example.door --out door",
      "  ./mooring generate --spec Door.tla --typescript web/src/door"
    })
@HelpSection.In(HelpSection.GENERATED)
final class GenerateCommand implements Callable<Integer> {

  private static final String COMMAND = "./mooring generate";

  private final Shell shell;
  private final Optional<ProjectExtension> extension;

  @Option(
      names = "--check",
      description = "Write nothing; say what differs, and end with 1 if anything does.")
  private boolean check;

  @Option(names = "--spec", paramLabel = "FILE", description = "Another specification.")
  private @Nullable Path spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Its configuration. Default: the .cfg file beside it with the same name.")
  private @Nullable Path config;

  @Option(
      names = "--timing",
      paramLabel = "FILE",
      description = "The module that says how long things take. Default: nothing is timed.")
  private @Nullable Path timing;

  @Option(
      names = "--properties",
      paramLabel = "FILE",
      description =
          "Another module, with its .cfg file beside it: the names of its properties become"
              + " constants. May be repeated.")
  private List<Path> properties = new ArrayList<>();

  @Option(names = "--package", paramLabel = "NAME", description = "The package of its Java.")
  private @Nullable String javaPackage;

  @Option(
      names = "--spring-package",
      paramLabel = "NAME",
      description =
          "The package of its Spring Statemachine configuration; with --machine, also of an engine"
              + " that runs it. Default: none is made.")
  private @Nullable String springPackage;

  @Option(
      names = "--machine",
      description = "Make a machine that runs, too, beside the table. Default: the table alone.")
  private boolean machine;

  @Option(
      names = "--monitor",
      description =
          "Make a monitor, too, which says whether the specification allows what any"
              + " implementation did. Default: none is made.")
  private boolean monitor;

  @Option(
      names = "--typescript",
      paramLabel = "DIR",
      description =
          "The folder to write of its TypeScript, with test vectors; no Java is made then, unless"
              + " --out is named as well. Default: none is made.")
  private @Nullable Path typescript;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write. Default without --spec: generated.")
  private @Nullable Path out;

  @Mixin private final CheckerOption checker = new CheckerOption();

  GenerateCommand(Shell shell, Optional<ProjectExtension> extension) {
    this.shell = shell;
    this.extension = extension;
  }

  @Override
  public Integer call() throws TlcException, ModelException, IOException, ForeignFileException {
    Generator generator = new Generator(checker.tlc(shell));
    int code = typescript == null || isJavaNamed() ? java(generator) : 0;
    return typescript == null ? code : Math.max(code, typeScript(generator, typescript));
  }

  /** Whether an option names something of Java beside the TypeScript. */
  private boolean isJavaNamed() {
    return out != null
        || javaPackage != null
        || springPackage != null
        || !properties.isEmpty()
        || !Extra.of(machine, monitor).isEmpty();
  }

  private int java(Generator generator)
      throws TlcException, ModelException, IOException, ForeignFileException {
    if (spec == null) {
      ProjectExtension.OwnTree own = ownTree();
      Path folder = out == null ? own.folder() : shell.resolve(out);
      return check
          ? compare(generator, own.request(), CheckSink.wholeFolder(folder, own.others()), folder)
          : write(generator, own.request(), folder);
    }
    Generator.Request request = request(spec);
    Path folder = shell.resolve(Objects.requireNonNull(out));
    return check
        ? compare(generator, request, CheckSink.listedFiles(folder), folder)
        : write(generator, request, folder);
  }

  private int typeScript(Generator generator, Path named)
      throws TlcException, ModelException, IOException, ForeignFileException {
    Generator.Request request = spec == null ? ownTree().request() : typeScriptRequest(spec);
    Path folder = shell.resolve(named);
    if (check) {
      return show(
          Generation.compareTypeScript(
              generator, request, CheckSink.listedFiles(folder), typeScriptCure(named)),
          folder);
    }
    return show(Generation.writeTypeScript(generator, request, folder), folder);
  }

  private Generator.Request typeScriptRequest(Path spec) {
    Path module = shell.existing(spec);
    return Generator.Request.typeScript(
        module, shell.existing(config(module)), Optional.ofNullable(timing).map(shell::existing));
  }

  private Path config(Path module) {
    return config == null ? ModuleFile.beside(module, ".cfg") : config;
  }

  private ProjectExtension.OwnTree ownTree() {
    refuseWithoutSpec("--config", config);
    refuseWithoutSpec("--timing", timing);
    refuseWithoutSpec("--properties", properties.isEmpty() ? null : properties);
    refuseWithoutSpec("--package", javaPackage);
    refuseWithoutSpec("--spring-package", springPackage);
    Extra.of(machine, monitor).forEach(each -> refuseWithoutSpec(each.option(), each));
    return extension
        .orElseThrow(
            () ->
                new UsageException(
                    "--spec is missing: only a checkout of Mooring has a default specification",
                    "For example: mooring generate --spec Door.tla --package org.example.door --out door"))
        .ownTree(shell.project());
  }

  private Generator.Request request(Path spec) {
    Path module = shell.existing(spec);
    if (javaPackage == null || out == null) {
      throw new UsageException(
          "--spec needs " + (javaPackage == null ? "--package" : "--out") + " too",
          "For example: mooring generate --spec "
              + spec
              + " --package org.example.door --out door");
    }
    return Generator.Request.of(
            module,
            shell.existing(config(module)),
            Optional.ofNullable(timing).map(shell::existing),
            cited(),
            javaPackage,
            Optional.ofNullable(springPackage))
        .with(Extra.of(machine, monitor));
  }

  private List<Path> cited() {
    List<Path> cited = new ArrayList<>();
    for (Path each : properties) {
      Path module = shell.existing(each);
      shell.existing(ModuleFile.beside(module, ".cfg"));
      cited.add(module);
    }
    return cited;
  }

  private static void refuseWithoutSpec(String option, @Nullable Object value) {
    if (value != null) {
      throw new UsageException(
          option + " belongs to --spec", "Name a specification, or leave " + option + " out.");
    }
  }

  private int write(Generator generator, Generator.Request request, Path folder)
      throws TlcException, ModelException, IOException, ForeignFileException {
    return show(Generation.write(generator, request, folder), folder);
  }

  private int show(Generation.Written done, Path folder) {
    done.changes().written().forEach(file -> shell.say("written   " + file));
    done.changes().removed().forEach(file -> shell.say("removed   " + file));
    shell.say(done.summary() + " -> " + shell.show(folder) + ": " + done.counts());
    return 0;
  }

  private int compare(Generator generator, Generator.Request request, CheckSink sink, Path folder)
      throws TlcException, ModelException, IOException {
    return show(Generation.compare(generator, request, sink, cure()), folder);
  }

  private int show(Generation.Compared compared, Path folder) {
    shell.say(
        compared.isCurrent()
            ? compared.summary() + ": " + shell.show(folder) + " is current"
            : compared.report());
    compared.note().lines().forEach(shell::say);
    return compared.isCurrent() ? 0 : 1;
  }

  private String cure() {
    if (spec == null) {
      return COMMAND + (out == null ? "" : " --out " + out) + checker.typed();
    }
    return COMMAND
        + specified()
        + " --package "
        + javaPackage
        + (springPackage == null ? "" : " --spring-package " + springPackage)
        + Extra.of(machine, monitor).stream()
            .map(each -> " " + each.option())
            .collect(Collectors.joining())
        + " --out "
        + out
        + checker.typed();
  }

  private String typeScriptCure(Path named) {
    return COMMAND + (spec == null ? "" : specified()) + " --typescript " + named + checker.typed();
  }

  private String specified() {
    return " --spec "
        + spec
        + (config == null ? "" : " --config " + config)
        + (timing == null ? "" : " --timing " + timing);
  }
}
