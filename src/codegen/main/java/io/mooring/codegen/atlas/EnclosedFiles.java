package io.mooring.codegen.atlas;

import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.ModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that a page has in it: counts, which are added, and the model of another version. */
public final class EnclosedFiles implements Enclosing {

  /** What the page itself accepts: it would stand still for too long. */
  private static final int LARGEST = 16_000_000;

  private final List<Counted> counts;
  private final Optional<Enclosed.Other> other;

  private record Counted(Path file, CoverageCounts counts) {}

  private EnclosedFiles(List<Counted> counts, Optional<Enclosed.Other> other) {
    this.counts = List.copyOf(counts);
    this.other = other;
  }

  /**
   * Reads the files.
   *
   * @param counts files of counts
   * @param compared a model file, as the generator writes it
   * @throws ModelException if one cannot be read, or is none; the message begins with its path
   */
  public static EnclosedFiles read(List<Path> counts, Optional<Path> compared)
      throws ModelException {
    List<Counted> all = new ArrayList<>();
    for (Path file : counts) {
      all.add(new Counted(file, parsed(file, CountsJson::read)));
    }
    Optional<Enclosed.Other> other = Optional.empty();
    if (compared.isPresent()) {
      Path file = compared.get();
      String name = file.getFileName().toString();
      other = Optional.of(new Enclosed.Other(name, parsed(file, ModelJson::read)));
    }
    return new EnclosedFiles(all, other);
  }

  /** The files of counts that are of a machine, and the model, whatever it is of. */
  public EnclosedFiles ofMachine(String name) {
    return new EnclosedFiles(
        counts.stream().filter(each -> each.counts().machine().equals(name)).toList(), other);
  }

  /** A file of counts that is of none of these machines. */
  public Optional<Path> ofNone(Set<String> machines) {
    return counts.stream()
        .filter(each -> !machines.contains(each.counts().machine()))
        .map(Counted::file)
        .findFirst();
  }

  @Override
  public Enclosed of(Model model) throws ModelException {
    Optional<CoverageCounts> sum = Optional.empty();
    for (Counted each : counts) {
      CoverageCounts next = in(each.file(), () -> each.counts().of(model));
      sum = Optional.of(sum.map(before -> before.plus(next)).orElse(next));
    }
    return new Enclosed(sum, other, Optional.empty());
  }

  private interface Parser<T> {
    T parse(String text) throws ModelException;
  }

  private interface Work<T> {
    T done() throws ModelException;
  }

  private static <T> T parsed(Path file, Parser<T> parser) throws ModelException {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new ModelException(
            file + ": it has " + size + " bytes, and " + LARGEST + " are the limit");
      }
      String text = Files.readString(file);
      return in(file, () -> parser.parse(text));
    } catch (IOException unreadable) {
      throw new ModelException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static <T> T in(Path file, Work<T> work) throws ModelException {
    try {
      return work.done();
    } catch (ModelException wrong) {
      throw new ModelException(file + ": " + wrong.getMessage(), wrong);
    }
  }
}
