package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The output of a process does not depend on the language, the encoding and the time zone. */
final class InEveryLanguageTest {

  private static final String CIRCLE =
      """
      ---- MODULE Circle ----
      \\* Größe und Übergröße, ıİ, ٤٨
      EXTENDS Integers, TLC
      CONSTANT Limit
      VARIABLES i, word
      Init == i = 0 /\\ word = "INIT ä"
      Next == i' = (i + 1) % Limit /\\ word' = "title"
      Spec == Init /\\ [][Next]_<<i, word>>
      SmallInv == i < Limit
      INVISIBLE == word # "title"
      ====
      """;

  private static final String UTF8 = "C.UTF-8";

  private static Path folder;
  private static StartScript script;
  private static List<String> elsewhere;

  @BeforeAll
  static void writeASpecificationAndRunItElsewhere(@TempDir Path temporary) throws Exception {
    script = new StartScript(Files.createDirectories(temporary.resolve("home")));
    folder = Files.createDirectories(temporary.resolve("here"));
    Files.writeString(folder.resolve("Circle.tla"), CIRCLE);
    String every = "SPECIFICATION Spec\nCONSTANT Limit = 1233\n";
    Files.writeString(folder.resolve("Circle.cfg"), every + "INVARIANT SmallInv\n");
    Files.writeString(folder.resolve("Violated.cfg"), every + "INVARIANT INVISIBLE\n");
    // The name of this file must not depend on what this process takes for an encoding.
    Files.writeString(folder.resolve("call"), "exec \"$1\" validate Gründe.ndjson\n");
    elsewhere =
        written(
            Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=en -Duser.timezone=UTC", "LC_ALL", UTF8));
  }

  /** All that some calls wrote, without measured times. */
  private static List<String> written(Map<String, String> machine) throws Exception {
    List<String> all = new ArrayList<>();
    all.add(script.run(folder, machine, "check", "Circle.tla").toString());
    all.add(
        script.run(folder, machine, "check", "Circle.tla", "--config", "Violated.cfg").toString());
    try (Stream<Path> written = Files.walk(folder.resolve("target"))) {
      all.add(
          Files.readString(
              written.filter(file -> file.toString().endsWith(".mmd")).findFirst().orElseThrow()));
    }
    all.add(script.run(folder, machine, "fuzz", "--help").toString());
    all.add(script.call(folder, machine, "call").toString());
    all.replaceAll(text -> text.replaceAll("\\b[0-9]+\\.[0-9] s\\b", "TIME"));
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "-Duser.language=de -Duser.country=DE -Duser.timezone=Europe/Berlin, de_DE.UTF-8",
    "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kolkata, tr_TR.ISO-8859-9",
    "-Duser.language=ar -Duser.country=EG -Duser.timezone=America/St_Johns, ar_EG.UTF-8",
    "-Dfile.encoding=US-ASCII -Duser.timezone=Pacific/Apia, C"
  })
  @Says(
      "What is written is the same in every language, encoding and time zone of the machine, but for"
          + " measured times.")
  void whatIsWrittenIsTheSame(String machine, String locale) throws Exception {
    List<String> here = written(Map.of("JAVA_TOOL_OPTIONS", machine, "LC_ALL", locale));

    assertThat(here).isEqualTo(elsewhere);
    assertThat(here.get(0)).contains("1,234 distinct states", "TIME");
    assertThat(here.get(1)).contains("word = \"INIT ä\"", "INVISIBLE");
    assertThat(here.get(2)).contains("title");
    assertThat(here.get(3)).contains("Exit codes");
    assertThat(here.get(4)).contains("Gründe.ndjson");
  }

  @Test
  @Says("Files and pipes are written in UTF-8, a terminal in its own encoding.")
  void aFileAndAPipeGetUtf8AndATerminalWhatItShows() {
    Charset latin = StandardCharsets.ISO_8859_1;

    assertThat(Terminals.charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(Terminals.charset(latin)).isEqualTo(latin);
    assertThat(Terminals.charset(StandardCharsets.US_ASCII)).isEqualTo(StandardCharsets.UTF_8);
  }
}
