package io.mooring.checker.mutate;

import io.mooring.checker.modelcheck.OwnFile;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The files of a mutation: which of those beside a specification are ours, and what its results are
 * called.
 *
 * @param module the specification
 * @param folder where results are written
 * @param warnings receives what a user should know
 */
public record MutationFiles(Path module, Path folder, Consumer<String> warnings) {

  /**
   * {@return the list of explained survivors beside the specification; empty if there is none}
   *
   * @throws TlcException if it is one of ours with an error in it
   */
  public ReviewedList reviewedBeside() throws TlcException {
    Path beside = ReviewedList.beside(module);
    return isOurs(beside, OwnFile::notSurvivors)
        ? ReviewedList.read(beside)
        : ReviewedList.none(beside);
  }

  /** {@return the manifest beside the specification, if there is one} */
  public Optional<Path> manifestBeside() {
    Path beside = module.resolveSibling("manifest.json");
    return isOurs(beside, OwnFile::notManifest) ? Optional.of(beside) : Optional.empty();
  }

  /**
   * Whether a default file exists and is ours; a warning names a file that is not.
   *
   * @param notOurs why a file is not
   */
  private boolean isOurs(Path file, Function<Path, Optional<String>> notOurs) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Optional<String> why = notOurs.apply(file);
    why.ifPresent(
        words ->
            warnings.accept(
                "note: "
                    + file
                    + " "
                    + words
                    + ": it does not seem to be ours, and is left alone"));
    return why.isEmpty();
  }

  /**
   * The log of earlier and current results, shared by all configurations.
   *
   * @param resume whether earlier results are used
   */
  public ResultLog journal(boolean resume) throws TlcException {
    return ResultLog.in(
        folder.resolve(ModuleFile.name(module) + ".journal.ndjson"),
        resume,
        warning -> warnings.accept("warning: " + warning));
  }

  /** Where the matrix is written, without the ending: another file for other configurations. */
  public Path stem(List<Path> configs) {
    String name = ModuleFile.name(module);
    StringBuilder stem = new StringBuilder(name);
    for (Path config : configs) {
      String each = ModuleFile.result(module, config).substring(name.length());
      stem.append(configs.size() > 1 && each.isEmpty() ? "." + name : each);
    }
    return folder.resolve(stem.toString());
  }
}
