package io.mooring.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.cli.UsageException;
import org.junit.jupiter.api.Test;

final class MarkedSectionsTest {

  private final MarkedSections text =
      new MarkedSections("X.md", "before\n<!-- a:begin -->\nold\n<!-- a:end -->\nafter\n");

  @Test
  void aSectionIsRead() {
    assertThat(text.section("a")).isEqualTo("old");
  }

  @Test
  void aSectionIsReplacedAndNothingElse() {
    assertThat(text.with("a", "new\nlines").text())
        .isEqualTo("before\n<!-- a:begin -->\nnew\nlines\n<!-- a:end -->\nafter\n");
  }

  @Test
  void aMissingMarkIsRefusedByName() {
    assertThatThrownBy(() -> text.section("b"))
        .isInstanceOf(UsageException.class)
        .hasMessage("X.md has no line <!-- b:begin -->");
  }
}
