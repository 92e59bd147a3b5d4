package io.mooring.checker.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits leave the rest of the text in its columns, because TLA+ reads them. */
class SourceTextTest {

  private static String edited(String text, String piece, String replacement) {
    int at = text.indexOf(piece);
    return new SourceText(text).apply(List.of(new Edit(at, at + piece.length(), replacement)));
  }

  @Test
  void aShorterReplacementIsFilledUp() {
    assertThat(edited("A == x <= 1 => /\\ p\n", "<=", "<")).isEqualTo("A == x <  1 => /\\ p\n");
  }

  @Test
  void afterALongerOneTheRestMovesToALineOfItsOwn() {
    assertThat(edited("A == x < 1 => /\\ p\n", "<", "<="))
        .isEqualTo("A == x <=\n         1 => /\\ p\n");
  }

  @Test
  void nothingMovesAtTheEndOfALine() {
    assertThat(edited("/\\ x = 1\n/\\ y\n", "x = 1", "~(x = 1)"))
        .isEqualTo("/\\ ~(x = 1)\n/\\ y\n");
  }

  @Test
  void severalLinesBecomeOne() {
    assertThat(edited("A == (/\\ p\n      /\\ q) => r\n", "/\\ p\n      /\\ q", "TRUE"))
        .isEqualTo("A == (TRUE\n          ) => r\n");
  }

  @Test
  void tabulatorsAreBlanksAsTheParserCountsThem() {
    assertThat(new SourceText("\tx\n  \ty\n").apply(List.of())).isEqualTo("        x\n        y\n");
  }

  @Test
  void theLineOfACharacterIsFound() {
    SourceText text = new SourceText("ab\ncd\r\nef");
    assertThat(List.of(text.line(0), text.line(2), text.line(3), text.line(7)))
        .containsExactly(1, 1, 2, 3);
    assertThat(text.slice(text.beginOfLine(2), text.endOfLine(2))).isEqualTo("cd");
  }
}
