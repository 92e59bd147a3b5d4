package io.mooring.room.cli;

import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.atlas.EnclosedFiles;
import io.mooring.codegen.atlas.Enclosing;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that a page has in it. */
final class AtlasFiles {

  @Option(
      names = "--counts",
      paramLabel = "FILE",
      description =
          "Show how often each row, edge and edge pair was taken, as fuzz --counts or a test wrote"
              + " it. Given several times, the counts are added.")
  private List<Path> counts = List.of();

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description =
          "Open the page at the comparison with another version: the model file that generate wrote"
              + " of it, below model/.")
  private @Nullable Path compare;

  /** Reads them. */
  Enclosing read(Shell shell) {
    List<Path> files = counts.stream().map(shell::existing).toList();
    Optional<Path> other = Optional.ofNullable(compare).map(shell::existing);
    try {
      EnclosedFiles read = EnclosedFiles.read(files, other);
      return model -> in(shell, read, model);
    } catch (ModelException wrong) {
      throw refused(shell, wrong);
    }
  }

  private static Enclosed in(Shell shell, EnclosedFiles files, Model model) {
    try {
      return files.of(model);
    } catch (ModelException foreign) {
      throw refused(shell, foreign);
    }
  }

  private static UsageException refused(Shell shell, ModelException wrong) {
    return new UsageException(shell.brief(String.valueOf(wrong.getMessage())), "");
  }
}
