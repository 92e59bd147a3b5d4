package io.mooring.checker.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AnnotationsTest {

  /** What the runner of GitHub makes of a line: a command, its properties, and its text. */
  private record Command(String name, List<String> properties, String text) {

    static Command of(String line) {
      assertThat(line).startsWith("::");
      int end = line.indexOf("::", 2);
      String head = line.substring(2, end);
      int space = head.indexOf(' ');
      return new Command(
          head.substring(0, space),
          List.of(head.substring(space + 1).split(",")).stream()
              .map(each -> each.replace("%2C", ",").replace("%3A", ":"))
              .map(Command::plain)
              .toList(),
          plain(line.substring(end + 2)));
    }

    private static String plain(String text) {
      return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }
  }

  @Test
  void aHostileNameIsReadAsItIsAndStartsNoOtherCommand() {
    List<String> lines = Annotations.lines(Hostile.report());

    assertThat(lines).hasSize(4).noneMatch(line -> line.contains("\n") || line.contains("\r"));
    Command command = Command.of(lines.get(0));
    assertThat(command.name()).isEqualTo("error");
    assertThat(command.properties())
        .containsExactly(
            "file=spec/100%,a:b c\u00e9#?.tla",
            "line=3", "col=4", "title=mooring check: " + Hostile.TEXT);
    assertThat(command.text()).startsWith(Hostile.TEXT + "\n" + Hostile.TEXT + "\n  1  ");
    assertThat(Command.of(lines.get(2)).name()).isEqualTo("warning");
  }

  @Test
  void noMoreAnnotationsAreWrittenThanGitHubShows() {
    assertThat(Annotations.lines(Hostile.violations(10, 0, ""))).hasSize(10);
    assertThat(Annotations.lines(Hostile.violations(12, 0, "")))
        .hasSize(11)
        .last()
        .isEqualTo("2 more errors have no annotation: GitHub shows 10 of a step");
  }

  @Test
  void aLongCounterexampleIsCut() {
    String line = Annotations.lines(Hostile.violations(1, 800, "y = 7")).get(0);

    assertThat(Command.of(line).text()).hasSize(4_000).endsWith("...");
  }

  /** The build runs some tests under the locales of other countries; the digits stay the same. */
  @Test
  void numbersAreWrittenInAsciiDigits() {
    assertThat(Annotations.lines(Hostile.violations(12, 3, ""))).last().asString().startsWith("2 ");
    assertThat(ReportFormat.JUNIT.text(Hostile.report())).contains("time=\"1234.567\"");
  }
}
