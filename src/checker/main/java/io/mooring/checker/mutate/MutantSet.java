package io.mooring.checker.mutate;

import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mutants of a specification, with the texts that they are changes of. */
public final class MutantSet {

  private final Path module;
  private final String name;
  private final List<Mutant> mutants;
  private final List<Path> files;
  private final Map<String, SourceText> originals = new TreeMap<>();

  private final List<String> elsewhere;

  MutantSet(Modules modules, List<Mutant> mutants, List<String> elsewhere) throws TlcException {
    this.elsewhere = List.copyOf(elsewhere);
    this.module = modules.root().file();
    this.name = modules.root().name();
    this.mutants = List.copyOf(mutants);
    this.files = modules.names().stream().map(modules::file).toList();
    originals.put(name, modules.text(name));
    for (Mutant mutant : mutants) {
      for (String each : mutant.edits().keySet()) {
        originals.put(each, modules.text(each));
      }
    }
  }

  /** The file of the specification. */
  public Path module() {
    return module;
  }

  /** The files of all its modules, except the modules of the checker. */
  public List<Path> files() {
    return files;
  }

  /** The specification's name. */
  public String name() {
    return name;
  }

  /** The mutants, in the order of the text. */
  public List<Mutant> mutants() {
    return mutants;
  }

  /** The modules that define behaviour but were excluded from mutation. */
  public List<String> elsewhere() {
    return elsewhere;
  }

  /** The texts of a mutant by module: the changed modules and the root module. */
  public Map<String, String> texts(Mutant mutant) {
    Map<String, String> texts = new LinkedHashMap<>();
    originals.forEach(
        (each, original) -> {
          List<Edit> edits = mutant.edits().getOrDefault(each, List.of());
          if (!edits.isEmpty() || each.equals(name)) {
            texts.put(each, original.apply(edits));
          }
        });
    return texts;
  }
}
