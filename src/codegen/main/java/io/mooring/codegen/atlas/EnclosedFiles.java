package io.mooring.codegen.atlas;

import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.ModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that a page has in it: counts, which are added, and the model of another version. */
public final class EnclosedFiles implements Enclosing {

  /** What the page itself accepts: it would stand still for too long. */
  private static final int LARGEST = 16_000_000;

  private final Map<Path, CoverageCounts> counts = new LinkedHashMap<>();
  private final Optional<Enclosed.Other> other;

  private EnclosedFiles(Map<Path, CoverageCounts> counts, Optional<Enclosed.Other> other) {
    this.counts.putAll(counts);
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
    Map<Path, CoverageCounts> all = new LinkedHashMap<>();
    for (Path file : counts) {
      all.put(file, parsed(file, CountsJson::read));
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
    Map<Path, CoverageCounts> own = new LinkedHashMap<>(counts);
    own.values().removeIf(each -> !each.machine().equals(name));
    return new EnclosedFiles(own, other);
  }

  @Override
  public Enclosed of(Model model) throws ModelException {
    Optional<CoverageCounts> sum = Optional.empty();
    for (Map.Entry<Path, CoverageCounts> each : counts.entrySet()) {
      CoverageCounts next = in(each.getKey(), () -> each.getValue().of(model));
      sum = Optional.of(sum.map(before -> before.plus(next)).orElse(next));
    }
    return new Enclosed(sum, other);
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
