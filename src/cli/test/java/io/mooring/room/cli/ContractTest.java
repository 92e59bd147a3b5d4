package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each line of the contract has its tests, and each test its line. */
final class ContractTest {

  private static final List<Class<?>> TESTS =
      List.of(
          ExitCodeContractTest.class,
          SearchContractTest.class,
          StreamContractTest.class,
          PlaceContractTest.class,
          InterruptContractTest.class,
          LibraryContractTest.class,
          TrustContractTest.class,
          FullContractTest.class,
          ReportContractTest.class,
          DistributedContractTest.class,
          InEveryLanguageTest.class);

  /** A sentence, or a command's row of the table of exit codes. */
  private static final Pattern LINE =
      Pattern.compile("(?m)^(?:- (.+(?:\\n  .+)*)|\\| (`[a-z]+`) \\|.*)$");

  private static List<String> lines() throws IOException {
    Matcher found =
        LINE.matcher(Files.readString(Called.project().resolve("src/docs/guide/command-line.md")));
    return found
        .results()
        .map(each -> each.group(1) == null ? each.group(2) : each.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  private static Stream<String> tested() {
    return TESTS.stream()
        .flatMap(each -> Stream.of(each.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Says.class))
        .flatMap(method -> Stream.of(method.getAnnotation(Says.class).value()));
  }

  @Test
  void everyLineIsTestedAndEveryTestHasItsLine() throws IOException {
    assertThat(tested().distinct().toList()).containsExactlyInAnyOrderElementsOf(lines());
  }

  @Test
  void everyCommandHasARowAndNoOther() throws IOException {
    assertThat(lines().stream().filter(line -> line.matches("`[a-z]+`")))
        .containsExactlyInAnyOrderElementsOf(
            Called.commands().stream().map(name -> "`" + name + "`").toList());
  }
}
