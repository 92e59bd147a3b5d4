package io.mooring.codegen.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.codegen.counts.Passage;
import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnclosedFilesTest {

  private static final Path MODEL = Path.of("../../generated/model/room-connection.json");

  private final Model room = ModelJson.read(Files.readString(MODEL));
  private final Path folder;

  EnclosedFilesTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
  }

  private Path counts(String name, String machine, long count) throws Exception {
    String text =
        "{\"formatVersion\":1,\"machine\":\""
            + machine
            + "\",\"fingerprint\":\""
            + TableEmitter.fingerprint(room)
            + "\",\"source\":\""
            + name
            + "\",\"locations\":[\"UNKNOWN\"],\"events\":[\"RELEASE\"],\"rows\":[[0,0,"
            + count
            + "]]}";
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void filesOfCountsAreAdded() throws Exception {
    Enclosed enclosed =
        EnclosedFiles.read(
                List.of(
                    counts("a.json", "RoomConnection", 3), counts("b.json", "RoomConnection", 4)),
                Optional.empty())
            .of(room);

    assertThat(enclosed.other()).isEmpty();
    assertThat(enclosed.counts().orElseThrow().taken()).isEqualTo(Map.of(Passage.of(0, 3), 7L));
    assertThat(enclosed.counts().orElseThrow().source()).isEqualTo("a.json; b.json");
  }

  @Test
  void thePageHasThemAndOpensThere() throws Exception {
    Enclosed counted =
        EnclosedFiles.read(List.of(counts("a.json", "RoomConnection", 3)), Optional.empty())
            .of(room);
    Enclosed compared = EnclosedFiles.read(List.of(), Optional.of(MODEL)).of(room);

    Atlas.Page page = Atlas.of(room, new TreeMap<>(Map.of("a.tla", "")), "x", counted);
    JsonNode data = data(page.html());
    assertThat(data.get("opens").asText()).isEqualTo("coverage");
    assertThat(data.get("counts").get("rows").toString()).isEqualTo("[[0,3,3]]");
    assertThat(page.parts()).anyMatch(part -> part.name().equals("counts") && part.bytes() > 0);
    assertThat(page.parts().stream().mapToInt(Atlas.Part::bytes).sum()).isEqualTo(page.size());

    JsonNode other = data(Atlas.of(room, new TreeMap<>(Map.of("a.tla", "")), "x", compared).html());
    assertThat(other.get("opens").asText()).isEqualTo("compare");
    assertThat(other.get("compared").get("name").asText()).isEqualTo("room-connection.json");
    assertThat(other.get("compared").get("model"))
        .isEqualTo(new ObjectMapper().readTree(Files.readString(MODEL)));
    assertThat(data(Atlas.of(room, new TreeMap<>(Map.of("a.tla", "")), "x").html()).has("opens"))
        .isFalse();
  }

  private static JsonNode data(String html) throws Exception {
    int begin = html.indexOf("id=\"data\">") + 10;
    return new ObjectMapper().readTree(html.substring(begin, html.indexOf("</script>", begin)));
  }

  @Test
  void whatIsWrongIsSaidWithTheNameOfTheFile() throws Exception {
    Path foreign = counts("c.json", "Door", 1);
    EnclosedFiles files = EnclosedFiles.read(List.of(foreign), Optional.empty());
    assertThatThrownBy(() -> files.of(room))
        .hasMessage(foreign + ": it counts Door, and this machine is RoomConnection");
    assertThat(files.ofMachine("RoomConnection").of(room).counts()).isEmpty();
    assertThat(files.ofNone(Set.of("RoomConnection"))).contains(foreign);
    assertThat(files.ofNone(Set.of("RoomConnection", "Door"))).isEmpty();

    Path noModel = Files.writeString(folder.resolve("d.json"), "{}");
    assertThatThrownBy(() -> EnclosedFiles.read(List.of(noModel), Optional.empty()))
        .hasMessageStartingWith(noModel + ": it has no counts");
    assertThatThrownBy(() -> EnclosedFiles.read(List.of(), Optional.of(noModel)))
        .hasMessageStartingWith(noModel + ": not a model");

    Path large = Files.write(folder.resolve("e.json"), new byte[16_000_001]);
    assertThatThrownBy(() -> EnclosedFiles.read(List.of(large), Optional.empty()))
        .hasMessageStartingWith(large + ": it has 16000001 bytes");
    assertThatThrownBy(() -> EnclosedFiles.read(List.of(folder), Optional.empty()))
        .hasMessageStartingWith(folder.toString());
  }
}
