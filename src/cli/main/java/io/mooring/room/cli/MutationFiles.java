package io.mooring.room.cli;

import io.mooring.checker.mutate.ResultLog;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files of {@code mutate}: which of those beside a specification are ours, and what its results
 * are called.
 *
 * @param module the specification
 * @param out the folder that the caller has chosen; null for the usual
 */
record MutationFiles(Shell shell, Path module, @Nullable Path out) {

  /**
   * Whether a default file exists and is ours; a warning names a file that is not.
   *
   * @param notOurs why a file is not
   */
  static boolean isOurs(Shell shell, Path file, Function<Path, Optional<String>> notOurs) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Optional<String> why = notOurs.apply(file);
    why.ifPresent(
        words ->
            shell.warn(
                "note: "
                    + shell.show(file)
                    + " "
                    + words
                    + ": it does not seem to be ours, and is left alone"));
    return why.isEmpty();
  }

  /** The log of earlier and current results, shared by all configurations. */
  ResultLog journal(boolean resume) throws TlcException {
    return ResultLog.in(
        folder().resolve(ModuleFile.name(module) + ".journal.ndjson"),
        resume,
        warning -> shell.warn("warning: " + shell.brief(warning)));
  }

  /** Where the matrix is written, without the ending: another file for other configurations. */
  Path stem(List<Path> configs) {
    String name = ModuleFile.name(module);
    StringBuilder stem = new StringBuilder(name);
    for (Path config : configs) {
      String each = ModuleFile.result(module, config).substring(name.length());
      stem.append(configs.size() > 1 && each.isEmpty() ? "." + name : each);
    }
    return folder().resolve(stem.toString());
  }

  private Path folder() {
    return shell.results("mutate", out, module);
  }

  /** Writes one file of the matrix, and says where. */
  static void save(Shell shell, Path stem, String ending, String text) {
    Path file = stem.resolveSibling(stem.getFileName() + ending);
    if (shell.save(file, text)) {
      shell.say("written: " + shell.show(file));
    }
  }
}
