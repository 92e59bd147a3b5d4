package io.mooring.room.faults.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;

/**
 * The mutants that PIT's default operators make of the runtime and of the generated types: the
 * packages {@code io.mooring.room} and {@code io.mooring.room.spec}, class by class; but not of
 * what only a reader distinguishes.
 */
final class Mutants {

  private static final List<String> PACKAGES = List.of("io/mooring/room", "io/mooring/room/spec");

  /** Methods whose change only a reader or a collection could observe. */
  private static final List<String> OF_TEXT = List.of("toString", "equals", "hashCode");

  private final Path classes;
  private final Mutater mutater;

  /**
   * Mutants.
   *
   * @param classes the library's classes
   */
  Mutants(Path classes) {
    this.classes = classes;
    this.mutater =
        new GregorEngineFactory()
            .createEngine(EngineArguments.arguments().withExcludedMethods(OF_TEXT))
            .createMutator(this::bytes);
  }

  /** A class of the library, or one that it extends or uses. */
  private Optional<byte[]> bytes(String name) {
    Path file = file(classes, ClassName.fromString(name));
    try (InputStream bytes =
        Files.exists(file)
            ? Files.newInputStream(file)
            : ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
      return bytes == null ? Optional.empty() : Optional.of(bytes.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path file(Path folder, ClassName name) {
    return folder.resolve(name.asInternalName() + ".class");
  }

  /** All of them, in an order that does not depend on the machine. */
  List<MutationDetails> all() throws IOException {
    List<MutationDetails> all = new ArrayList<>();
    for (String name : PACKAGES) {
      try (Stream<Path> files = Files.list(classes.resolve(name))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".class"))
            .sorted(Comparator.naturalOrder())
            .map(file -> name + "/" + file.substring(0, file.length() - ".class".length()))
            .forEach(each -> all.addAll(mutater.findMutations(ClassName.fromString(each))));
      }
    }
    return all;
  }

  /** Some of them, drawn with a seed. */
  static List<MutationDetails> sample(List<MutationDetails> all, int size, long seed) {
    List<MutationDetails> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, new Random(seed));
    return List.copyOf(drawn.subList(0, Math.min(size, drawn.size())));
  }

  /** Writes the class of one into a folder, for the beginning of a class path. */
  void write(MutationDetails mutant, Path folder) throws IOException {
    Path file = file(folder, mutant.getClassName());
    Files.createDirectories(file.getParent());
    Files.write(file, mutater.getMutation(mutant.getId()).getBytes());
  }
}
