package io.mooring.checker.tlc.inside;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import util.FilenameToStream;

/**
 * Finds the files of a specification: in its search path, then among the standard modules of the
 * checker's jar, which it copies into the run's private folder.
 *
 * <p>TLC's own resolver copies them to fixed names in the system's temporary folder, where two runs
 * meet.
 */
final class ModuleFinder implements FilenameToStream {

  private static final String STANDARD = "tla2sany/StandardModules/";

  private final List<Path> searchPath;
  private final Path folder;

  ModuleFinder(List<Path> searchPath, Path folder) {
    this.searchPath = searchPath;
    this.folder = folder;
  }

  @Override
  public File resolve(String name, boolean isModule) {
    String file = isModule && !name.endsWith(".tla") ? name + ".tla" : name;
    if (Path.of(file).isAbsolute()) {
      return new TLAFile(file, false, this);
    }
    for (Path place : searchPath) {
      Path candidate = place.resolve(file);
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
    try (InputStream in =
        ModuleFinder.class.getClassLoader().getResourceAsStream(STANDARD + file)) {
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

  @Override
  public String getFullPath() {
    return String.join(File.pathSeparator, searchPath.stream().map(Path::toString).toList());
  }

  @Override
  public boolean isStandardModule(String moduleName) {
    return resolve(moduleName, true) instanceof TLAFile file && file.isLibraryModule();
  }
}
