package io.mooring.codegen.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that are written once and compared from then on. */
class WrittenTextTest {
  private static final String PROPERTY = "mooring.write";

  private final Path file;
  private final String before = System.getProperty(PROPERTY, "false");

  WrittenTextTest(@TempDir Path folder) {
    file = folder.resolve("new/page.md");
  }

  @BeforeEach
  void compares() {
    System.setProperty(PROPERTY, "false");
  }

  @AfterEach
  void asBefore() {
    System.setProperty(PROPERTY, before);
  }

  private void write(WrittenText text, String content) throws IOException {
    System.setProperty(PROPERTY, "true");
    text.require(content, "");
    compares();
  }

  @Test
  void aFileIsWrittenAndThenCompared() throws IOException {
    WrittenText text = WrittenText.file(file);
    write(text, "one\ntwo\n");

    text.require("one\ntwo\n", "write it");
    assertThatThrownBy(() -> text.require("one\nthree\n", "write it"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(file + " says\n  two\nand must say\n  three\nRun: write it");
    assertThatThrownBy(() -> text.require("one\ntwo\n\nfour", "write it"))
        .hasMessageContaining("(no more lines)");
    text.require("1\ntwo\n", each -> each.replaceAll("one|1", "n"), "write it");
  }

  @Test
  void aPartIsWrittenAndTheRestStays() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "before\n<!-- table:begin -->\nold\n<!-- table:end -->\nafter\n");
    WrittenText part = WrittenText.part(file, "table");

    assertThatThrownBy(() -> part.require("new\n", "write it")).hasMessageContaining("old");
    write(part, "new\n");

    part.require("new\n", "write it");
    assertThat(file).hasContent("before\n<!-- table:begin -->\nnew\n<!-- table:end -->\nafter");
  }

  @Test
  void aFileWithoutTheMarksIsNamed() throws IOException {
    write(WrittenText.file(file), "nothing\n");

    assertThatThrownBy(() -> WrittenText.part(file, "table").require("new\n", ""))
        .hasMessage(file + " has no line <!-- table:begin -->");
    assertThatThrownBy(() -> WrittenText.file(file.resolveSibling("none")).require("x", "write"))
        .hasMessageContaining("says\n  \nand must say\n  x");
  }
}
