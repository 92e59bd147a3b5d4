package io.mooring.room.codegen.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder that is gone when it is closed, or when the process ends before that.
 *
 * <p>Nothing in it is worth keeping, so a file that cannot be removed is not an error.
 */
public final class PrivateFolder implements AutoCloseable {

  private static final Set<PrivateFolder> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> OPEN.forEach(PrivateFolder::remove), "mooring-tlc-folders"));
  }

  private final Path path;

  private PrivateFolder(Path path) {
    this.path = path;
  }

  /** A new folder. */
  public static PrivateFolder create() throws TlcException {
    try {
      PrivateFolder folder = new PrivateFolder(Files.createTempDirectory("mooring-tlc-"));
      OPEN.add(folder);
      return folder;
    } catch (IOException failure) {
      throw new TlcException(
          "No temporary folder can be created in " + System.getProperty("java.io.tmpdir"), failure);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    OPEN.remove(this);
    remove();
  }

  private void remove() {
    try {
      Files.walkFileTree(path, new Remover());
    } catch (IOException | UncheckedIOException alreadyGoing) {
      // TLC removes its own files at the same moment; what is left over is left to the system.
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
