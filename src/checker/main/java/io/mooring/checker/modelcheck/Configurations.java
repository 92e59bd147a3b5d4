package io.mooring.checker.modelcheck;

import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the configuration of a module for which none was named. */
final class Configurations {

  private Configurations() {}

  /** The one beside the module with the same name. */
  static Path beside(Path module) throws TlcException {
    Path config = ModuleFile.beside(module, ".cfg");
    if (Files.exists(module) && !Files.exists(config)) {
      List<String> others = in(config.toAbsolutePath().resolveSibling(""));
      throw new TlcException(
          String.format(
              Locale.ROOT,
              "%s: has no configuration %s beside it; %s",
              module,
              config.getFileName(),
              others.isEmpty()
                  ? "write one, or name one with --config"
                  : "name one with --config; beside it there "
                      + (others.size() == 1 ? "is " : "are ")
                      + Counts.listed(others)));
    }
    return config;
  }

  private static List<String> in(Path folder) throws TlcException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".cfg"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new TlcException(folder + ": cannot be read", failure);
    }
  }
}
