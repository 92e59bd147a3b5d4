package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.LibraryJar;
import io.mooring.checker.tlc.Nearest;
import io.mooring.checker.tlc.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What to say of a module that is nowhere: who needs it, where it was looked for, what to do. */
final class MissingModule {

  /** The modules that a widely used library has, of which no checker has all. */
  private static final Set<String> COMMUNITY =
      Set.of(
          "BagsExt",
          "Bitwise",
          "CSV",
          "Combinatorics",
          "DifferentialEquations",
          "DyadicRationals",
          "FiniteSetsExt",
          "GraphViz",
          "Graphs",
          "HTML",
          "IOUtils",
          "Json",
          "Quorum",
          "Relation",
          "SVG",
          "SequencesExt",
          "ShiViz",
          "Statistics",
          "UndirectedGraphs",
          "VectorClocks");

  private static final String ENDING = ".tla";

  private MissingModule() {}

  static String text(RunRequest place, String name, String importer, Collection<String> standard) {
    List<String> names = new ArrayList<>(standard);
    place.searchPath().forEach(folder -> names.addAll(modules(folder)));
    String cure =
        COMMUNITY.contains(name)
            ? "; it is one of the CommunityModules: name their jar with --library"
            : "; --library names another folder or jar with modules"
                + Nearest.question(name, names);
    return String.format(
        Locale.ROOT,
        "no module %s, which %s needs; looked in %s and among the standard modules%s",
        name,
        importer,
        String.join(", ", place.searchPath().stream().map(LibraryJar::shown).toList()),
        below(place, name)
            .map(folder -> "; there is one in " + folder + ": add --library " + folder)
            .orElse(cure));
  }

  /** A folder that has it, right below one in which it was looked for. */
  private static Optional<Path> below(RunRequest place, String name) {
    for (Path folder : place.searchPath()) {
      try (Stream<Path> files = Files.list(folder)) {
        Optional<Path> found =
            files
                .filter(each -> Files.isRegularFile(each.resolve(name + ENDING)))
                .sorted()
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException unreadable) {
        // A folder that cannot be listed offers nothing.
      }
    }
    return Optional.empty();
  }

  private static List<String> modules(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
