package io.mooring.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.sink.ForeignFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a cache is believed, by what is done again. */
final class DigestCacheTest {

  private final Path project;
  private final List<String> done = new ArrayList<>();

  DigestCacheTest(@TempDir Path project) {
    this.project = project;
  }

  private Work work(String execution, boolean force) {
    return new Work(
        new DigestCache(project, project.resolve("target/cache").resolve(execution)),
        new BuildLog(new SystemStreamLog(), project),
        force);
  }

  private void run(Work work, List<String> findings)
      throws TlcException, IOException, ForeignFileException {
    work.run(
        "Queue.tla",
        "src/main/tla/Queue",
        new DigestCache.Inputs("", List.of(), List.of(project.resolve("src")), List.of(project)),
        () -> {
          done.add("Queue");
          return new Work.Result(List.of(), List.of(), findings);
        });
  }

  @Test
  void whatSucceededIsNotDoneAgain() throws Exception {
    run(work("one", false), List.of());
    run(work("one", false), List.of());

    assertThat(done).hasSize(1);
  }

  @Test
  void whatFailedIsDoneAgain() throws Exception {
    run(work("one", false), List.of("Queue.tla:1: a violation"));
    run(work("one", false), List.of());

    assertThat(done).hasSize(2);
  }

  @Test
  void aFailureForgetsAnEarlierSuccess() throws Exception {
    run(work("one", false), List.of());
    run(work("one", true), List.of("Queue.tla:1: a violation"));
    run(work("one", false), List.of());

    assertThat(done).hasSize(3);
  }

  @Test
  void eachExecutionHasACacheOfItsOwn() throws Exception {
    run(work("one", false), List.of());
    run(work("two", false), List.of());
    run(work("one", false), List.of());

    assertThat(done).hasSize(2);
  }

  @Test
  void whatIsForcedIsDoneAgain() throws Exception {
    run(work("one", false), List.of());
    run(work("one", true), List.of());

    assertThat(done).hasSize(2);
  }

  @Test
  void aMarkerThatSomethingElseWroteIsNotBelieved() throws Exception {
    run(work("one", false), List.of());
    Path marker = project.resolve("target/cache/one/src+main+tla+Queue.digest");
    Files.writeString(
        marker, "written nothing\nread also-nothing", java.nio.file.StandardOpenOption.APPEND);
    run(work("one", false), List.of());

    assertThat(done).hasSize(2);
  }

  @Test
  void aNewModuleInTheWorkingFolderIsAChangeAndAnotherFileIsNot() throws Exception {
    run(work("one", false), List.of());
    Files.writeString(project.resolve("build.log"), "");
    run(work("one", false), List.of());
    assertThat(done).hasSize(1);

    Files.writeString(project.resolve("Naturals.tla"), "");
    run(work("one", false), List.of());
    assertThat(done).hasSize(2);
  }

  @Test
  void modulesThatWereUnpackedForOneRunAreNotRead() throws Exception {
    Path unpacked = Files.createDirectories(project.resolve("mooring-tlc-123")).resolve("Lib.tla");
    Files.writeString(unpacked, "");
    DigestCache cache = new DigestCache(project, project.resolve("target/cache"));
    DigestCache.Inputs nothing = new DigestCache.Inputs("", List.of(), List.of(), List.of());
    cache.succeeded("work", nothing, List.of(unpacked), List.of());
    Files.delete(unpacked);

    assertThat(cache.isCurrent("work", nothing)).isTrue();
  }

  @Test
  void allFindingsFailTheBuildAtTheEnd() throws Exception {
    Work work = work("one", false);
    run(work, List.of("Queue.tla:1: a violation"));
    run(work, List.of("Queue.tla:1: a violation", "Queue.tla:2: another one"));

    assertThatThrownBy(work::end)
        .isInstanceOf(FindingException.class)
        .hasMessage("Queue.tla:1: a violation\nQueue.tla:2: another one");
  }
}
