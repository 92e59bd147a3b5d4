package io.mooring.checker.trace;

import io.mooring.checker.tlc.Trace;
import java.nio.file.Path;

/**
 * Where a behaviour comes from.
 *
 * @param title what it shows, in some words
 * @param description the same in one sentence, as a check says it
 * @param module the specification
 * @param config its configuration
 */
public record TraceOrigin(String title, String description, Path module, Path config) {

  /** The behaviour as a file has it that names these. */
  StoredTrace stored(Path file, Trace trace) {
    return new StoredTrace(
        trace, title, description, seenFrom(file, module), seenFrom(file, config));
  }

  /**
   * A file as another one names it: by the way from the other's folder. Where these have nothing in
   * common that would be an absolute path, and it is the name alone.
   */
  private static String seenFrom(Path file, Path named) {
    Path there = named.toAbsolutePath().normalize();
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    boolean near =
        there.getRoot().equals(folder.getRoot())
            && folder.getNameCount() > 0
            && there.getName(0).equals(folder.getName(0));
    Path way = near ? folder.relativize(there) : there.getFileName();
    return way.toString().replace('\\', '/');
  }
}
