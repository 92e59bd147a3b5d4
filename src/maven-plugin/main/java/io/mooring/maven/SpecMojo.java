package io.mooring.maven;

import io.mooring.checker.modelcheck.ExitCodes;
import io.mooring.checker.report.Report;
import io.mooring.checker.report.ReportedCall;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.RefusedException;
import io.mooring.checker.tlc.TlcException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that check have in common: which specifications they are about. */
abstract class SpecMojo extends MooringMojo {

  /**
   * The folders with specifications. Default: {@code src/main/tla} and {@code src/test/tla}, as far
   * as they exist.
   */
  @Parameter(property = "mooring.sources")
  private @Nullable List<File> sources;

  /**
   * Only specifications with a path below their folder that one of these patterns matches; a
   * pattern may name the module or the configuration. Default: all.
   */
  @Parameter(property = "mooring.includes")
  private @Nullable List<String> includes;

  /** No specification with a path that one of these patterns matches. */
  @Parameter(property = "mooring.excludes")
  private @Nullable List<String> excludes;

  /** The one specification that this is about, instead of those in the folders. */
  @Parameter(property = "mooring.spec")
  @Nullable String spec;

  /**
   * The list of models, each with its expected result, instead of the specifications in the
   * folders. Default: the file {@code manifest.json} of a folder, if there is one.
   */
  @Parameter(property = "mooring.manifest")
  @Nullable String manifest;

  /**
   * Where reports for programs are written: JUnit XML as surefire writes it, JSON and SARIF, of
   * each specification or manifest.
   */
  @Parameter(
      property = "mooring.reportsDirectory",
      defaultValue = "${project.build.directory}/mooring-reports")
  @SuppressWarnings("NullAway.Init")
  private File reportsDirectory;

  ReportFiles reports() {
    String execution = executionId().equals("default") ? "" : "." + fileName(executionId());
    return new ReportFiles(reportsDirectory.toPath(), "mooring." + goal() + execution);
  }

  /** Runs a part of the work; if it cannot be carried out, the reports say so. */
  Work.Task reported(String name, Path subject, Work.Task task) {
    return () -> {
      try {
        return task.run();
      } catch (RefusedException refused) {
        throw refused;
      } catch (TlcException wrong) {
        reports()
            .write(
                name,
                ReportedCall.of(goal(), Report.Tool.of(""), subject, base())
                    .refused(ExitCodes.WRONG, wrong));
        throw wrong;
      }
    };
  }

  PathPatterns patterns() {
    return new PathPatterns(all(includes), all(excludes));
  }

  /** The folders that are there. */
  List<Path> folders() throws CallException {
    List<Path> folders = new ArrayList<>();
    if (sources == null || sources.isEmpty()) {
      folders.add(base().resolve("src/main/tla"));
      folders.add(base().resolve("src/test/tla"));
      folders.removeIf(each -> !Files.isDirectory(each));
      return folders;
    }
    for (File each : sources) {
      Path folder = absolute(each);
      if (!Files.isDirectory(folder)) {
        throw new CallException("<sources> names " + folder + ", which is not a folder");
      }
      folders.add(folder);
    }
    return folders;
  }

  /** The specification that was named. */
  Path named(String name) throws CallException {
    return find(name, "spec", folders());
  }

  /** A configuration of a module that was named. */
  Path config(String name, Path module) throws CallException {
    return find(name, "config", List.of(module.resolveSibling("")));
  }

  /** The configuration of a module for which none was named. */
  static Path config(Path module) throws CallException {
    Path config = ModuleFile.beside(module, ".cfg");
    if (!Files.isRegularFile(config)) {
      throw new CallException(
          module
              + ": has no configuration "
              + config.getFileName()
              + " beside it; write one, or name one with <config>");
    }
    return config;
  }

  /** Says that there is nothing to do, or refuses it where there should be something. */
  void nothing(List<Path> folders) throws IOException, CallException {
    if (folders.isEmpty()) {
      getLog().info("no specification: there is neither src/main/tla nor src/test/tla");
      return;
    }
    String names = folders.stream().map(Path::toString).collect(Collectors.joining(", "));
    throw new CallException(
        patterns().isAll()
            ? "nothing would be checked: there is no configuration (*.cfg) and no manifest.json in "
                + names
            : "nothing would be checked: <includes> and <excludes> leave no configuration of "
                + names);
  }

  /** The folders of a model: a file of theirs may be read, or what is read may depend on it. */
  static List<Path> around(Model model) {
    return List.of(model.module().resolveSibling(""), model.config().resolveSibling(""));
  }
}
