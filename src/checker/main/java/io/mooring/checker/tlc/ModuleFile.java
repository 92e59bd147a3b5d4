package io.mooring.checker.tlc;

import java.nio.file.Path;

/** The name of a module's file, and of the files that belong beside it. */
public final class ModuleFile {

  private ModuleFile() {}

  /** The file's name without {@code .tla}. */
  public static String name(Path module) {
    return module.getFileName().toString().replaceFirst("\\.tla$", "");
  }

  /**
   * The file beside a module that has its name and another ending.
   *
   * @param ending for example {@code .cfg}
   */
  public static Path beside(Path module, String ending) {
    return module.resolveSibling(name(module) + ending);
  }

  /**
   * {@return the name of the results of a module and a configuration: the module's name, followed
   * by a dot and the configuration's name if that differs}
   */
  public static String result(Path module, Path config) {
    Path beside = beside(module, ".cfg").toAbsolutePath().normalize();
    Path used = config.toAbsolutePath().normalize();
    if (used.equals(beside)) {
      return name(module);
    }
    Path folder = beside.getParent();
    Path relative = folder == null ? used : folder.relativize(used);
    String words = relative.toString().replace('\\', '/').replaceFirst("\\.cfg$", "");
    return name(module) + "." + words.replace('/', '+');
  }
}
