package io.mooring.room.cli;

import io.mooring.checker.tlc.OptionText;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model checker to use, and which modules it finds. */
@HelpSection.In(HelpSection.CHECKER)
final class CheckerOption {

  private static final String VARIABLE = "MOORING_LIBRARY";

  @Option(
      names = "--tla2tools",
      paramLabel = "JAR",
      description =
          "Another tla2tools.jar to check with. Default: the one that comes with Mooring.")
  private @Nullable Path jar;

  @Option(
      names = "--library",
      paramLabel = "PATH",
      description =
          "A folder or a jar with modules, and with Java classes that replace operators. May be "
              + "repeated; those of "
              + VARIABLE
              + " come after them. They come after the specification's "
              + "own folder and the working folder, and before the standard modules.")
  private List<Path> libraries = new ArrayList<>();

  Tlc tlc(Shell shell) throws TlcException {
    return ofLibrariesAlone(shell).withWorkingFolder(shell.directory());
  }

  /** The same without the working folder, for specifications that come from elsewhere. */
  Tlc ofLibrariesAlone(Shell shell) throws TlcException {
    Tlc checker = jar == null ? Tlc.bundled() : Tlc.at(shell.existing(jar));
    return checker.withLibraries(libraries(shell));
  }

  /** The options as the caller typed them, each with a space before it. */
  String typed() {
    StringBuilder typed = new StringBuilder();
    if (jar != null) {
      typed.append(" --tla2tools ").append(jar);
    }
    libraries.forEach(each -> typed.append(" --library ").append(each));
    return typed.toString();
  }

  private List<Path> libraries(Shell shell) {
    List<Path> all = new ArrayList<>();
    for (Path each : libraries) {
      all.add(existing(shell, each, "--library"));
    }
    for (String each : OptionText.paths(shell.variable(VARIABLE))) {
      all.add(existing(shell, Path.of(each), VARIABLE));
    }
    return all;
  }

  private static Path existing(Shell shell, Path given, String from) {
    Path library = shell.resolve(given);
    if (!Files.exists(library)) {
      throw new UsageException(
          "there is no folder or jar " + given + ", which " + from + " names",
          "Looked in " + shell.directory() + ".");
    }
    return library;
  }
}
