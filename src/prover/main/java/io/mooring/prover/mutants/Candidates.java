package io.mooring.prover.mutants;

import io.mooring.checker.modelcheck.ListedMutant;
import io.mooring.checker.mutate.MutantFinder;
import io.mooring.checker.mutate.MutantSet;
import io.mooring.checker.tlc.ModuleFile;
import io.mooring.checker.tlc.PrivateFolder;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.prover.model.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mutants of a specification that is proven: those of a generator, and hand-written ones. */
public final class Candidates {

  private static final String ROOT = "MooringMutant";

  private static final Pattern EXTENDS =
      Pattern.compile("(?m)^\\s*EXTENDS\\s+(\\w+(?:\\s*,\\s*\\w+)*)");

  private Candidates() {}

  /**
   * Every small wrong change of what the specification does. Its invariant and its properties keep
   * what they say.
   *
   * @param modules modules whose text is changed; if there are none, the specification's and those
   *     that it extends
   * @throws TlcException if the specification cannot be read, or has no such module
   */
  public static List<Candidate> generated(Tlc tlc, Question question, List<String> modules)
      throws TlcException {
    MutantSet all;
    try (PrivateFolder folder = PrivateFolder.create()) {
      Path config = folder.path().resolve("proven.cfg");
      List<String> properties = new ArrayList<>(List.of(question.invariant()));
      properties.addAll(question.properties());
      Files.writeString(
          config,
          "SPECIFICATION "
              + question.specification()
              + "\nPROPERTIES "
              + String.join(" ", properties)
              + "\n",
          StandardCharsets.UTF_8);
      all = MutantFinder.mutants(tlc, question.module(), List.of(config), modules);
    } catch (IOException failure) {
      throw new TlcException("a temporary file cannot be written", failure);
    }
    return all.mutants().stream()
        .map(
            each ->
                new Candidate(
                    each.id(), each.description(), "", all.name(), all.texts(each), Map.of()))
        .toList();
  }

  /**
   * The mutants of a manifest whose module extends nothing but modules that the specification
   * extends, and replaces definitions of these.
   *
   * @throws TlcException if a file cannot be read
   */
  public static List<Candidate> ofManifest(Tlc tlc, Question question, Path manifest)
      throws TlcException {
    List<String> own = new ArrayList<>(tlc.parse(question.module()).extendsModules());
    String name = ModuleFile.name(question.module());
    own.add(name);
    List<Candidate> all = new ArrayList<>();
    for (ListedMutant each : ListedMutant.of(manifest)) {
      String text = text(each.module());
      List<String> extended = extended(text);
      if (!extended.isEmpty() && own.containsAll(extended)) {
        String mutant = ModuleFile.name(each.module());
        String both = "EXTENDS " + name + ", " + mutant;
        all.add(
            new Candidate(
                each.name(),
                replacing(each.substitute()),
                each.violates(),
                ROOT,
                Map.of(ROOT, "---- MODULE " + ROOT + " ----\n" + both + "\n====\n", mutant, text),
                each.substitute()));
      }
    }
    return all;
  }

  /** The modules that a module extends itself, by its text: a parser would read all of them. */
  private static List<String> extended(String text) {
    Matcher found = EXTENDS.matcher(text);
    return found.find() ? List.of(found.group(1).split("\\s*,\\s*", -1)) : List.of();
  }

  private static String replacing(Map<String, String> substitute) {
    return substitute.entrySet().stream()
        .map(each -> each.getKey() + " <- " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String text(Path module) throws TlcException {
    try {
      return Files.readString(module, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new TlcException(module + ": cannot be read", failure);
    }
  }
}
