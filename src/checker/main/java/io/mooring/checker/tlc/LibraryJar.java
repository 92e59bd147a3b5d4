package io.mooring.checker.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Jars with TLA+ modules. The tools read modules from files, so the modules of a jar are unpacked
 * into a folder, once for each state of the jar; the folder is gone when the process ends.
 */
public final class LibraryJar {

  /** A jar as it was when it was unpacked; another file of the same name is another jar. */
  private record State(Path jar, long size, long modified) {}

  private static final Map<State, Path> FOLDERS = new ConcurrentHashMap<>();
  private static final Map<Path, Path> JARS = new ConcurrentHashMap<>();

  private LibraryJar() {}

  /**
   * The folder with the modules at the root of a jar.
   *
   * @throws TlcException if the file is no jar, or cannot be read or unpacked
   */
  static Path unpacked(Path jar) throws TlcException {
    State state;
    try {
      BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
      state = new State(jar, attributes.size(), attributes.lastModifiedTime().toMillis());
    } catch (IOException failure) {
      throw new TlcException(jar + ": cannot be read: " + Unwritable.why(failure), failure);
    }
    Path known = FOLDERS.get(state);
    if (known != null) {
      return known;
    }
    synchronized (FOLDERS) {
      Path meanwhile = FOLDERS.get(state);
      Path folder = meanwhile == null ? unpack(jar) : meanwhile;
      FOLDERS.put(state, folder);
      return folder;
    }
  }

  private static Path unpack(Path jar) throws TlcException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Path folder = PrivateFolder.create().path();
      JARS.put(folder, jar);
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().matches("\\w+\\.tla")) {
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, folder.resolve(entry.getName()));
          }
        }
      }
      return folder;
    } catch (IOException notJar) {
      throw new TlcException(
          jar + ": neither a folder nor a jar that can be read, so not a library", notJar);
    }
  }

  /** The jar that a folder was unpacked from; the folder itself if it is one of the caller's. */
  static Path origin(Path folder) {
    return JARS.getOrDefault(folder, folder);
  }

  /** {@return the name for people of a folder or a file in it: what is in a jar, by its jar} */
  public static String shown(Path path) {
    Path jar = JARS.get(path);
    if (jar != null) {
      return jar.toString();
    }
    Path folder = path.getParent();
    Path around = folder == null ? null : JARS.get(folder);
    return around == null ? path.toString() : around + "!/" + path.getFileName();
  }
}
