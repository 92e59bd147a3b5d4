package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnPrinterTest {

  private final ColumnPrinter columns =
      new ColumnPrinter()
          .words("engine", List.of("compiled", "spring"))
          .figures("edges", List.of("136"));

  @Test
  void wordsStandLeftAndFiguresRight() {
    assertThat(columns.header()).isEqualTo("engine    edges");
    assertThat(columns.row("spring", "136")).isEqualTo("spring      136");
  }

  @Test
  void colourDoesNotMoveAColumn() {
    String row =
        columns.line(
            List.of(
                new ColumnPrinter.Cell("spring", AnsiStyle.COLOURED::good),
                ColumnPrinter.Cell.of("136")));

    assertThat(row).isEqualTo("\u001b[32mspring\u001b[0m      136");
  }

  @Test
  void aRowWithAnotherNumberOfCellsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> columns.row("spring"));
  }
}
