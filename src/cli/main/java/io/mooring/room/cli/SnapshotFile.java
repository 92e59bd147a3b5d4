package io.mooring.room.cli;

import io.mooring.room.ConnectionSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file with the latest snapshot of a connection, for the process that comes after one that was
 * killed. No other user may read it: with a snapshot one can take over the session. It is replaced
 * as a whole, so that a process may be killed at any moment. Safe for use by any thread.
 */
final class SnapshotFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final String shown;

  /**
   * A file that may be there.
   *
   * @param shown its name as the caller typed it
   */
  SnapshotFile(Path file, String shown) {
    this.file = file;
    this.shown = shown;
  }

  /**
   * A stored snapshot.
   *
   * @param age how long ago, by the clock of the machine; negative when that was set back
   */
  record Stored(ConnectionSnapshot snapshot, Duration age) {}

  /** {@return the snapshot of an earlier process, or empty if there is no such file} */
  Optional<Stored> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException(shown + " is no file", "Name another one.");
    }
    Instant written = Files.getLastModifiedTime(file).toInstant();
    try {
      return Optional.of(
          new Stored(
              ConnectionSnapshot.parse(Files.readString(file)),
              Duration.between(written, Instant.now())));
    } catch (CharacterCodingException noText) {
      throw new UsageException(shown + " is no snapshot", "Remove the file, or name another one.");
    } catch (IllegalArgumentException unreadable) {
      throw new UsageException(
          shown + " cannot be read. " + unreadable.getMessage(),
          "Remove the file, or name another one.");
    }
  }

  /** Stores what there is now in place of what there was. */
  synchronized void write(Supplier<ConnectionSnapshot> latest) {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(next);
      Files.createFile(next, permissions());
      Files.write(next, latest.get().text().getBytes(StandardCharsets.UTF_8));
      try {
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException notHere) {
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(shown + " could not be written", failure);
    }
  }

  /** There is nothing to come back to. */
  synchronized void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  private FileAttribute<?>[] permissions() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }
}
