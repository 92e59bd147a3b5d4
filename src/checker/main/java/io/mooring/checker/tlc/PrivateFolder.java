package io.mooring.checker.tlc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder that is gone when it is closed, or when the process ends before that.
 *
 * <p>Its owner holds a lock on a file in it, which the system takes back even when the process is
 * killed; the next process finds the lock free and removes what was left. Nothing in a folder is
 * worth keeping, so what cannot be removed is not an error.
 */
public final class PrivateFolder implements AutoCloseable {

  private static final String PREFIX = "mooring-tlc-";
  private static final String LOCK = "owner.lock";

  /** For this long a folder is removed repeatedly, while another process still writes to it. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private static final long PAUSE_NANOS = 10_000_000L;

  private static final Set<PrivateFolder> OPEN = ConcurrentHashMap.newKeySet();
  private static volatile boolean ending;

  static {
    sweep(Path.of(System.getProperty("java.io.tmpdir")));
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(PrivateFolder::end, "mooring-tlc-folders"));
    } catch (IllegalStateException alreadyEnding) {
      ending = true;
    }
  }

  private final Path path;
  private final @Nullable FileChannel owned;

  private PrivateFolder(Path path, @Nullable FileChannel owned) {
    this.path = path;
    this.owned = owned;
  }

  /**
   * A new folder.
   *
   * @throws TlcException if none can be created, or the process is ending
   */
  public static PrivateFolder create() throws TlcException {
    PrivateFolder folder;
    try {
      Path path = Files.createTempDirectory(PREFIX);
      folder = new PrivateFolder(path, lock(path));
    } catch (IOException failure) {
      throw new TlcException(
          "No temporary folder can be created in "
              + System.getProperty("java.io.tmpdir")
              + ": "
              + failure.getMessage(),
          failure);
    }
    OPEN.add(folder);
    if (ending) {
      folder.close();
      throw new TlcException("The process is ending");
    }
    return folder;
  }

  /**
   * Locks the file before it has its name, so that no process finds it unlocked; null without
   * locks.
   */
  private static @Nullable FileChannel lock(Path path) {
    try {
      Path unnamed = path.resolve(LOCK + ".new");
      FileChannel channel =
          FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        Files.move(unnamed, path.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
        return channel;
      }
      channel.close();
    } catch (IOException unsupported) {
      // Then no other process removes it if this one is killed.
    }
    return null;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    remove(path);
    OPEN.remove(this);
    if (owned != null) {
      try {
        owned.close();
      } catch (IOException gone) {
        // The lock ends with the process.
      }
    }
  }

  /** Whether the process is ending, so that what fails fails because of that. */
  public static boolean isEnding() {
    return ending;
  }

  private static void end() {
    ending = true;
    OPEN.forEach(PrivateFolder::close);
  }

  /** Removes what processes have left that were killed. */
  static void sweep(Path temporary) {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : left) {
        if (isAbandoned(folder)) {
          remove(folder);
        }
      }
    } catch (IOException | RuntimeException unreadable) {
      // Then it stays where it is.
    }
  }

  private static boolean isAbandoned(Path folder) {
    Path lock = folder.resolve(LOCK);
    if (Files.isSymbolicLink(folder) || !Files.isRegularFile(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free != null;
    } catch (IOException | RuntimeException somebodyElse) {
      return false;
    }
  }

  /** Removes a folder until it stays away: threads of TLC may still write to it. */
  private static void remove(Path folder) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    Path found = folder;
    do {
      found = moved(found, folder);
      try {
        // The lock goes last: if this process is killed meanwhile, the next one continues.
        Files.walkFileTree(found, new Remover(found.resolve(LOCK), found));
        Files.walkFileTree(found, new Remover(null, null));
      } catch (IOException | RuntimeException stillWritten) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } while (Files.exists(found) && System.nanoTime() < end);
  }

  /** Gives a folder a name that no writer knows; where that cannot be, it keeps its own. */
  private static Path moved(Path found, Path folder) {
    if (!found.equals(folder)) {
      return found;
    }
    try {
      return Files.move(
          folder,
          folder.resolveSibling(folder.getFileName() + "-gone"),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException held) {
      return folder;
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {

    private final @Nullable Path keptFile;
    private final @Nullable Path keptFolder;

    Remover(@Nullable Path keptFile, @Nullable Path keptFolder) {
      this.keptFile = keptFile;
      this.keptFolder = keptFolder;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!file.equals(keptFile)) {
        Files.deleteIfExists(file);
      }
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
      if (!folder.equals(keptFolder)) {
        Files.deleteIfExists(folder);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
