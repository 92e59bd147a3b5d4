package io.mooring.checker.tlc;

import java.nio.file.Path;
import java.util.List;

/**
 * The input of one run of the tools, and the private folder that it may write to.
 *
 * @param module the {@code .tla} file
 * @param config the configuration composed for this run, in the private folder; the module itself
 *     for runs that need none
 * @param userConfig the configuration as the user named it, for messages
 * @param searchPath folders to find modules in, in order
 * @param folder the private folder; removed when the run ends
 * @param watching what a check looks at beside its configuration's properties
 * @param search how to search, and when to give up
 */
public record RunRequest(
    Path module,
    Path config,
    Path userConfig,
    List<Path> searchPath,
    Path folder,
    Probes watching,
    SearchOptions search) {

  /** Copies the search path. */
  public RunRequest {
    searchPath = List.copyOf(searchPath);
  }

  /** The module's name. */
  public String moduleName() {
    String file = module.getFileName().toString();
    return file.endsWith(".tla") ? file.substring(0, file.length() - 4) : file;
  }
}
