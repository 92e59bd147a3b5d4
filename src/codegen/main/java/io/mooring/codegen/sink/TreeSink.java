package io.mooring.codegen.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sink that makes a folder hold exactly the generated files, beside files that are not its own.
 *
 * <p>Nothing is touched before {@link #commit()}, which writes only what differs. A list beside the
 * files records which of them are the generator's; only such a file is ever replaced or removed.
 */
public final class TreeSink implements Sink {

  private final Path root;
  private final MemorySink files = new MemorySink();

  /** A sink for this folder, which need not exist yet. */
  public TreeSink(Path root) {
    this.root = root;
  }

  @Override
  public void put(String path, String text) {
    files.put(path, text);
  }

  /**
   * What {@link #commit()} did to the folder.
   *
   * @param written files that are new or had other content
   * @param removed files that are not generated any more
   * @param unchanged number of files that were as they must be
   */
  public record Changes(List<String> written, List<String> removed, int unchanged) {
    /** Copies the lists. */
    public Changes {
      written = List.copyOf(written);
      removed = List.copyOf(removed);
    }
  }

  /** The files that {@link #commit()} will remove: generated before, and not any more. */
  public Collection<String> orphans() throws IOException {
    SortedSet<String> orphans = GeneratedFiles.read(root);
    orphans.removeAll(files.files().keySet());
    orphans.removeIf(path -> !isOurs(path) || !Files.isRegularFile(root.resolve(path)));
    return orphans;
  }

  /**
   * Writes and removes what must be.
   *
   * @throws ForeignFileException if a generated file would replace one that the list does not name;
   *     nothing was changed then
   */
  public Changes commit() throws IOException, ForeignFileException {
    SortedMap<String, String> pending = pending();
    Collection<String> orphans = orphans();
    for (String orphan : orphans) {
      Files.delete(root.resolve(orphan));
      removeEmptyFolders(root.resolve(orphan).getParent());
    }
    for (Map.Entry<String, String> file : pending.entrySet()) {
      write(file.getKey(), file.getValue());
    }
    String ledger = GeneratedFiles.text(files.files().keySet());
    if (!ledger.equals(read(root.resolve(GeneratedFiles.NAME)))) {
      write(GeneratedFiles.NAME, ledger);
    }
    return new Changes(
        List.copyOf(pending.keySet()), List.copyOf(orphans), files.files().size() - pending.size());
  }

  private SortedMap<String, String> pending() throws IOException, ForeignFileException {
    SortedSet<String> listed = GeneratedFiles.read(root);
    SortedMap<String, String> pending = new TreeMap<>();
    List<String> foreign = new ArrayList<>();
    for (Map.Entry<String, String> file : files.files().entrySet()) {
      Path there = root.resolve(file.getKey());
      if (!file.getValue().equals(read(there))) {
        pending.put(file.getKey(), file.getValue());
        if (Files.exists(there) && !listed.contains(file.getKey())) {
          foreign.add(file.getKey());
        }
      }
    }
    if (!foreign.isEmpty()) {
      throw new ForeignFileException(root, foreign);
    }
    return pending;
  }

  /** A list that was edited by hand must not lead out of the folder. */
  private boolean isOurs(String path) {
    Path folder = root.toAbsolutePath().normalize();
    Path file = folder.resolve(path).normalize();
    return file.startsWith(folder) && !file.equals(folder);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }

  private void removeEmptyFolders(@Nullable Path folder) throws IOException {
    Path each = folder;
    while (each != null && !each.equals(root) && isEmpty(each)) {
      Files.delete(each);
      each = each.getParent();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var children = Files.newDirectoryStream(folder)) {
      return !children.iterator().hasNext();
    }
  }

  private static String read(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        : "";
  }
}
