package io.mooring.mbt.fuzz;

import io.mooring.mbt.run.InputFormatException;
import io.mooring.mbt.run.InputText;
import io.mooring.mbt.run.Inputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A folder of lists, one file each in the format of {@link InputText}, named after its content.
 * Several processes may share it: a file is written under another name and then moved, so that half
 * of one is never seen, and is not changed afterwards. Thread-safe.
 *
 * @param <I> the inputs
 */
public final class CorpusFolder<I> {
  private static final String EXTENSION = ".events";

  private final Path folder;
  private final Inputs<I> inputs;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final List<String> leftOut = new CopyOnWriteArrayList<>();

  private CorpusFolder(Path folder, Inputs<I> inputs) {
    this.folder = folder;
    this.inputs = inputs;
  }

  /**
   * Opens a folder, and creates it if there is none.
   *
   * @param inputs writes and reads the lists
   * @throws UncheckedIOException if it cannot be created
   */
  public static <I> CorpusFolder<I> open(Path folder, Inputs<I> inputs) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": the corpus folder cannot be created", e);
    }
    return new CorpusFolder<>(folder, inputs);
  }

  /** The files that are no lists, and why. */
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** A file, and the list in it. */
  record Entry<I>(Path file, List<I> list) {}

  /** The lists that were neither read nor written by this object so far, the shortest first. */
  public List<List<I>> unseen() {
    return entries().stream()
        .map(Entry<I>::list)
        .sorted(Comparator.comparingInt(List::size))
        .toList();
  }

  /** The same with their files, in the order of their names. */
  List<Entry<I>> entries() {
    List<Entry<I>> entries = new ArrayList<>();
    for (Path file : files()) {
      if (seen.add(file.getFileName().toString())) {
        try {
          entries.add(new Entry<>(file, InputText.read(file, inputs)));
        } catch (InputFormatException notAList) {
          leftOut.add(Objects.requireNonNullElse(notAList.getMessage(), file.toString()));
        }
      }
    }
    return entries;
  }

  /**
   * Removes a file; another process may have done so.
   *
   * @throws UncheckedIOException if it cannot be removed
   */
  void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the list cannot be removed", e);
    }
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(EXTENSION))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": the corpus folder cannot be read", e);
    }
  }

  /**
   * Writes a list, unless it is there already.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(List<I> list) {
    byte[] text = InputText.write(list, inputs).getBytes(StandardCharsets.UTF_8);
    String name = hash(text) + EXTENSION;
    if (!seen.add(name)) {
      return;
    }
    Path file = folder.resolve(name);
    try {
      Path temporary = Files.createTempFile(folder, name, ".part");
      Files.write(temporary, text);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": the list cannot be written", e);
    }
  }

  private static String hash(byte[] text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
