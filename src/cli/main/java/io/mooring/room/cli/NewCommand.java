package io.mooring.room.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code new}: a project with a specification, for a beginning. */
@Command(
    name = "new",
    description = {
      "Writes a Maven project to begin with: a specification, a class that runs the machine that is"
          + " generated from it, and a test that drives the class along the specification.",
      "Lines to change are marked with the word yours."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./mooring new upload                  the class com.example.upload.Upload",
      "  ./mooring new upload --package org.example.media --name Transfer"
    })
final class NewCommand implements Callable<Integer> {

  private final Shell shell;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "A folder that is empty or does not exist.")
  private @Nullable Path folder;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The package of its Java. Default: com.example and the name in small letters.")
  private @Nullable String javaPackage;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of the module and of its class. Default: the name of the folder.")
  private @Nullable String name;

  @Option(
      names = "--repository",
      paramLabel = "WHERE",
      description =
          "The folder or the URL that Maven gets Mooring from: a build of Mooring writes the folder"
              + " target/repository. Default: your own repositories.")
  private @Nullable String repository;

  NewCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (folder == null) {
      throw new UsageException("the folder to write is missing", "For example: mooring new upload");
    }
    Path target = shell.resolve(folder);
    String chosen = name == null ? ProjectTemplate.nameOf(target) : name;
    ProjectTemplate template =
        ProjectTemplate.of(
            chosen,
            javaPackage == null ? "com.example." + chosen.toLowerCase(Locale.ROOT) : javaPackage,
            repository == null ? null : address(repository));
    refuseUnlessEmpty(target, folder);
    for (ProjectTemplate.Source file : template.files()) {
      Path path = target.resolve(file.path());
      Shell.write(path, file.text());
      shell.say("written   " + shell.show(path));
    }
    String shown = typed(shell.show(target));
    shell.say();
    shell.say(
        "Build it:          " + (shown.equals(".") ? "" : "cd " + shown + " && ") + "mvn verify");
    shell.say("Lines to change:   grep -rn yours: " + shown);
    return 0;
  }

  /** A path as it is typed in a shell. */
  private static String typed(String path) {
    return path.matches("[\\w./-]+") ? path : "'" + path + "'";
  }

  /** The URL that is meant by a folder or a URL. */
  private String address(String where) {
    if (where.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      return where;
    }
    Path there = shell.resolve(Path.of(where));
    if (!Files.isDirectory(there)) {
      throw new UsageException(
          "--repository " + where + " is no folder",
          "A build of Mooring writes one: mvn -DskipTests verify makes target/repository.");
    }
    return there.toUri().toString();
  }

  private static void refuseUnlessEmpty(Path target, Path given) throws IOException {
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new UsageException(given + " is a file; name a folder that is empty or new", "");
    }
    if (Files.isDirectory(target)) {
      try (var files = Files.newDirectoryStream(target)) {
        if (files.iterator().hasNext()) {
          throw new UsageException(given + " is not empty; name a folder that is empty or new", "");
        }
      }
    }
  }
}
