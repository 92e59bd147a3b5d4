package io.mooring.checker.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a checker looks for modules, and for Java classes that replace their operators, beside the
 * folder of the specification.
 */
final class Libraries {

  static final Libraries NONE = new Libraries(null, List.of(), List.of());

  private final @Nullable Path workingFolder;
  private final List<Path> named;
  private final List<Path> folders;

  private Libraries(@Nullable Path workingFolder, List<Path> named, List<Path> folders) {
    this.workingFolder = workingFolder;
    this.named = List.copyOf(named);
    this.folders = List.copyOf(folders);
  }

  /**
   * The same with other libraries.
   *
   * @throws TlcException if one of them is neither a folder nor a jar
   */
  Libraries with(Collection<Path> libraries) throws TlcException {
    List<Path> absolute = new ArrayList<>();
    List<Path> unpacked = new ArrayList<>();
    for (Path each : libraries) {
      Path library = each.toAbsolutePath().normalize();
      if (!Files.exists(library)) {
        throw new TlcException(each + ": no such library; it is a folder or a jar");
      }
      if (library.toString().endsWith(".tla") || library.toString().endsWith(".class")) {
        throw new TlcException(
            each
                + ": a single file, and a library is a folder or a jar; name the folder that has it");
      }
      absolute.add(library);
      unpacked.add(Files.isDirectory(library) ? library : LibraryJar.unpacked(library));
    }
    return new Libraries(workingFolder, absolute, unpacked);
  }

  /** The same with a working folder, which comes before the libraries. */
  Libraries in(Path folder) {
    return new Libraries(folder.toAbsolutePath().normalize(), named, folders);
  }

  /** The libraries as the caller named them, absolute. */
  List<Path> named() {
    return named;
  }

  /**
   * {@return whether a module's file comes from a library, and is not beside one of those given}
   */
  boolean hasModule(Path file, Path root) {
    Path folder = folder(file);
    return folders.contains(folder)
        && !folder.equals(folder(root))
        && !folder.equals(workingFolder);
  }

  /**
   * The folders in which a run looks for modules, in order: those of the specification itself, the
   * working folder, that of the configuration, the libraries, and last those above the
   * specification, so that a folder of models finds what they are models of.
   *
   * @param homes the folder of the module that was named, and others that count as its own
   */
  List<Path> searchPath(List<Path> homes, Optional<Path> config) {
    Set<Path> path = new LinkedHashSet<>();
    homes.forEach(home -> path.add(home.toAbsolutePath().normalize()));
    List<Path> above = path.stream().map(home -> home.resolve("..").normalize()).toList();
    if (workingFolder != null) {
      path.add(workingFolder);
    }
    config.map(Libraries::folder).ifPresent(path::add);
    path.addAll(folders);
    path.addAll(above);
    return List.copyOf(path);
  }

  /**
   * The files beside modules that a result may depend on: the Java classes in the folders of the
   * search path and all of libraries, and libraries that are jars, in order.
   */
  List<Path> code(Path specification) throws TlcException {
    Set<Path> code = new LinkedHashSet<>();
    for (Path folder : searchPath(List.of(folder(specification)), Optional.empty())) {
      code.addAll(classes(folder, 1));
    }
    for (Path library : named) {
      code.addAll(
          Files.isDirectory(library) ? classes(library, Integer.MAX_VALUE) : List.of(library));
    }
    return List.copyOf(code);
  }

  private static List<Path> classes(Path folder, int depth) throws TlcException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    } catch (IOException | UncheckedIOException failure) {
      throw new TlcException(folder + ": cannot be read", failure);
    }
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }
}
