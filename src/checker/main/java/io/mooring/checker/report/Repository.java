package io.mooring.checker.report;

import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a report: the folder that places are relative to, and where a module was read from.
 *
 * <p>The folder is the root of the repository, which has a {@code .git}; without one it is the
 * working folder.
 */
public final class Repository {

  private static final Pattern MODULE = Pattern.compile("\\w+");
  private static final Pattern PLACE =
      Pattern.compile("(?s)([^\\n]*?\\.[a-z]+)(?::(\\d{1,9}))?(?::(\\d{1,9}))?: (.*)");

  private final Path root;
  private final Path directory;
  private final List<Path> modules;

  private Repository(Path root, Path directory, List<Path> modules) {
    this.root = root;
    this.directory = directory;
    this.modules = List.copyOf(modules);
  }

  /**
   * The repository that a file belongs to.
   *
   * @param subject what the report is about; absolute, or relative to the working folder
   * @param directory the working folder
   */
  public static Repository of(Path subject, Path directory) {
    Path work = directory.toAbsolutePath().normalize();
    Path file = work.resolve(subject).normalize();
    for (Path folder = file; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return new Repository(folder, work, List.of(file));
      }
    }
    return new Repository(work, work, List.of(file));
  }

  /** The same, which knows more files that modules were read from; the first of a name counts. */
  public Repository with(Collection<Path> files) {
    List<Path> all = new ArrayList<>(files);
    all.addAll(modules);
    return new Repository(root, directory, all);
  }

  /** The folder that places are relative to. */
  public Path root() {
    return root;
  }

  /** A file as a report names it. */
  public String name(Path file) {
    Path absolute = directory.resolve(file).normalize();
    String name = (absolute.startsWith(root) ? root.relativize(absolute) : absolute).toString();
    return name.isEmpty() ? "." : name.replace('\\', '/');
  }

  /** A file as a whole. */
  public Place place(Path file) {
    return Place.of(name(file));
  }

  /** A line of a file. */
  public Place place(Path file, long line) {
    return Place.of(name(file), (int) Math.min(line, Integer.MAX_VALUE));
  }

  /**
   * The place of a piece of a module: in the file that it was read from, in a file of its name
   * beside one of these; empty for a module of the checker's own.
   */
  public Optional<Place> place(SourceSpan span) {
    return file(span.module()).map(file -> Place.of(name(file), span));
  }

  private Optional<Path> file(String module) {
    for (Path each : modules) {
      if (ModuleFile.name(each).equals(module)) {
        return Optional.of(each);
      }
    }
    if (!MODULE.matcher(module).matches()) {
      return Optional.empty();
    }
    for (Path each : modules) {
      Path beside = directory.resolve(each).resolveSibling(module + ".tla");
      if (Files.isRegularFile(beside)) {
        return Optional.of(beside);
      }
    }
    return Optional.empty();
  }

  /** A sentence that may begin with its place, as the checker's warnings do. */
  public ReportNote note(String text) {
    Matcher matcher = PLACE.matcher(text);
    if (!matcher.matches()) {
      return new ReportNote(brief(text), Optional.empty());
    }
    return named(matcher.group(1))
        .map(file -> new Place(name(file), number(matcher, 2), number(matcher, 3), 0, 0))
        .map(place -> new ReportNote(brief(matcher.group(4)), Optional.of(place)))
        .orElseGet(() -> new ReportNote(brief(text), Optional.empty()));
  }

  /** Why a call could not be carried out, with the place that the exception or its text names. */
  public ReportNote reason(TlcException refused) {
    ReportNote note = note(Objects.requireNonNullElse(refused.getMessage(), "refused").strip());
    return refused
        .span()
        .flatMap(this::place)
        .map(place -> new ReportNote(note.text(), Optional.of(place)))
        .orElse(note);
  }

  /** A text in which the files of the repository have the names of this report. */
  public String brief(String text) {
    return text.replace(root + "/", "").replace(root + "\\", "");
  }

  private Optional<Path> named(String text) {
    try {
      Path named = directory.resolve(text);
      return Files.isRegularFile(named) ? Optional.of(named) : file(ModuleFile.name(named));
    } catch (InvalidPathException notAName) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }
}
