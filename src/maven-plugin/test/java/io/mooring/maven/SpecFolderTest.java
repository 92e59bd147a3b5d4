package io.mooring.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which module a configuration belongs to. */
final class SpecFolderTest {

  private static final PathPatterns ALL = new PathPatterns(List.of(), List.of());

  private final Path folder;

  SpecFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, "");
    }
  }

  private List<String> found(PathPatterns patterns) throws IOException, CallException {
    return new SpecFolder(folder)
        .models(patterns).stream()
            .map(each -> folder.relativize(each.module()) + " " + each.config().getFileName())
            .toList();
  }

  @Test
  void aConfigurationBelongsToTheModuleOfItsName() throws Exception {
    files("Queue.tla", "Queue.cfg", "Stack.tla", "Stack.cfg", "a/b/Deep.tla", "a/b/Deep.cfg");

    assertThat(found(ALL))
        .containsExactly("Queue.tla Queue.cfg", "Stack.tla Stack.cfg", "a/b/Deep.tla Deep.cfg");
  }

  @Test
  void elseToTheLongestNameThatItBeginsWith() throws Exception {
    files("Queue.tla", "QueueMC.tla", "Queue.small.cfg", "QueueMC_2.cfg", "Queue-large.cfg");

    assertThat(found(ALL))
        .containsExactlyInAnyOrder(
            "Queue.tla Queue.small.cfg", "QueueMC.tla QueueMC_2.cfg", "Queue.tla Queue-large.cfg");
  }

  @Test
  void elseToTheOnlyModuleBesideIt() throws Exception {
    files("Queue.tla", "Small.cfg", "other/Stack.tla");

    assertThat(found(ALL)).containsExactly("Queue.tla Small.cfg");
  }

  @Test
  void elseItIsRefusedAndNotLeftOut() throws Exception {
    files("Queue.tla", "Stack.tla", "Small.cfg");

    assertThatThrownBy(() -> found(ALL))
        .isInstanceOf(CallException.class)
        .hasMessageContaining("Small.cfg: belongs to no module")
        .hasMessageContaining("<excludes>");
  }

  @Test
  void patternsNameModulesOrConfigurationsAsInOtherPlugins() throws Exception {
    files("Queue.tla", "Queue.cfg", "Queue.large.cfg", "a/Deep.tla", "a/Deep.cfg", "a/Small.cfg");

    assertThat(found(new PathPatterns(List.of("**/Queue.tla"), List.of("**/*.large.cfg"))))
        .containsExactly("Queue.tla Queue.cfg");
    assertThat(found(new PathPatterns(List.of("a/**/*.cfg"), List.of())))
        .containsExactly("a/Deep.tla Deep.cfg", "a/Deep.tla Small.cfg");
    assertThat(found(new PathPatterns(List.of(), List.of("a/**"))))
        .containsExactly("Queue.tla Queue.cfg", "Queue.tla Queue.large.cfg");
  }

  @Test
  void aManifestOfAnotherToolIsNone() throws Exception {
    Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"an extension of a browser\"}");
    assertThat(new SpecFolder(folder).manifest()).isEmpty();

    Files.writeString(
        folder.resolve("manifest.json"), "{\"models\": [{\"module\": \"Queue.tla\"}]}");
    assertThat(new SpecFolder(folder).manifest()).isPresent();
  }
}
