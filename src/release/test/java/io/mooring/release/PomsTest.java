package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Maven Central asks of a pom, and what a reader of it needs. */
final class PomsTest {

  static List<String> artifacts() throws IOException {
    return Deployed.artifacts();
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void itSaysWhatCentralAsksFor(String artifact) throws IOException {
    Model pom = Deployed.pom(artifact);

    assertThat(pom.getGroupId()).isEqualTo("io.mooring");
    assertThat(pom.getArtifactId()).isEqualTo(artifact);
    assertThat(pom.getVersion()).isEqualTo(Deployed.VERSION).doesNotEndWith("-SNAPSHOT");
    assertThat(pom.getName()).startsWith("Mooring");
    assertThat(pom.getDescription()).isNotBlank();
    assertThat(pom.getUrl()).startsWith("https://");
    assertThat(pom.getLicenses()).extracting(License::getName).containsExactly("Apache-2.0");
    assertThat(pom.getScm().getUrl()).startsWith("https://");
    assertThat(pom.getScm().getConnection()).startsWith("scm:git:");
    assertThat(pom.getScm().getTag()).isEqualTo("v" + Deployed.VERSION);
    assertThat(pom.getDevelopers()).isNotEmpty();
    assertThat(pom.getDevelopers()).extracting(Developer::getName).doesNotContainNull();
    assertThat(pom.getDevelopers()).extracting(Developer::getEmail).doesNotContainNull();
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void itStandsAlone(String artifact) throws IOException {
    Model pom = Deployed.pom(artifact);

    assertThat(pom.getParent()).isNull();
    assertThat(pom.getRepositories()).isEmpty();
    assertThat(pom.getPluginRepositories()).isEmpty();
    assertThat(pom.getProperties()).isEmpty();
    assertThat(pom.getProfiles()).isEmpty();
    assertThat(pom.getBuild()).isNull();
    assertThat(pom.getDistributionManagement()).isNull();
    // That of the pom itself is what a registry resolves.
    assertThat(Files.readString(Deployed.file(artifact, ".pom")).replace("${project.version}", ""))
        .doesNotContain("${", Deployed.PROJECT.toString());
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void itsDependenciesHaveOneVersionEachAndOursIsThis(String artifact) throws IOException {
    for (Dependency each : Deployed.pom(artifact).getDependencies()) {
      assertThat(each.getScope()).as(each.toString()).isIn("compile", "runtime", "provided");
      assertThat(each.getVersion()).as(each.toString()).matches("[0-9A-Za-z.-]+");
      assertThat(each.getVersion()).as(each.toString()).doesNotEndWith("-SNAPSHOT");
      if (each.getGroupId().equals("io.mooring")) {
        assertThat(each.getVersion()).isEqualTo(Deployed.VERSION);
        assertThat(Deployed.artifacts()).contains(each.getArtifactId());
      }
    }
  }
}
