package io.mooring.mbt.events;

import io.mooring.checker.tlc.TlcException;
import io.mooring.checker.tlc.Unwritable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where a validation saves how far it is, so that one that was stopped can be resumed: every few
 * seconds, and when it is stopped. At the end of a validation its file is removed.
 */
public final class CheckpointFile {

  private static final long USUAL_NANOS = 2_000_000_000L;

  /** Saving takes a twentieth of the time at most. */
  private static final int SHARE = 20;

  private final Path file;
  private final boolean resume;
  private final Consumer<String> warnings;
  private final long usualNanos;
  private final int share;
  private boolean writable = true;
  private boolean ours;
  private long next;

  private CheckpointFile(
      Path file, boolean resume, Consumer<String> warnings, long usualNanos, int share) {
    this.file = file;
    this.resume = resume;
    this.warnings = warnings;
    this.usualNanos = usualNanos;
    this.share = share;
  }

  /**
   * A checkpoint in a file.
   *
   * @param resume whether the validation goes on from what is there; if there is nothing it begins
   *     at the first line
   * @param warnings receives one message if the file cannot be written: the validation goes on, but
   *     cannot be resumed
   */
  public static CheckpointFile in(Path file, boolean resume, Consumer<String> warnings) {
    return new CheckpointFile(file, resume, warnings, USUAL_NANOS, SHARE);
  }

  /** One that is always due. */
  static CheckpointFile everyTime(Path file, boolean resume) {
    return new CheckpointFile(file, resume, warning -> {}, 0, 0);
  }

  /**
   * A validation begins: what it goes on from.
   *
   * @param inputs what it depends on
   * @throws TlcException if it is no checkpoint, or one of other inputs
   */
  Optional<Checkpoint> begin(Supplier<Map<String, String>> inputs) throws TlcException {
    next = System.nanoTime() + usualNanos;
    if (!resume || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Checkpoint read = Checkpoint.of(Files.readString(file));
      String other = read.difference(inputs.get());
      if (!other.isEmpty()) {
        throw isOf("another " + other);
      }
      ours = true;
      return Optional.of(read);
    } catch (IOException | IllegalArgumentException wrong) {
      throw new TlcException(
          file + ": is no checkpoint that can be read; without --resume it is replaced", wrong);
    }
  }

  /** The refusal of a checkpoint of something else. */
  TlcException isOf(String other) {
    return new TlcException(
        file + ": is a checkpoint of " + other + "; without --resume it is replaced");
  }

  /** Whether it is time to save. */
  boolean isDue() {
    return writable && System.nanoTime() - next >= 0;
  }

  void save(Checkpoint checkpoint) {
    if (!writable) {
      return;
    }
    long begun = System.nanoTime();
    try {
      Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling(""));
      Path whole = file.resolveSibling(file.getFileName() + ".new");
      Files.write(whole, checkpoint.text().getBytes(StandardCharsets.UTF_8));
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      ours = true;
    } catch (IOException failure) {
      writable = false;
      warnings.accept(Unwritable.notResumable(file, failure));
    }
    long end = System.nanoTime();
    next = end + Math.max(usualNanos, share * (end - begun));
  }

  /** Removes it: the validation has come to its end. */
  void remove() {
    try {
      if (ours) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      warnings.accept(file + " cannot be removed (" + Unwritable.why(failure) + ")");
    }
  }
}
