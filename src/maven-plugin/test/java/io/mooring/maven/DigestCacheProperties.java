package io.mooring.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever was read or written: the same is current, and any change of it is not. */
final class DigestCacheProperties {

  private Path project = Path.of("");

  /** A file with its text. */
  record Named(String name, String text) {}

  /** What may happen between two builds. */
  enum Change {
    EDIT,
    REMOVE,
    ADD,
    RENAME,
    EDIT_PARSED,
    EDIT_RESULT,
    REMOVE_RESULT,
    SETTING
  }

  @BeforeTry
  void begin() throws IOException {
    project = Files.createTempDirectory("digest-cache");
  }

  @AfterTry
  void end() throws IOException {
    try (Stream<Path> all = Files.walk(project)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Provide
  Arbitrary<List<Named>> files() {
    Arbitrary<String> names =
        Arbitraries.strings().withCharRange('a', 'f').ofMinLength(1).ofMaxLength(3);
    Arbitrary<Named> file =
        Combinators.combine(names, Arbitraries.strings().ofMaxLength(5)).as(Named::new);
    return file.list().uniqueElements(Named::name).ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = 100)
  void theSameIsCurrentAndAChangeIsNot(
      @ForAll("files") List<Named> files, @ForAll Change change, @ForAll String setting)
      throws IOException, TlcException {
    Path specs = Files.createDirectories(project.resolve("specs"));
    for (Named each : files) {
      Files.writeString(specs.resolve(each.name()), each.text());
    }
    Path parsed = write("elsewhere/Parsed.tla", "parsed");
    Path result = write("target/result", "result");
    DigestCache cache = new DigestCache(project, project.resolve("target/cache"));
    DigestCache.Inputs inputs = inputs(setting, specs);

    assertThat(cache.isCurrent("work", inputs)).isFalse();
    cache.begin("work");
    cache.succeeded("work", inputs, List.of(parsed), List.of(result));
    assertThat(cache.isCurrent("work", inputs)).isTrue();
    assertThat(cache.isCurrent("other", inputs)).isFalse();

    DigestCache.Inputs later = inputs;
    Path first = specs.resolve(files.get(0).name());
    switch (change) {
      case EDIT -> Files.writeString(first, files.get(0).text() + "!");
      case REMOVE -> Files.delete(first);
      case ADD -> write("specs/added.tla", "");
      case RENAME -> Files.move(first, specs.resolve("renamed.tla"));
      case EDIT_PARSED -> Files.writeString(parsed, "changed");
      case EDIT_RESULT -> Files.writeString(result, "changed");
      case REMOVE_RESULT -> Files.delete(result);
      case SETTING -> later = inputs(setting + "!", specs);
    }
    assertThat(cache.isCurrent("work", later)).as(change.name()).isFalse();
  }

  /** Two lists of files that differ have two markers, whatever is in the texts and names. */
  @Property(tries = 100)
  void anotherListOfFilesIsAnotherResult(
      @ForAll("files") List<Named> one, @ForAll("files") List<Named> other)
      throws IOException, TlcException {
    DigestCache cache = new DigestCache(project, project.resolve("target/cache"));
    Path specs = Files.createDirectories(project.resolve("specs"));
    for (Named each : one) {
      Files.writeString(specs.resolve(each.name()), each.text());
    }
    cache.succeeded("work", inputs("", specs), List.of(), List.of());
    for (Named each : one) {
      Files.delete(specs.resolve(each.name()));
    }
    for (Named each : other) {
      Files.writeString(specs.resolve(each.name()), each.text());
    }

    assertThat(cache.isCurrent("work", inputs("", specs)))
        .isEqualTo(sorted(one).equals(sorted(other)));
  }

  private static List<Named> sorted(List<Named> files) {
    List<Named> sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparing(Named::name));
    return sorted;
  }

  private static DigestCache.Inputs inputs(String settings, Path folder) {
    return new DigestCache.Inputs(settings, List.of(), List.of(folder), List.of());
  }

  private Path write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }
}
