package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose work the archive of the command line carries, and on which terms. */
final class LicencesTest {

  /** The identifiers of licences of which a jar gives another name. */
  private static final Map<String, String> NAMED =
      Map.of("GNU LESSER GENERAL PUBLIC LICENSE", "LGPL-3.0-only");

  private final Archive archive;
  private final JsonNode sbom;

  LicencesTest(@TempDir Path folder) throws IOException {
    archive = Archive.commandLine(folder);
    sbom = new ObjectMapper().readTree(archive.home().resolve("sbom.json").toFile());
  }

  private static String fileName(JsonNode component) {
    return component.path("name").asText() + "-" + component.path("version").asText() + ".jar";
  }

  private static boolean isForeign(JsonNode component) {
    return !component.path("group").asText().equals("io.mooring");
  }

  @Test
  void theBillOfMaterialsNamesTheJarsInItAndNoOthers() throws IOException {
    List<String> components = new ArrayList<>();
    sbom.path("components").forEach(each -> components.add(fileName(each)));

    assertThat(archive.jars())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(components);
  }

  @Test
  void theTextOfEveryLicenceIsInIt() throws IOException {
    Map<String, String> wanted = new HashMap<>();
    for (JsonNode component : sbom.path("components")) {
      if (isForeign(component)) {
        for (JsonNode each : component.path("licenses")) {
          JsonNode license = each.path("license");
          String name =
              license.has("id")
                  ? license.path("id").asText()
                  : NAMED.getOrDefault(license.path("name").asText(), "");
          assertThat(name).as(component.path("purl").asText()).isNotEmpty();
          wanted.put(name, component.path("purl").asText());
        }
      }
    }

    Set<String> texts = new HashSet<>();
    try (Stream<Path> files = Files.list(archive.home().resolve("licenses"))) {
      files.forEach(file -> texts.add(file.getFileName().toString().replace(".txt", "")));
    }
    assertThat(texts).isEqualTo(wanted.keySet());
  }

  @Test
  void theListForPeopleNamesEveryForeignJar() throws IOException {
    String list = Files.readString(archive.home().resolve("THIRD-PARTY.txt"));

    for (JsonNode each : sbom.path("components")) {
      if (isForeign(each)) {
        assertThat(list)
            .contains(
                each.path("group").asText()
                    + ":"
                    + each.path("name").asText()
                    + ":"
                    + each.path("version").asText());
      }
    }
    assertThat(list).doesNotContain("Unknown license", "io.mooring");
  }

  @Test
  void itsOwnLicenceIsThatOfTheProject() throws IOException {
    assertThat(archive.home().resolve("LICENSE"))
        .hasSameTextualContentAs(Deployed.PROJECT.resolve("LICENSE"));
  }
}
