package io.mooring.codegen.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.codegen.atlas.Atlas;
import io.mooring.codegen.atlas.Enclosed;
import io.mooring.codegen.counts.Passage;
import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.fleet.FleetReport.Decided;
import io.mooring.codegen.fleet.FleetReport.Session;
import io.mooring.codegen.fleet.FleetReport.Tally;
import io.mooring.codegen.fleet.FleetReport.Window;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.model.ModelJson;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FleetReaderTest {

  private static final String REJECTED =
      "{\"session\":\"a\",\"decision\":\"rejected\",\"rule\":\"B7\",\"reason\":\"TIME_OUT\","
          + "\"step\":\"HERE -> there\",\"message\":\"too early\",\"line\":\"{2}\",\"version\":\"4.2\",\"region\":\"eu\","
          + "\"first\":60000,\"last\":120000,\"judged\":2,\"lines\":[\"{1}\",\"{2}\"]}\n";

  private final Path folder;

  FleetReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private FleetReport read() throws ModelException {
    return FleetReader.read(folder);
  }

  @Test
  void verdictsAloneAreCountedPlainAndCompressedInAnyDepth() throws Exception {
    file("verdicts/2026-11-30--05/part-0", REJECTED);
    Path deep = Files.createDirectories(folder.resolve("verdicts/a/b"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(deep.resolve("part-1.ndjson.gz")))) {
      out.write(
          """
          {"session":"b","decision":"accepted","version":"4.2","last":120000}

          {"session":7,"decision":"undecided","more":[{}]}
          """
              .getBytes(StandardCharsets.UTF_8));
    }
    file("verdicts/.part-2.inprogress", "{\"dec");
    file("verdicts/_temporary/part-3", "{\"dec");

    FleetReport report = read();

    assertThat(report.summary()).isEqualTo("sessions: 1 accepted, 1 rejected, 1 undecided");
    assertThat(report.verdicts()).isEqualTo(3);
    assertThat(report.tallies())
        .containsExactly(
            new Tally("B7", "TIME_OUT", "HERE -> there", "4.2", "eu", new Decided(0, 1, 0)),
            new Tally("", "", "", "", "", new Decided(0, 0, 1)),
            new Tally("", "", "", "4.2", "", new Decided(1, 0, 0)));
    assertThat(report.sessions())
        .containsExactly(
            new Session(
                "a",
                "B7",
                "TIME_OUT",
                "HERE -> there",
                "4.2",
                "eu",
                "too early",
                60000,
                120000,
                2,
                "{2}",
                List.of("{1}", "{2}")));
    assertThat(report.windows().windows())
        .containsExactly(
            new Window(180_000, new Decided(1, 1, 0), new TreeMap<>(Map.of("B7", 1L))));
    assertThat(report.windows().outside()).isEqualTo(1);
  }

  @Test
  void talliesAreAddedAndVerdictsThenGiveSessionsAlone() throws Exception {
    file("verdicts/part-0", REJECTED);
    file(
        "tallies/part-0",
        """
        {"window":120000,"rule":"B7","reason":"TIME_OUT","version":"4.2","region":"eu","rejected":3}
        {"window":180000,"rule":"B7","reason":"TIME_OUT","version":"4.2","region":"eu","rejected":1}
        {"window":180000,"version":"4.2","region":"eu","accepted":90,"rejected":0,"undecided":5}
        {"version":"4.2","region":"eu","undecided":2}
        """);
    file("unjudged/part-0", "{\"why\":\"came too late\"}\n{\"why\":\"came too late\"}\n");

    FleetReport report = read();

    assertThat(report.decided()).isEqualTo(new Decided(90, 4, 7));
    assertThat(report.verdicts()).isEqualTo(1);
    assertThat(report.sessions()).hasSize(1);
    assertThat(report.unjudged()).isEqualTo(Map.of("came too late", 2L));
    assertThat(report.windows().width()).isEqualTo(60_000);
    assertThat(report.windows().windows())
        .extracting(Window::end, Window::decided)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(120_000L, new Decided(0, 3, 0)),
            org.assertj.core.groups.Tuple.tuple(180_000L, new Decided(90, 1, 5)));
    assertThat(report.windows().outside()).as("those of which no line was in time").isEqualTo(2);
  }

  @Test
  void aFleetWithoutASessionSaysSo() throws Exception {
    Files.createDirectories(folder.resolve("verdicts"));

    assertThat(read().summary()).isEqualTo("no session is decided");
    assertThat(read().windows().windows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          verdicts | {"decision":"good"} | its "decision" is "good", and none of accepted, rejected, undecided
          verdicts | {} | its "decision" is missing, and none of
          verdicts | {"decision":"rejected","lines":7} | its "lines" is 7, and no list of texts
          verdicts | {"decision":"rejected","lines":[{}]} | its "lines" have {}, which is no text
          verdicts | {"decision":"accepted","last":"x"} | its "last" is "x", and no whole number
          verdicts | {"decision":"accepted","version":4.2} | its "version" is 4.2, and no text
          verdicts | {"decision": | it is no JSON: Unexpected end-of-input
          verdicts | [] | it is no JSON object
          tallies | {"rejected":-1} | its "rejected" is -1, which is less than none
          counts | {"formatVersion":1} | it has no counts
          """)
  void aWrongLineIsNamedWithItsFile(String stream, String line, String problem) throws Exception {
    file("verdicts/part-0", "");
    Path wrong = file(stream + "/part-1", "\n" + line + "\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(wrong + ":2: " + problem);
  }

  @Test
  void aFolderOfNoJobAndAFileThatIsCutOffAreRefused() throws Exception {
    assertThatThrownBy(this::read).hasMessageContaining("there is no folder verdicts in it");
    assertThatThrownBy(() -> FleetReader.read(folder.resolve("none")))
        .hasMessageEndingWith("none: there is no such folder; name what a job writes to");
    assertThatThrownBy(() -> FleetReader.read(file("page.html", "")))
        .hasMessageEndingWith("page.html: it is a file; name the folder that a job writes to");

    Path cut = folder.resolve("verdicts/part-0.gz");
    Files.createDirectories(cut.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(cut))) {
      out.write(REJECTED.repeat(200).getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - 10));
    assertThatThrownBy(this::read)
        .hasMessageStartingWith(cut + ":")
        .hasMessageContaining("cannot be read");
  }

  @Test
  void countsAreAddedAndThoseOfAnotherVersionAreCountedApart() throws Exception {
    Model room =
        ModelJson.read(Files.readString(Path.of("../../generated/model/room-connection.json")));
    String counts =
        "{\"formatVersion\":1,\"machine\":\"RoomConnection\",\"fingerprint\":\""
            + TableEmitter.fingerprint(room)
            + "\",\"locations\":[\"UNKNOWN\"],\"events\":[\"RELEASE\"],\"rows\":[[0,0,3]]}\n";
    file("verdicts/part-0", REJECTED);
    file("counts/part-0", counts.repeat(2) + counts.replace("{", "{\"uncertain\":17,"));
    file("counts/part-1", counts.replace("UNKNOWN", "DISCONNECTED"));
    file("counts/part-2", counts.replaceAll("\"[0-9a-f]{16}\"", "\"0123456789abcdef\""));

    FleetReport report = read();

    assertThat(report.counts().foreign(room)).isEqualTo(1);
    assertThat(report.counts().uncertain(room)).isEqualTo(17);
    assertThat(report.counts().of(room).orElseThrow().taken())
        .isEqualTo(Map.of(Passage.of(0, 3), 9L, Passage.of(1, 3), 3L));
    assertThat(report.counts().of(room).orElseThrow().source())
        .isEqualTo("the sessions of the fleet");
  }

  @Test
  void thePageOpensAtTheReportAndHasTheSameBytesEachTime() throws Exception {
    Model room =
        ModelJson.read(Files.readString(Path.of("../../generated/model/room-connection.json")));
    file("verdicts/part-0", REJECTED.replace("too early", "</script><!--"));
    Enclosed enclosed = Enclosed.NOTHING.reporting(read(), Optional.empty());

    Atlas.Page page = Atlas.of(room, new TreeMap<>(Map.of("a.tla", "")), "x", enclosed);

    assertThat(page.parts()).anyMatch(part -> part.name().equals("fleet") && part.bytes() > 100);
    assertThat(page.parts().stream().mapToInt(Atlas.Part::bytes).sum()).isEqualTo(page.size());
    assertThat(page.html()).doesNotContain("</script><!--").contains("Content-Security-Policy");
    String html = page.html();
    int begin = html.indexOf("id=\"data\">") + 10;
    JsonNode data =
        new ObjectMapper().readTree(html.substring(begin, html.indexOf("</script>", begin)));
    assertThat(data.get("opens").asText()).isEqualTo("fleet");
    assertThat(data.at("/fleet/tallies/0").toString())
        .isEqualTo("[\"B7\",\"4.2\",\"eu\",\"TIME_OUT\",\"HERE -> there\",0,1,0]");
    assertThat(data.at("/fleet/sessions/0/message").asText()).isEqualTo("</script><!--");
    Enclosed again = Enclosed.NOTHING.reporting(read(), Optional.empty());
    assertThat(Atlas.of(room, new TreeMap<>(Map.of("a.tla", "")), "x", again).html())
        .isEqualTo(html);
  }
}
