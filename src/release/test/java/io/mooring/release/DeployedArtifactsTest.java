package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.junit.jupiter.api.Test;

/** Which artifacts there are, and what is in their jars. */
final class DeployedArtifactsTest {

  private static final String PARENT = "pom.xml";

  /** The poms of the modules that do not say that they are for this repository alone. */
  private static List<Model> modules() throws IOException {
    List<Model> modules = new ArrayList<>();
    for (String module : Deployed.read(Deployed.PROJECT.resolve(PARENT)).getModules()) {
      Model pom = Deployed.read(Deployed.PROJECT.resolve(module).resolve(PARENT));
      if (!"true".equals(pom.getProperties().getProperty("maven.deploy.skip"))) {
        modules.add(pom);
      }
    }
    return modules;
  }

  private static Stream<String> ours(List<Dependency> dependencies) {
    return dependencies.stream()
        .filter(each -> each.getGroupId().equals("io.mooring"))
        .map(Dependency::getArtifactId);
  }

  @Test
  void theModulesAreDeployedAndNothingElse() throws IOException {
    assertThat(Deployed.artifacts())
        .as("a folder of an earlier build is removed by mvn clean")
        .containsExactlyInAnyOrderElementsOf(modules().stream().map(Model::getArtifactId).toList());
  }

  @Test
  void theBillOfMaterialsNamesEveryJarOnceInThisVersion() throws IOException {
    List<Dependency> bom = Deployed.pom("mooring-bom").getDependencyManagement().getDependencies();

    assertThat(ours(bom)).containsExactlyInAnyOrderElementsOf(Deployed.jars());
    assertThat(bom)
        .hasSameSizeAs(Deployed.jars())
        .extracting(Dependency::getVersion)
        .containsOnly("${project.version}");
  }

  @Test
  void allIsDeployedBeforeItIsChecked() throws IOException {
    assertThat(ours(Deployed.read(Path.of(PARENT)).getDependencies()))
        .containsExactlyInAnyOrderElementsOf(Deployed.artifacts());
  }

  @Test
  void everyJarHasItsSourcesItsDocumentationAndABillOfMaterials() throws IOException {
    for (Model module : modules()) {
      if (!module.getPackaging().equals("pom")) {
        String artifact = module.getArtifactId();
        for (String suffix :
            List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", ".pom")) {
          assertThat(Deployed.file(artifact, suffix)).isNotEmptyFile();
        }
        assertThat(entries(artifact, "-sources.jar"))
            .as(artifact)
            .anyMatch(entry -> entry.matches(".*\\.(java|kt)"));
        assertThat(entries(artifact, "-javadoc.jar"))
            .as(artifact)
            .contains("index.html")
            .anyMatch(entry -> entry.matches("(.*/)?io[./]mooring/.*\\.html"));
      }
    }
  }

  private static List<String> entries(String artifact, String suffix) throws IOException {
    try (JarFile jar = new JarFile(Deployed.file(artifact, suffix).toFile())) {
      return jar.stream().map(entry -> entry.getName()).toList();
    }
  }

  @Test
  void everyJarIsAModuleWithANameOfItsOwnAndPackagesOfItsOwn() throws IOException {
    Map<String, String> names = new HashMap<>();
    Map<String, String> packages = new HashMap<>();
    for (String artifact : Deployed.jars()) {
      Path file = Deployed.file(artifact, ".jar");
      ModuleDescriptor module = ModuleFinder.of(file).findAll().iterator().next().descriptor();
      if (module.isAutomatic()) {
        // Java would make a name of the file's.
        assertThat(automaticName(file)).as(artifact).hasValue(module.name());
      }
      assertThat(module.name()).startsWith("io.mooring.");
      assertThat(names.put(module.name(), artifact)).as(module.name()).isNull();
      for (String each : module.packages()) {
        assertThat(each).as(artifact).startsWith(module.name());
        assertThat(packages.put(each, artifact)).as(each + " of " + artifact).isNull();
      }
    }
  }

  private static Optional<String> automaticName(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return Optional.ofNullable(
          jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"));
    }
  }

  @Test
  void everyJarButTheOneForPhonesCarriesTheLicence() throws IOException {
    String licence = Files.readString(Deployed.PROJECT.resolve("LICENSE"));
    for (String artifact : Deployed.jars()) {
      try (JarFile jar = new JarFile(Deployed.file(artifact, ".jar").toFile())) {
        var entry = jar.getEntry("META-INF/LICENSE");
        if (artifact.equals("mooring")) {
          assertThat(entry).isNull();
        } else {
          assertThat(entry).as(artifact).isNotNull();
          assertThat(new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
              .isEqualTo(licence);
        }
      }
    }
  }
}
