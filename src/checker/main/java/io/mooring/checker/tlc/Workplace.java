package io.mooring.checker.tlc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The inputs of one run: where its modules and classes are found, and the configuration that is
 * composed for it.
 *
 * @param libraries where modules are looked for beside the specification's folder
 * @param loader the class loader of the run
 * @param folder the private folder of the run
 */
record Workplace(Libraries libraries, TlcLoader loader, Path folder) {

  RunRequest of(Path module, List<Path> homes, Optional<Path> config) throws TlcException {
    requireFile(module, "module");
    if (!module.getFileName().toString().endsWith(".tla")) {
      throw new TlcException(module + ": not a TLA+ module; its name does not end in .tla");
    }
    Path absolute = module.toAbsolutePath().normalize();
    List<Path> own = new ArrayList<>();
    own.add(absolute.resolveSibling(""));
    own.addAll(homes);
    List<Path> path = libraries.searchPath(own, config);
    try {
      loader.add(new LibraryClasses(path));
    } catch (IOException failure) {
      throw new TlcException("A library cannot be read: " + failure.getMessage(), failure);
    }
    return new RunRequest(
        absolute, absolute, absolute, path, folder, Probes.NOTHING, SearchOptions.DEFAULT);
  }

  RunRequest of(CheckRequest request, boolean complete) throws TlcException {
    requireFile(request.module(), "module");
    requireFile(request.config(), "configuration");
    ConfigFile config = ConfigFile.read(request.config());
    if (complete) {
      config.refuseNarrowing();
    }
    RunRequest plain = of(request.module(), request.homes(), Optional.of(request.config()));
    Path composed = folder.resolve("model.cfg");
    boolean seeking = request.watching().searches();
    Set<String> without = new TreeSet<>(request.without());
    if (seeking) {
      without.addAll(config.checked());
      without.addAll(config.atEnd());
    }
    try {
      Files.writeString(
          composed, config.composed(request.substitutions(), request.constants(), without));
    } catch (IOException failure) {
      throw new TlcException(composed + ": cannot be written", failure);
    }
    return new RunRequest(
        plain.module(),
        composed,
        request.config(),
        plain.searchPath(),
        plain.folder(),
        request.watching(),
        request.search());
  }

  /** For a module that needs no configuration. */
  RunRequest ofConstants(Path module) throws TlcException {
    RunRequest plain = of(module, List.of(), Optional.empty());
    Path empty = folder.resolve("model.cfg");
    try {
      Files.writeString(empty, "");
    } catch (IOException failure) {
      throw new TlcException(empty + ": cannot be written", failure);
    }
    return new RunRequest(
        plain.module(),
        empty,
        plain.module(),
        plain.searchPath(),
        plain.folder(),
        plain.watching(),
        plain.search());
  }

  private static void requireFile(Path file, String what) throws TlcException {
    if (!Files.exists(file)) {
      throw new TlcException(file + ": no such " + what);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new TlcException(file + ": not a readable file");
    }
  }
}
