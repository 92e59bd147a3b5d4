package io.mooring.checker.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.modelcheck.JsonFile;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The reviewed mutants of a specification, each with the reason why no property has to detect it.
 * Mutants that only a figure of the manifest detects may be among them.
 *
 * @param file the file of the list, which need not exist
 * @param entries by the mutant's id
 */
public record ReviewedList(Path file, Map<String, Entry> entries) {

  /** The findings of a review. */
  public enum Finding {
    /** The mutant behaves as the specification does. */
    EQUIVALENT,
    /** It behaves differently, and the difference is acceptable. */
    HARMLESS
  }

  /**
   * The review of a mutant.
   *
   * @param why the reason
   */
  public record Entry(Finding finding, String why) {}

  /** Copies the map. */
  public ReviewedList {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The file of the list of a specification: beside its module. */
  public static Path beside(Path module) {
    return ModuleFile.beside(module, ".survivors.json");
  }

  /** A list without entries. */
  public static ReviewedList none(Path file) {
    return new ReviewedList(file, Map.of());
  }

  /**
   * Reads a list.
   *
   * @throws TlcException if it is not such a list
   */
  public static ReviewedList read(Path file) throws TlcException {
    JsonNode root = JsonFile.read(file);
    JsonNode list = root.path("survivors");
    if (!list.isArray()) {
      throw new TlcException(file + ": must be an object with a list \"survivors\"");
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (JsonNode node : list) {
      String where = String.format(Locale.ROOT, "%s: survivor %d", file, entries.size() + 1);
      String mutant = text(node, "mutant", where);
      String word = text(node, "finding", where);
      Finding finding =
          List.of(Finding.values()).stream()
              .filter(each -> each.name().equalsIgnoreCase(word))
              .findFirst()
              .orElseThrow(
                  () ->
                      new TlcException(
                          where
                              + " has the finding \""
                              + word
                              + "\"; it must be equivalent or harmless"));
      if (entries.put(mutant, new Entry(finding, text(node, "why", where))) != null) {
        throw new TlcException(where + " is in the list twice: " + mutant);
      }
    }
    return new ReviewedList(file, entries);
  }

  private static String text(JsonNode node, String field, String where) throws TlcException {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new TlcException(where + " must have a text as \"" + field + "\"");
    }
    return value.asText();
  }

  /** The review of a mutant, if there is one. */
  public Optional<Entry> of(Mutant mutant) {
    return Optional.ofNullable(entries.get(mutant.id()));
  }

  /** The survivors and undecided mutants without a review. */
  public List<MutantResult> unexplained(KillMatrix matrix) {
    return matrix.open().stream().filter(result -> of(result.mutant()).isEmpty()).toList();
  }

  /** The errors of the list: reviews of mutants that do not exist or did not survive. */
  public List<String> stale(KillMatrix matrix, MutantSet mutantSet) {
    List<String> stale = new ArrayList<>();
    for (String id : entries.keySet()) {
      if (mutantSet.mutants().stream().noneMatch(mutant -> mutant.id().equals(id))) {
        stale.add(id + ": there is no such mutant any more");
      }
    }
    for (MutantResult result : matrix.results()) {
      if (of(result.mutant()).isPresent() && !result.status().isOpenEnded()) {
        stale.add(result.mutant().id() + ": is no survivor: " + ended(result));
      }
    }
    return stale;
  }

  private static String ended(MutantResult result) {
    return result.status() == MutantResult.Status.KILLED
        ? "killed by " + result.killer()
        : result.status().text();
  }
}
