package io.mooring.prover;

import io.mooring.checker.tlc.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which queries were proven before, by their content. */
public final class ProvenBefore {

  private final @Nullable Path file;
  private final Set<String> digests = new HashSet<>();
  private final Set<String> added = new HashSet<>();

  private ProvenBefore(@Nullable Path file) {
    this.file = file;
  }

  /** Nothing was, and nothing will be remembered. */
  public static ProvenBefore nothing() {
    return new ProvenBefore(null);
  }

  /**
   * What a file says, to which more is added.
   *
   * @param file one digest a line; need not exist
   * @throws IOException if it exists and cannot be read
   */
  public static ProvenBefore in(Path file) throws IOException {
    ProvenBefore before = new ProvenBefore(file);
    if (Files.exists(file)) {
      before.digests.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
    }
    return before;
  }

  /** Whether it was proven before; never what was added since. */
  boolean contains(String query) {
    return digests.contains(digest(query));
  }

  void add(String query) {
    String digest = digest(query);
    if (!digests.contains(digest) && added.add(digest) && file != null) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
            file, digest + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException failure) {
        throw new UncheckedIOException(file + ": cannot be written", failure);
      }
    }
  }

  private static String digest(String query) {
    return Digest.sha256(query);
  }
}
