package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.StandIns;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import util.FilenameToStream;

/**
 * Finds the files of a specification: in its search path, then among the standard modules of the
 * checker's jar, and last among our stand-ins for modules of proofs; these two it copies into the
 * run's private folder. The module that was named is never looked for: it is the file that was
 * named.
 *
 * <p>TLC's own resolver copies them to fixed names in the system's temporary folder, where two runs
 * meet.
 */
final class ModuleFinder implements FilenameToStream {

  private static final String STANDARD = "tla2sany/StandardModules/";

  private final RunRequest place;
  private final Path folder;

  ModuleFinder(RunRequest place) {
    this.place = place;
    this.folder = place.folder();
  }

  @Override
  public @Nullable File resolve(String name, boolean isModule) {
    if (name.endsWith(".class")) {
      // TLC would load it by a loader that does not know this run's values; ours finds it itself.
      return null;
    }
    return find(isModule && !name.endsWith(".tla") ? name + ".tla" : name);
  }

  /** The file of a module, wherever it is found. */
  Path file(String module) {
    return find(module + ".tla").toPath();
  }

  /** {@return whether a module is one of our stand-ins in this run} */
  boolean isStandIn(String module) {
    return StandIns.has(module) && file(module).startsWith(folder) && !isOfChecker(module);
  }

  private TLAFile find(String file) {
    if (file.equals(place.moduleName() + ".tla")) {
      return new TLAFile(place.module().toString(), false, this);
    }
    if (Path.of(file).isAbsolute()) {
      return new TLAFile(file, false, this);
    }
    for (Path each : place.searchPath()) {
      Path candidate = each.resolve(file);
      if (Files.isRegularFile(candidate)) {
        return new TLAFile(candidate.toString(), false, this);
      }
    }
    return standard(file)
        .map(copy -> new TLAFile(copy.toString(), true, this))
        .orElseGet(
            () -> new TLAFile(folder.resolve("missing").resolve(file).toString(), false, this));
  }

  private Optional<Path> standard(String file) {
    if (!file.endsWith(".tla")) {
      return Optional.empty();
    }
    Path copy = folder.resolve("modules").resolve(file);
    if (Files.exists(copy)) {
      return Optional.of(copy);
    }
    try (InputStream in = open(file)) {
      if (in == null) {
        return Optional.empty();
      }
      if (!Files.isDirectory(copy.resolveSibling(""))) {
        // Not what is above it: at an interrupt that is gone, and must stay so.
        Files.createDirectory(copy.resolveSibling(""));
      }
      Files.copy(in, copy);
      return Optional.of(copy);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "The standard module " + file + " cannot be unpacked", failure);
    }
  }

  private @Nullable InputStream open(String file) {
    InputStream ofChecker =
        ModuleFinder.class.getClassLoader().getResourceAsStream(STANDARD + file);
    if (ofChecker != null) {
      return ofChecker;
    }
    String standIn =
        StandIns.text(
            file.substring(0, file.length() - ".tla".length()),
            module -> Files.exists(file(module)));
    return standIn == null
        ? null
        : new ByteArrayInputStream(standIn.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return whether the checker's jar has a standard module of this name} */
  static boolean isOfChecker(String module) {
    return ModuleFinder.class.getClassLoader().getResource(STANDARD + module + ".tla") != null;
  }

  @Override
  public String getFullPath() {
    return String.join(
        File.pathSeparator, place.searchPath().stream().map(Path::toString).toList());
  }

  @Override
  public boolean isStandardModule(String moduleName) {
    return find(moduleName + ".tla").isLibraryModule();
  }
}
