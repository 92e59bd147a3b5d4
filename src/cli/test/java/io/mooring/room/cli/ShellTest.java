package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellTest {

  private final Path folder;

  ShellTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Shell shell(Path directory, @Nullable Path home) {
    return new Shell(
        directory,
        home,
        new PrintWriter(new StringWriter()),
        new PrintWriter(new StringWriter()),
        false);
  }

  private static Path withManifest(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("spec"));
    Files.writeString(
        folder.resolve("spec/manifest.json"), "{\"models\": [{\"module\": \"Lamp.tla\"}]}");
    return folder;
  }

  @Test
  void theProjectIsTheNearestOneAboveTheCaller() throws IOException {
    Path outer = withManifest(folder);
    Path inner = withManifest(Files.createDirectories(folder.resolve("a/b")));
    Path below = Files.createDirectories(inner.resolve("c/d"));

    assertThat(shell(below, outer).project()).isEqualTo(inner);
  }

  @Test
  void aFileOfSomebodyElseMakesNoProject() throws IOException {
    Path outer = withManifest(folder);
    Path inner = withManifest(Files.createDirectories(folder.resolve("a")));
    Files.writeString(inner.resolve("spec/manifest.json"), "{\"modules\": []}");

    assertThat(shell(inner, null).project()).isEqualTo(outer);
  }

  @Test
  void elsewhereTheProjectIsThatOfTheStartScript() throws IOException {
    Path home = withManifest(Files.createDirectories(folder.resolve("home")));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));

    assertThat(shell(elsewhere, home).project()).isEqualTo(home);
  }

  @Test
  void withoutAProjectTheRefusalSaysWhatWasLookedFor() {
    assertThatThrownBy(() -> shell(folder, folder).project())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("spec/manifest.json")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void aPathIsShownAsTheCallerWouldTypeIt() {
    Shell shell = shell(folder.resolve("x/y"), folder);

    assertThat(shell.show(folder.resolve("x/y/z.txt"))).isEqualTo("z.txt");
    assertThat(shell.show(folder.resolve("x/w.txt"))).isEqualTo("../w.txt");
    assertThat(shell.show(folder.resolve("x/y"))).isEqualTo(".");
    assertThat(shell.show(Path.of("/z"))).isEqualTo("/z");
  }
}
