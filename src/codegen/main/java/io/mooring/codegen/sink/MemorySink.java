package io.mooring.codegen.sink;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sink that keeps the files, for tests and for sinks that decide when everything is there. */
public final class MemorySink implements Sink {

  private final SortedMap<String, String> files = new TreeMap<>();

  /** An empty sink. */
  public MemorySink() {}

  @Override
  public void put(String path, String text) {
    if (!path.matches("[^/\\\\]+(/[^/\\\\]+)*") || path.matches("(.*/)?\\.{1,2}(/.*)?")) {
      throw new IllegalArgumentException("Not a path below the destination: " + path);
    }
    if (!text.endsWith("\n") || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("Not a text of lines that end in LF: " + path);
    }
    if (files.putIfAbsent(path, text) != null) {
      throw new IllegalArgumentException("Generated twice: " + path);
    }
  }

  /** The files so far, by path. */
  public SortedMap<String, String> files() {
    return Collections.unmodifiableSortedMap(files);
  }
}
