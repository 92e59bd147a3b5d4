package io.mooring.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepositoryTest {

  private final Path root;
  private final Path module;

  RepositoryTest(@TempDir Path folder) throws IOException {
    root = Files.createDirectories(folder.resolve("work"));
    module = Files.createDirectories(root.resolve("a/spec")).resolve("Queue.tla");
    Files.writeString(module, "---- MODULE Queue ----\n====\n");
  }

  @Test
  void namesAreRelativeToTheFolderWithTheRepositoryWhereverTheCallerIs() throws IOException {
    Files.createDirectories(root.resolve(".git"));

    assertThat(Repository.of(module, root.resolve("a")).name(module)).isEqualTo("a/spec/Queue.tla");
    assertThat(Repository.of(Path.of("spec/Queue.tla"), root.resolve("a")).place(module, 7))
        .hasToString("a/spec/Queue.tla:7");
  }

  @Test
  void aWorktreeHasAFileInsteadOfTheFolder() throws IOException {
    Files.writeString(root.resolve("a/.git"), "gitdir: elsewhere\n");

    assertThat(Repository.of(module, root).name(module)).isEqualTo("spec/Queue.tla");
  }

  @Test
  void withoutARepositoryNamesAreRelativeToTheWorkingFolder() {
    assertThat(Repository.of(module, root.resolve("a")).name(module)).isEqualTo("spec/Queue.tla");
  }

  @Test
  void aFileOutsideHasItsWholeName() {
    Path elsewhere = root.resolveSibling("else").resolve("Top.tla");

    assertThat(Repository.of(module, root).place(elsewhere).isInRepository()).isFalse();
    assertThat(Repository.of(module, root).name(elsewhere))
        .isEqualTo(elsewhere.toString().replace('\\', '/'));
  }

  @Test
  void aModuleIsFoundWhereItWasReadElseBesideTheSpecification() throws IOException {
    Path library = Files.createDirectories(root.resolve("lib")).resolve("Bag.tla");
    Files.writeString(module.resolveSibling("Own.tla"), "");
    Repository repository = Repository.of(module, root).with(List.of(library));

    assertThat(repository.place(span("Bag"))).hasToString("Optional[lib/Bag.tla:3:4]");
    assertThat(repository.place(span("Own"))).hasToString("Optional[a/spec/Own.tla:3:4]");
    assertThat(repository.place(span("Naturals"))).isEmpty();
  }

  @Test
  void aSentenceIsTakenApartFromItsPlace() throws IOException {
    Repository repository = Repository.of(module, root);
    Files.writeString(module.resolveSibling("Queue.cfg"), "");

    assertThat(repository.note("Queue.tla:3:4: is odd").place())
        .hasToString("Optional[a/spec/Queue.tla:3:4]");
    assertThat(repository.note(module.resolveSibling("Queue.cfg") + ":2: is odd"))
        .hasToString("a/spec/Queue.cfg:2: is odd");
    assertThat(repository.note(module + ": is odd")).hasToString("a/spec/Queue.tla: is odd");
    assertThat(repository.note("Other.tla:3: is odd").place()).isEmpty();
    assertThat(repository.note("Other.tla:3: is odd").text()).isEqualTo("Other.tla:3: is odd");
    assertThat(repository.note("see " + module).text()).isEqualTo("see a/spec/Queue.tla");
    assertThat(repository.note("a.b:\u0000: is odd").place()).isEmpty();
  }

  @Test
  void aRefusalHasThePlaceOfItsSpan() {
    TlcException refused = new TlcException("Queue.tla:3: is odd", span("Queue"), null);

    assertThat(Repository.of(module, root).reason(refused))
        .hasToString("a/spec/Queue.tla:3:4: is odd");
  }

  private static SourceSpan span(String name) {
    return new SourceSpan(name, 3, 4, 5, 6);
  }
}
