package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Common to all commands: help, unknown words, colour. */
final class UsageTest {

  private final Path folder;

  UsageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Iterable<String> commands() {
    return Called.commands();
  }

  @Test
  void theRootNamesEveryCommand() {
    String text = Called.from(folder).succeeds().out();

    assertThat(text)
        .contains(
            "new",
            "check",
            "worker",
            "atlas",
            "mutate",
            "generate",
            "fuzz",
            "simulate",
            "validate",
            "probe",
            "Exit codes");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfACommandHasTwoExamplesThatItUnderstands(String command) {
    String text = Called.from(folder, command, "--help").succeeds().out();

    String[] examples =
        text.substring(text.indexOf("Examples:"))
            .lines()
            .filter(line -> line.strip().startsWith("./mooring"))
            .map(line -> line.strip().split("  ", 2)[0])
            .toArray(String[]::new);
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    for (String example : examples) {
      String[] words = example.split(" ", -1);
      String[] args = Arrays.copyOfRange(words, 1, words.length);
      CommandLine.ParseResult parsed = Called.commandLine().parseArgs(args);
      assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(command);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "mutate", "generate", "validate", "trace"})
  void theOptionsOfALongHelpStandUnderHeadings(String command) {
    String text = Called.from(folder, command, "--help").succeeds().out();

    String titles =
        Arrays.stream(HelpSection.values())
            .map(section -> Pattern.quote(section.title()))
            .collect(Collectors.joining("|", "(?m)^(?:", "):$"));
    List<String> sections = Arrays.asList(text.split(titles, -1));
    assertThat(sections).hasSizeGreaterThanOrEqualTo(4);
    assertThat(options(sections.get(0))).isEmpty();
    assertThat(sections.subList(1, sections.size()))
        .allSatisfy(section -> assertThat(options(section)).isNotEmpty());
    assertThat(options(sections.get(sections.size() - 1)))
        .containsExactly("--help", "--version", "--color", "--verbose");
  }

  private static List<String> options(String section) {
    return Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z0-9-]+)")
        .matcher(section)
        .results()
        .map(each -> each.group(1))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "mutate", "generate"})
  void theHelpOfWhatTakesLibrariesNamesTheVariableForThem(String command) {
    assertThat(Called.from(folder, command, "--help").succeeds().out()).contains("MOORING_LIBRARY");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anUnknownOptionIsRefusedWithAHint(String command) {
    Called call = Called.from(folder, command, "--no-such-thing");

    call.isRefused("mooring " + command + ":", "--no-such-thing", "mooring " + command + " --help");
    assertThat(call.err().lines()).hasSize(2);
  }

  @Test
  void anOptionThatIsAlmostRightIsSuggested() {
    Called.from(folder, "check", "--confg", "X.cfg").isRefused("--confg", "Did you mean --config");
  }

  @Test
  void aCommandThatIsAlmostRightIsSuggested() {
    Called call = Called.from(folder, "chek");

    call.isRefused("chek", "Did you mean", "check");
    assertThat(call.err().lines()).hasSize(2);
  }

  @Test
  void aValueOutsideAListIsRefusedWithTheList() {
    Called.from(folder, "check", "--color", "sometimes")
        .isRefused("sometimes", "auto", "always", "never");
  }

  @Test
  void aMistakeIsColouredOnRequestOnly() {
    Map<String, Boolean> expected = Map.of("always", true, "never", false, "auto", false);

    expected.forEach(
        (choice, coloured) -> {
          String text = Called.from(folder, "check", "No.tla", "--color", choice).err();
          assertThat(text.contains("\u001b[")).as(choice + ": " + text).isEqualTo(coloured);
        });
  }
}
