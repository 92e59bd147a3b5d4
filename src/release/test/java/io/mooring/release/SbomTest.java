package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bill of materials of each jar. */
final class SbomTest {

  static List<String> jars() throws IOException {
    return Deployed.jars();
  }

  private static String purl(String group, String artifact, String version) {
    return "pkg:maven/" + group + "/" + artifact + "@" + version + "?type=jar";
  }

  @ParameterizedTest
  @MethodSource("jars")
  void itListsWhatThePomBrings(String artifact) throws IOException {
    JsonNode sbom =
        new ObjectMapper().readTree(Deployed.file(artifact, "-cyclonedx.json").toFile());
    Set<String> components =
        StreamSupport.stream(sbom.path("components").spliterator(), false)
            .map(each -> each.path("purl").asText())
            .collect(Collectors.toSet());

    assertThat(sbom.path("metadata").path("component").path("purl").asText())
        .isEqualTo(
            "pkg:maven/io.mooring/"
                + artifact
                + "@"
                + Deployed.VERSION
                + "?type="
                + Deployed.pom(artifact).getPackaging());
    assertThat(components)
        .containsAll(
            Deployed.pom(artifact).getDependencies().stream()
                .filter(each -> !each.getScope().equals("provided"))
                .map(each -> purl(each.getGroupId(), each.getArtifactId(), each.getVersion()))
                .toList());
    if (Deployed.pom(artifact).getDependencies().stream()
        .allMatch(each -> each.getScope().equals("provided"))) {
      assertThat(components).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyComponentHasALicenceAndAChecksum(String artifact) throws IOException {
    JsonNode sbom =
        new ObjectMapper().readTree(Deployed.file(artifact, "-cyclonedx.json").toFile());

    for (JsonNode each : sbom.path("components")) {
      assertThat(each.path("licenses")).as(each.path("purl").asText()).isNotEmpty();
      assertThat(each.path("hashes")).as(each.path("purl").asText()).isNotEmpty();
    }
  }
}
