package io.mooring.checker.tlc;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The Java classes of one run that belong to a specification or to a library: what replaces
 * operators, and what that uses.
 */
final class LibraryClasses implements Closeable {

  /** Each place where they are found, in order; a jar is open, a folder has no zip. */
  private final Map<Path, Optional<ZipFile>> places = new LinkedHashMap<>();

  /**
   * Those of a search path.
   *
   * @param folders where modules are found; of one that a jar was unpacked to, the jar is meant
   */
  LibraryClasses(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      Path origin = LibraryJar.origin(folder);
      boolean jar = Files.isRegularFile(origin);
      places.put(origin, jar ? Optional.of(new ZipFile(origin.toFile())) : Optional.empty());
    }
  }

  /** The folders and jars, in order. */
  List<Path> places() {
    return new ArrayList<>(places.keySet());
  }

  /** The first file of a name, for example {@code org/example/Queue.class}. */
  Optional<byte[]> read(String name) throws IOException {
    for (Map.Entry<Path, Optional<ZipFile>> place : places.entrySet()) {
      Optional<byte[]> found = read(place, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the places that have a file of a name, in order: the first, whose file is read, and
   * those where it has another content}
   */
  List<Path> rivals(String name) throws IOException {
    List<Path> rivals = new ArrayList<>();
    byte[] first = {};
    for (Map.Entry<Path, Optional<ZipFile>> place : places.entrySet()) {
      Optional<byte[]> found = read(place, name);
      if (found.isPresent() && !Arrays.equals(first, found.get())) {
        first = rivals.isEmpty() ? found.get() : first;
        rivals.add(place.getKey());
      }
    }
    return rivals;
  }

  private static Optional<byte[]> read(Map.Entry<Path, Optional<ZipFile>> place, String name)
      throws IOException {
    Optional<InputStream> found = open(place.getKey(), place.getValue(), name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      return Optional.of(in.readAllBytes());
    }
  }

  /** {@return whether there is a file of a name} */
  boolean has(String name) throws IOException {
    for (Map.Entry<Path, Optional<ZipFile>> place : places.entrySet()) {
      Optional<InputStream> found = open(place.getKey(), place.getValue(), name);
      if (found.isPresent()) {
        found.get().close();
        return true;
      }
    }
    return false;
  }

  private static Optional<InputStream> open(Path folder, Optional<ZipFile> jar, String name)
      throws IOException {
    if (jar.isPresent()) {
      ZipEntry entry = jar.get().getEntry(name);
      return entry == null ? Optional.empty() : Optional.of(jar.get().getInputStream(entry));
    }
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    for (Optional<ZipFile> jar : places.values()) {
      if (jar.isPresent()) {
        jar.get().close();
      }
    }
  }
}
