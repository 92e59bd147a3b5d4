package io.mooring.checker.modelcheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Recognises files of this checker among files that were found by their name and not given by the
 * user: other tools call their files {@code manifest.json}, too. A file of this checker with an
 * error in it is recognised, and its reader reports the error.
 */
public final class OwnFile {

  private OwnFile() {}

  /** Why a file is no list of models, in words that follow its name; empty if it is one. */
  public static Optional<String> notManifest(Path file) {
    return why(file, "models", "module");
  }

  /** Why a file is no list of reviewed mutants, in the same words; empty if it is one. */
  public static Optional<String> notSurvivors(Path file) {
    return why(file, "survivors", "mutant");
  }

  /** {@return whether a file is valid JSON, of any content} */
  public static boolean isJson(Path file) {
    try {
      JsonFile.read(file);
      return true;
    } catch (TlcException notJson) {
      return false;
    }
  }

  private static Optional<String> why(Path file, String list, String member) {
    if (!Files.isRegularFile(file)) {
      return Optional.of("is no file");
    }
    if (!Files.isReadable(file)) {
      return Optional.of("may not be read");
    }
    JsonNode entries;
    try {
      entries = JsonFile.read(file).path(list);
    } catch (TlcException notJson) {
      return Optional.of("is not JSON");
    }
    for (JsonNode entry : entries) {
      if (entry.path(member).isTextual()) {
        return Optional.empty();
      }
    }
    // A list of survivors may be empty, and is one nevertheless.
    return entries.isArray() && entries.isEmpty() && list.equals("survivors")
        ? Optional.empty()
        : Optional.of("has no list \"" + list + "\" with a \"" + member + "\" in its entries");
  }
}
