package io.mooring.room.codegen.tlc;

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
}
