package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A page that is wrong is not taken for right. */
final class GuidePageTest {

  private static GuidePage.Command command(String... lines) {
    return (GuidePage.Command)
        GuidePage.steps("```\n$ run\n" + String.join("\n", lines) + "\n```\n").get(0);
  }

  @Test
  void theStepsOfAPageAreItsBlocksInOrder() {
    assertThat(
            GuidePage.steps(
                """
                Text.

                <!-- ends with 1 -->
                ```
                $ one
                $ two
                2
                ```

                ```diff
                +++ a/file
                 same
                -old
                +new
                ```
                """))
        .containsExactly(
            new GuidePage.Command("one", List.of(), 0),
            new GuidePage.Command("two", List.of("2"), 1),
            new GuidePage.Change("a/file", "same\nold\n", "same\nnew\n"));
  }

  @Test
  void aBlockThatNothingRunsIsRefused() {
    assertThatThrownBy(() -> GuidePage.steps("```java\nint i;\n```\n"))
        .hasMessageContaining("java");
    assertThatThrownBy(() -> GuidePage.steps("```\nno command\n```\n"))
        .hasMessageContaining("no command");
    assertThatThrownBy(() -> GuidePage.steps("```diff\n-a\n+b\n```\n"))
        .hasMessageContaining("no file");
  }

  @Test
  void everyLineThatIsShownMustBePrintedInItsOrder() {
    assertThat(command("a", "b").shows("a\nb\n")).isTrue();
    assertThat(command("a", "b").shows("b\na\n")).isFalse();
    assertThat(command("a", "b").shows("a\nb\nc\n")).isFalse();
    assertThat(command("a", "b").shows("x\na\nb\n")).isFalse();
    assertThat(command("a", "b").shows("a\nx\nb\n")).isFalse();
    assertThat(command("a", "b").shows("a\n")).isFalse();
  }

  @Test
  void dotsStandForAnyLinesAndForNothingElse() {
    assertThat(command("...", "b", "...", "d").shows("a\nb\nc\nd\n")).isTrue();
    assertThat(command("...", "b", "...", "d").shows("b\nd\n")).isTrue();
    assertThat(command("...", "b", "...", "d").shows("a\nb\nd\nc\n")).isFalse();
    assertThat(command("...", "d", "...", "b", "...").shows("a\nb\nc\nd\n")).isFalse();
    assertThat(command("a", "...").shows("a\n")).isTrue();
    assertThat(command("...", "b").shows("ab\n")).isFalse();
  }

  @Test
  void measuredTimesMayDifferAndNothingElse() {
    assertThat(command("3 states, 0.2 s (x.y)").shows("3 states, 11.0 s (x.y)\n")).isTrue();
    assertThat(command("3 states, 0.2 s (x.y)").shows("4 states, 0.2 s (x.y)\n")).isFalse();
    assertThat(command("3 states, 0.2 s (x.y)").shows("3 states, 0.2 s (xzy)\n")).isFalse();
  }

  @Test
  void aChangeFitsAtOnePlace() {
    GuidePage.Change change = new GuidePage.Change("file", "b\n", "c\n");

    assertThat(change.in("a\nb\na\n")).isEqualTo("a\nc\na\n");
    assertThatThrownBy(() -> change.in("a\n")).hasMessageStartingWith("no lines of file are");
    assertThatThrownBy(() -> change.in("b\nb\n")).hasMessageStartingWith("several lines of file");
  }
}
