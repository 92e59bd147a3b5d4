package io.mooring.maven;

import io.mooring.checker.tlc.ModuleFile;
import java.nio.file.Path;

/**
 * A module with a configuration: what one check is about.
 *
 * @param module the module
 * @param config its configuration
 */
record Model(Path module, Path config) {

  /** {@return its name: the module's, followed by the configuration's if that differs} */
  String name() {
    return ModuleFile.result(module, config);
  }

  /** Whether the configuration is the one of the module's name. */
  boolean isMain() {
    return config.equals(ModuleFile.beside(module, ".cfg"));
  }
}
