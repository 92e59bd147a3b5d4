package io.mooring.room.cli;

import io.mooring.checker.modelcheck.OwnFile;
import io.mooring.checker.tlc.Digest;
import io.mooring.checker.tlc.Nearest;
import io.mooring.checker.tlc.Unwritable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shell that a command was called from: its folder, its streams, and whether a person watches.
 *
 * <p>Printing is synchronized, so that a report at an interrupt does not tear a line.
 */
public final class Shell {

  /** Where the manifest of a project is. */
  static final String MANIFEST = "spec/manifest.json";

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final Path directory;
  private final @Nullable Path home;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private final Progress progress;
  private final Interrupts interrupts = new Interrupts();
  private AnsiStyle style;
  private boolean verbose;
  private boolean quiet;
  private final List<String> held = new ArrayList<>();
  private InputStream in = System.in;
  private Map<String, String> variables = System.getenv();
  private boolean searched;
  private @Nullable Path project;

  /**
   * A shell.
   *
   * @param directory the caller's working directory
   * @param home the folder of the start script, if there is one
   * @param terminal whether the streams end at a terminal
   */
  public Shell(
      Path directory, @Nullable Path home, PrintWriter out, PrintWriter err, boolean terminal) {
    this.directory = directory.toAbsolutePath().normalize();
    this.home = home == null ? null : home.toAbsolutePath().normalize();
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.progress = new Progress(err, terminal, System::nanoTime);
    this.style = AnsiStyle.PLAIN;
  }

  /** The shell that this process was started from, with the stream that its answers go to. */
  static Shell ofProcess(Output out) {
    String home = System.getProperty("mooring.home");
    Charset charset = Terminals.charset();
    Shell shell =
        new Shell(
            Path.of(""),
            home == null ? null : Path.of(home),
            new PrintWriter(out, false, charset),
            new PrintWriter(System.err, false, charset),
            Terminals.attached());
    shell.color(ColorChoice.AUTO);
    return shell;
  }

  /** Decides whether what follows is coloured. */
  void color(ColorChoice choice) {
    style = choice.style(terminal);
  }

  /** Decides whether a failure prints its details. */
  void verbose(boolean wanted) {
    verbose = wanted;
  }

  boolean verbose() {
    return verbose;
  }

  /** How words are coloured. */
  public AnsiStyle style() {
    return style;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  /** The line that says how far a command has come. */
  public Progress progress() {
    return progress;
  }

  /** {@return the handler of Ctrl-C} */
  public Interrupts interrupts() {
    return interrupts;
  }

  /** Replaces the control characters of foreign text, so that it cannot steer a terminal. */
  static String plain(String words) {
    return UNSEEN.matcher(words).replaceAll("?");
  }

  /** Decides whether the answer is held back until it is known whether all is as expected. */
  synchronized void quiet(boolean wanted) {
    quiet = wanted;
    progress.silence(wanted);
  }

  /** Ends a call: an answer that was held back is printed, unless all is as expected. */
  synchronized void end(int code) {
    quiet = false;
    if (code != 0) {
      held.forEach(this::say);
    }
    held.clear();
  }

  /** Prints a line of the answer. */
  public synchronized void say(String line) {
    if (quiet) {
      held.add(line);
    } else {
      print(line);
    }
  }

  /** Prints a line for a program that reads the output, which is never held back. */
  synchronized void print(String line) {
    progress.clear();
    out.print(style.harmless(line));
    out.print('\n');
    out.flush();
  }

  /** Prints an empty line. */
  public void say() {
    say("");
  }

  /** Prints a line that is not part of the answer. */
  public synchronized void warn(String line) {
    progress.clear();
    err.print(style.harmless(line));
    err.print('\n');
    err.flush();
  }

  /** Says why a command ends with {@link ErrorHandler#WRONG}, and what to do. */
  void complain(String command, String message, String hint) {
    warn(style.bad(command + ":") + " " + message);
    if (!hint.isEmpty()) {
      warn(hint);
    }
  }

  /** {@return how many columns a line of the answer may have} */
  int columns() {
    return terminal ? Terminals.columns() : Terminals.COLUMNS;
  }

  /** The caller's working directory. */
  Path directory() {
    return directory;
  }

  /** A path as the caller means it. */
  Path resolve(Path given) {
    return directory.resolve(given).normalize();
  }

  /** A file that the caller named; refused if there is none. */
  Path existing(Path given) {
    Path file = resolve(given);
    if (Files.isDirectory(file)) {
      throw new UsageException(given + " is a folder, not a file", "");
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "there is no file " + given, "Looked in " + directory + "." + near(file));
    }
    return file;
  }

  /** Resolves an input that is read once, sequentially: a file or a pipe. */
  Path readable(Path given) {
    Path file = resolve(given);
    if (Files.isDirectory(file) || !Files.exists(file)) {
      return existing(given);
    }
    if (!Files.isReadable(file)) {
      throw new UsageException("no permission to read " + given, "");
    }
    return file;
  }

  /** {@return the standard input} */
  InputStream in() {
    return in;
  }

  /** {@return a variable of the environment; empty if it is not set} */
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Sets the variables instead of those of this process. */
  void variables(Map<String, String> others) {
    variables = others;
  }

  /** Sets what is read instead of what is piped into this process. */
  void in(InputStream other) {
    in = other;
  }

  /** A file beside one that is not there that may have been meant. */
  private String near(Path missing) {
    Path folder = missing.getParent();
    Path name = missing.getFileName();
    if (folder == null || name == null) {
      return "";
    }
    List<String> files = new ArrayList<>();
    try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      there.forEach(file -> files.add(String.valueOf(file.getFileName())));
    } catch (IOException | RuntimeException unreadable) {
      return "";
    }
    Optional<String> meant =
        files.contains(name + ".tla")
            ? Optional.of(name + ".tla")
            : Nearest.to(name.toString(), files);
    return meant
        .map(file -> " Did you mean " + show(missing.resolveSibling(file)) + "?")
        .orElse("");
  }

  /** A path as the caller would type it. */
  String show(Path path) {
    Path absolute = resolve(path);
    if (absolute.equals(directory)) {
      return ".";
    }
    if (absolute.getRoot() == null || !absolute.getRoot().equals(directory.getRoot())) {
      return absolute.toString();
    }
    String relative = directory.relativize(absolute).toString();
    return relative.length() <= absolute.toString().length() ? relative : absolute.toString();
  }

  /** A text of other parts with the paths in it as the caller would type them. */
  public String brief(String text) {
    String shorter = text.replace(directory + "/", "");
    return findProject()
        .map(project -> shorter.replace(project + "/", show(project) + "/"))
        .orElse(shorter);
  }

  /**
   * The folder of the project: the nearest one at or above the caller's that has a {@code
   * spec/manifest.json}, else the start script's.
   */
  public Path project() {
    return findProject()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no spec/manifest.json in " + directory + " or in a folder above it",
                    "Run it in a checkout of Mooring, or name a file."));
  }

  private synchronized Optional<Path> findProject() {
    if (!searched) {
      searched = true;
      project = searchProject();
    }
    return Optional.ofNullable(project);
  }

  private @Nullable Path searchProject() {
    Path broken = null;
    for (Path folder = directory; folder != null; folder = folder.getParent()) {
      Path manifest = folder.resolve(MANIFEST);
      if (!Files.isRegularFile(manifest)) {
        continue;
      }
      // Another project's folder may contain a file of that name, too.
      if (folder.equals(home) || OwnFile.notManifest(manifest).isEmpty()) {
        return folder;
      }
      broken = broken == null && !OwnFile.isJson(manifest) ? folder : broken;
    }
    return home != null && Files.isRegularFile(home.resolve(MANIFEST)) ? home : broken;
  }

  /** Where a page of the documentation is: beside the start script, wherever the caller is. */
  String page(String name) {
    return Stream.concat(Stream.ofNullable(home), findProject().stream())
        .map(folder -> folder.resolve("src/docs/guide").resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(this::show)
        .orElse("src/docs/guide/" + name + " of Mooring");
  }

  /** The default output folder of a command, below the caller's directory. */
  public Path artefacts(String name) {
    return directory.resolve("target/mooring").resolve(name);
  }

  /**
   * The folder for what a command finds about a file: within it files of other folders have other
   * places, so that two of one name do not take each other's.
   *
   * @param kind the command
   * @param out what the caller has chosen; null for the usual
   * @param subject the file that it is about
   */
  public Path results(String kind, @Nullable Path out, Path subject) {
    Path base = out == null ? artefacts(kind) : resolve(out);
    Path folder = resolve(subject).resolveSibling("").normalize();
    if (folder.startsWith(directory)) {
      return base.resolve(directory.relativize(folder)).normalize();
    }
    String name = folder.getFileName() == null ? "root" : folder.getFileName().toString();
    return base.resolve(name + "-" + Digest.sha256(folder.toString()).substring(0, 8));
  }

  /**
   * Writes what a command has found. Where that is not possible it is a warning: what was found
   * stands, and the command ends as it would have ended.
   *
   * @return whether it was written
   */
  boolean save(Path file, String text) {
    try {
      write(file, text);
      return true;
    } catch (UncheckedIOException failure) {
      IOException cause = failure.getCause();
      unwritten(file, cause == null ? "unknown" : Unwritable.why(cause));
      return false;
    }
  }

  /** Says that something that was found could not be written. */
  void unwritten(Path file, String why) {
    warn("warning: " + show(file) + " could not be written (" + why + ")");
  }

  /** Writes a text file and the folders above it. */
  static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      // Half of a character, which traces can have, is written as a question mark.
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }
}
