package io.mooring.codegen.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeSinkTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  @BeforeEach
  void generateTwoFiles() throws Exception {
    TreeSink sink = new TreeSink(root);
    sink.put("a/One.java", "one\n");
    sink.put("b/Two.java", "two\n");
    sink.commit();
  }

  @Test
  void onlyWhatDiffersIsWritten() throws Exception {
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(root.resolve("a/One.java"), longAgo);
    TreeSink sink = new TreeSink(root);
    sink.put("a/One.java", "one\n");
    sink.put("b/Two.java", "other\n");
    TreeSink.Changes changes = sink.commit();
    assertThat(changes.written()).containsExactly("b/Two.java");
    assertThat(changes.unchanged()).isEqualTo(1);
    assertThat(Files.getLastModifiedTime(root.resolve("a/One.java"))).isEqualTo(longAgo);
    assertThat(root.resolve("b/Two.java")).hasContent("other");
  }

  @Test
  void whatIsNotGeneratedAnyMoreIsNamedAndRemovedWithItsEmptyFolder() throws Exception {
    TreeSink sink = new TreeSink(root);
    sink.put("a/One.java", "one\n");
    assertThat(sink.orphans()).containsExactly("b/Two.java");
    assertThat(root.resolve("b/Two.java")).exists();
    assertThat(sink.commit().removed()).containsExactly("b/Two.java");
    assertThat(root.resolve("b")).doesNotExist();
    assertThat(root.resolve("a/One.java")).exists();
  }

  @Test
  void aFileThatTheGeneratorDidNotWriteIsNeverRemoved() throws Exception {
    Files.writeString(root.resolve("b/Mine.java"), "mine\n");
    TreeSink sink = new TreeSink(root);
    sink.put("a/One.java", "one\n");
    assertThat(sink.commit().removed()).containsExactly("b/Two.java");
    assertThat(root.resolve("b/Mine.java")).hasContent("mine");
  }

  @Test
  void aFileThatTheGeneratorDidNotWriteIsNeverOverwritten() throws Exception {
    Files.writeString(root.resolve("a/Mine.java"), "mine\n");
    TreeSink sink = new TreeSink(root);
    sink.put("a/Mine.java", "generated\n");
    assertThatThrownBy(sink::commit)
        .isInstanceOf(ForeignFileException.class)
        .hasMessageContaining("a/Mine.java")
        .hasMessageContaining("Move it away");
    assertThat(root.resolve("a/Mine.java")).hasContent("mine");
    assertThat(root.resolve("b/Two.java")).exists();
  }

  @Test
  void aListThatLeadsOutOfTheFolderRemovesNothing() throws Exception {
    Path outside = root.resolveSibling(root.getFileName() + "-outside.txt");
    Files.writeString(outside, "mine\n");
    Path list = root.resolve(GeneratedFiles.NAME);
    Files.writeString(list, Files.readString(list) + "../" + outside.getFileName() + "\n");
    TreeSink sink = new TreeSink(root);
    sink.put("a/One.java", "one\n");
    sink.commit();
    assertThat(outside).exists();
    Files.delete(outside);
  }

  @Test
  void aPathThatLeadsOutOfTheFolderIsRefused() {
    TreeSink sink = new TreeSink(root);
    for (String path : List.of("../One.java", "/One.java", "a/../../One.java", "a//One.java", "")) {
      assertThatThrownBy(() -> sink.put(path, "one\n")).hasMessageContaining("Not a path");
    }
  }

  @Test
  void aCurrentFolderHasNoDifferences() throws Exception {
    assertThat(check(whole())).isEmpty();
  }

  @Test
  void aFolderOfOtherAuthorsIsLeftOut() throws Exception {
    Files.createDirectories(root.resolve("docs/measured"));
    Files.writeString(root.resolve("docs/measured/speed.md"), "fast\n");
    Files.writeString(root.resolve("docs/measure.md"), "by hand\n");

    assertThat(check(whole()))
        .contains("docs/measure.md is not generated any more")
        .doesNotContain("speed");
  }

  @Test
  void aDifferenceNamesTheFileTheLineAndTheCure() throws Exception {
    Files.writeString(root.resolve("a/One.java"), "won\n");
    assertThat(check(whole()))
        .contains("a/One.java differs: line 1 is \"won\" and must be \"one\"")
        .endsWith("Run: ./mooring generate");
  }

  @Test
  void missingAndOrphanedFilesAreDifferences() throws Exception {
    Files.delete(root.resolve("b/Two.java"));
    Files.writeString(root.resolve("a/Three.java"), "three\n");
    assertThat(check(whole()))
        .contains("b/Two.java is missing")
        .contains("a/Three.java is not generated any more");
    assertThat(check(CheckSink.listedFiles(root)))
        .contains("b/Two.java is missing")
        .doesNotContain("Three");
  }

  @Test
  void theCheckerThatAModelNamesIsADifferenceOfItsOwnKind() throws Exception {
    String model = "{\n    \"checker\" : \"TLC 1\",\n    \"edges\" : 2\n}\n";
    Files.createDirectories(root.resolve("model"));
    Files.writeString(root.resolve("model/a.json"), model.replace("TLC 1", "TLC 2"));
    Files.writeString(root.resolve("model/b.json"), model.replace("2", "3"));
    CheckSink sink = CheckSink.wholeFolder(root.resolve("model"), Set.of());
    sink.put("a.json", model);
    sink.put("b.json", model.replace("TLC 1", "TLC 9"));

    assertThat(sink.differences().stream().map(Difference::toString))
        .containsExactly(
            "a.json names another checker: TLC 2, not TLC 1",
            "b.json differs: line 3 is \"\"edges\" : 3\" and must be \"\"edges\" : 2\"",
            "generated-files.txt is missing");
  }

  private CheckSink whole() {
    return CheckSink.wholeFolder(root, Set.of("docs/measured/"));
  }

  private static String check(CheckSink sink) throws IOException {
    sink.put("a/One.java", "one\n");
    sink.put("b/Two.java", "two\n");
    return sink.report("./mooring generate");
  }
}
