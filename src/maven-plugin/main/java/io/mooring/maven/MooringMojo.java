package io.mooring.maven;

import io.mooring.checker.tlc.Digest;
import io.mooring.checker.tlc.OptionText;
import io.mooring.checker.tlc.RefusedException;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.TooLittleMemory;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: where they run, with which checker, and how they fail. */
@SuppressWarnings("NullAway.Init")
abstract class MooringMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> pluginArtifacts;

  /** Leaves out every goal of this plugin. */
  @Parameter(property = "mooring.skip", defaultValue = "false")
  private boolean skipAll;

  /** Another tla2tools.jar to check with. Default: the one that comes with Mooring. */
  @Parameter(property = "mooring.tla2tools")
  private @Nullable File tla2tools;

  /**
   * Folders and jars with modules, and with Java classes that replace operators. They come after
   * the folder of the specification and that of the project, and before the standard modules; those
   * of the variable {@code MOORING_LIBRARY} come after them.
   */
  @Parameter(property = "mooring.libraries")
  private @Nullable List<File> libraries;

  /** Does the work again that succeeded before, although nothing has changed. */
  @Parameter(property = "mooring.force", defaultValue = "false")
  boolean force;

  private @Nullable Tlc checker;
  private @Nullable BuildLog output;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skipAll || isSkipped()) {
      getLog().info(goal() + " is skipped");
      return;
    }
    try {
      run();
    } catch (FindingException found) {
      throw new MojoFailureException(log().brief(String.valueOf(found.getMessage())));
    } catch (RefusedException refused) {
      throw new MojoExecutionException(
          log().brief(refused.getMessage() + ". " + refused.hint()).strip());
    } catch (TooLittleMemory full) {
      throw new MojoExecutionException(
          log().brief(String.valueOf(full.getMessage()))
              + " (of Maven: MAVEN_OPTS=-Xmx4g gives it more)");
    } catch (TlcException | ModelException wrong) {
      throw new MojoFailureException(log().brief(String.valueOf(wrong.getMessage()).strip()));
    } catch (CallException | ForeignFileException wrong) {
      throw new MojoExecutionException(log().brief(String.valueOf(wrong.getMessage())));
    } catch (IOException failure) {
      throw new MojoExecutionException(
          log().brief("a file cannot be read or written (" + failure + ")"), failure);
    }
  }

  /** Whether this goal alone is left out. */
  abstract boolean isSkipped();

  abstract void run()
      throws TlcException,
          ModelException,
          IOException,
          ForeignFileException,
          CallException,
          FindingException;

  /** The checker; it is loaded when it is needed for the first time. */
  Tlc tlc() throws TlcException {
    if (checker == null) {
      Tlc tlc = tla2tools == null ? Tlc.bundled() : Tlc.at(tla2tools.toPath());
      checker = tlc.withWorkingFolder(base()).withLibraries(libraries());
    }
    return checker;
  }

  private List<Path> libraries() {
    List<Path> all = new ArrayList<>();
    all(libraries).forEach(each -> all.add(each.toPath()));
    String others = Objects.requireNonNullElse(System.getenv("MOORING_LIBRARY"), "");
    OptionText.paths(others).forEach(each -> all.add(base().resolve(each)));
    return all;
  }

  /**
   * Everything that the result of some work depends on.
   *
   * @param settings the parameters of the goal
   * @param trees files, and folders with all that is in them
   * @param shallow folders of which the files count, and not what is below
   */
  DigestCache.Inputs inputs(String settings, List<Path> trees, List<Path> shallow)
      throws TlcException {
    List<Path> all = new ArrayList<>(trees);
    all.addAll(libraries());
    String libraries = String.join("\n", libraries().stream().map(Path::toString).toList());
    return new DigestCache.Inputs(
        String.join("\n", tools(), libraries, settings), all, shallow, List.of(base()));
  }

  BuildLog log() {
    if (output == null) {
      output = new BuildLog(getLog(), base());
    }
    return output;
  }

  /** The folder of the project. */
  Path base() {
    return absolute(project.getBasedir());
  }

  /** The folder for what is built. */
  Path target() {
    return Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize();
  }

  /** The whole path of a file or folder of a parameter. */
  static Path absolute(File given) {
    return given.toPath().toAbsolutePath().normalize();
  }

  String goal() {
    return execution.getGoal();
  }

  String executionId() {
    return execution.getExecutionId();
  }

  /** The work of this execution that was done before. */
  DigestCache cache() {
    return new DigestCache(
        base(), target().resolve("mooring/cache").resolve(fileName(goal() + "-" + executionId())));
  }

  /** The folder of a file below the project, so that two files of one name are kept apart. */
  String place(Path file) {
    Path folder = file.resolveSibling("").normalize();
    return folder.startsWith(base())
        ? base().relativize(folder).toString().replace('\\', '/')
        : fileName(folder.toString());
  }

  /** A text as the name of a file: two texts give two names. */
  static String fileName(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9._+-]", "_");
    return safe.equals(text) ? text : safe + "-" + Digest.sha256(text).substring(0, 8);
  }

  /** The versions of everything that does the work: every file on the plugin's class path. */
  String tools() throws TlcException {
    List<String> tools = new ArrayList<>();
    for (Artifact each : pluginArtifacts) {
      Path file = each.getFile() == null ? null : each.getFile().toPath();
      tools.add(
          each.getId()
              + (file != null && Files.isRegularFile(file)
                  ? " " + Digest.sha256(List.of(file), "")
                  : ""));
    }
    if (tla2tools != null) {
      tools.add(Digest.sha256(List.of(existing(tla2tools.toPath())), ""));
    }
    return String.join("\n", tools);
  }

  private static Path existing(Path file) throws TlcException {
    if (!Files.isRegularFile(file)) {
      throw new RefusedException("there is no file " + file, "<tla2tools> names it.");
    }
    return file;
  }

  /**
   * A file of a parameter.
   *
   * @param name as it was given
   * @param parameter the parameter
   * @param folders where it may be, the folder of the project first
   */
  Path find(String name, String parameter, List<Path> folders) throws CallException {
    List<Path> candidates = new ArrayList<>();
    candidates.add(base().resolve(name).normalize());
    folders.forEach(folder -> candidates.add(folder.resolve(name).normalize()));
    for (Path each : candidates) {
      if (Files.isRegularFile(each)) {
        return each;
      }
    }
    throw new CallException(
        "<"
            + parameter
            + "> there is no file "
            + name
            + " in "
            + String.join(
                ", ",
                candidates.stream()
                    .map(each -> Objects.requireNonNullElse(each.getParent(), each).toString())
                    .distinct()
                    .toList()));
  }

  /** The value of a parameter that is written as a text. */
  static <T> T value(String parameter, String text, Function<String, T> reader)
      throws CallException {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException refused) {
      throw new CallException("<" + parameter + "> " + refused.getMessage());
    }
  }

  static <T> List<T> all(@Nullable List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}
