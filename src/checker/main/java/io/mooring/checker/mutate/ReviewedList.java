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
 * The mutants of a specification that somebody has looked at, each with the reason why nothing has
 * to notice it. What only a figure of the manifest notices may be among them.
 *
 * @param file where the list stands, or would stand
 * @param entries by the mutant's id
 */
public record ReviewedList(Path file, Map<String, Entry> entries) {

  /** What a reviewer can find. */
  public enum Finding {
    /** The mutant does the same as the specification. */
    EQUIVALENT,
    /** It does something else, which is as good. */
    HARMLESS
  }

  /**
   * A reviewer's word on a mutant.
   *
   * @param why the reason
   */
  public record Entry(Finding finding, String why) {}

  /** Copies the map. */
  public ReviewedList {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Where the list of a specification is looked for: beside it. */
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
   * @throws TlcException if it is none
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

  /** The word on a mutant, if there is one. */
  public Optional<Entry> of(Mutant mutant) {
    return Optional.ofNullable(entries.get(mutant.id()));
  }

  /** The survivors and undecided mutants on which there is no word. */
  public List<MutantResult> unexplained(KillMatrix matrix) {
    return matrix.open().stream().filter(fate -> of(fate.mutant()).isEmpty()).toList();
  }

  /** What is wrong with the list: words on mutants that do not exist, or did not survive. */
  public List<String> stale(KillMatrix matrix, MutantSet population) {
    List<String> stale = new ArrayList<>();
    for (String id : entries.keySet()) {
      if (population.mutants().stream().noneMatch(mutant -> mutant.id().equals(id))) {
        stale.add(id + ": there is no such mutant any more");
      }
    }
    for (MutantResult fate : matrix.fates()) {
      if (of(fate.mutant()).isPresent() && !fate.kind().isOpenEnded()) {
        stale.add(fate.mutant().id() + ": is no survivor: " + ended(fate));
      }
    }
    return stale;
  }

  private static String ended(MutantResult fate) {
    return fate.kind() == MutantResult.Status.KILLED
        ? "killed by " + fate.killer()
        : fate.kind().text();
  }
}
