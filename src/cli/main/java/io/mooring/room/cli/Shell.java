package io.mooring.room.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shell that a command was called from: its folder, its streams, and whether a person watches.
 *
 * <p>Printing is synchronized, so that a report at an interrupt does not tear a line.
 */
final class Shell {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final Path directory;
  private final @Nullable Path home;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private final Progress progress;
  private final Interrupts interrupts = new Interrupts();
  private Paint paint;
  private boolean verbose;

  /**
   * A shell.
   *
   * @param directory the caller's working directory
   * @param home the folder of the start script, if there is one
   * @param terminal whether the streams end at a terminal
   */
  Shell(Path directory, @Nullable Path home, PrintWriter out, PrintWriter err, boolean terminal) {
    this.directory = directory.toAbsolutePath().normalize();
    this.home = home == null ? null : home.toAbsolutePath().normalize();
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.progress = new Progress(err, terminal, System::nanoTime);
    this.paint = Paint.PLAIN;
  }

  /** The shell that this process was started from. */
  static Shell ofProcess() {
    String home = System.getProperty("mooring.home");
    Charset charset = Terminals.charset();
    Shell shell =
        new Shell(
            Path.of(""),
            home == null ? null : Path.of(home),
            new PrintWriter(System.out, false, charset),
            new PrintWriter(System.err, false, charset),
            Terminals.attached());
    shell.color(ColorChoice.AUTO);
    return shell;
  }

  /** Decides whether what follows is coloured. */
  void color(ColorChoice choice) {
    paint = choice.paint(terminal);
  }

  /** Decides whether a failure prints its details. */
  void verbose(boolean wanted) {
    verbose = wanted;
  }

  boolean verbose() {
    return verbose;
  }

  Paint paint() {
    return paint;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  Progress progress() {
    return progress;
  }

  Interrupts interrupts() {
    return interrupts;
  }

  /** What others wrote, without what would steer a terminal or break the line. */
  static String plain(String words) {
    return UNSEEN.matcher(words).replaceAll("?");
  }

  /** Prints a line of the answer. */
  synchronized void say(String line) {
    progress.clear();
    out.print(line);
    out.print('\n');
    out.flush();
  }

  /** Prints an empty line. */
  void say() {
    say("");
  }

  /** Prints a line that is not part of the answer. */
  synchronized void warn(String line) {
    progress.clear();
    err.print(line);
    err.print('\n');
    err.flush();
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
      throw new Refusal(given + " is a folder, not a file", "");
    }
    if (!Files.isRegularFile(file)) {
      Path module = resolve(Path.of(given + ".tla"));
      throw new Refusal(
          "there is no file " + given,
          Files.isRegularFile(module)
              ? "Did you mean " + given + ".tla?"
              : "Looked in " + directory + ".");
    }
    return file;
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
  String brief(String text) {
    String shorter = text.replace(directory + "/", "");
    return findProject()
        .map(project -> shorter.replace(project + "/", show(project) + "/"))
        .orElse(shorter);
  }

  /**
   * The folder of the project: the nearest one at or above the caller's that has a {@code
   * spec/manifest.json}, else the start script's.
   */
  Path project() {
    return findProject()
        .orElseThrow(
            () ->
                new Refusal(
                    "there is no spec/manifest.json in " + directory + " or in a folder above it",
                    "Run it in a checkout of Mooring, or name a file."));
  }

  private Optional<Path> findProject() {
    for (Path folder = directory; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("spec/manifest.json"))) {
        return Optional.of(folder);
      }
    }
    return Optional.ofNullable(home)
        .filter(folder -> Files.isRegularFile(folder.resolve("spec/manifest.json")));
  }

  /** The folder for what a command writes when it is not told where. */
  Path artefacts(String name) {
    return findProject().orElse(directory).resolve("target/mooring").resolve(name);
  }

  /** Writes a text file and the folders above it. */
  static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written", e);
    }
  }
}
