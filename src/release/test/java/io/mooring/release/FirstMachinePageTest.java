package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The way from nothing to a found fault, as the page shows it: every command and every change, in
 * this order, on what the build has deployed and nothing else.
 */
final class FirstMachinePageTest {

  private static final Path PAGE = Deployed.PROJECT.resolve("src/docs/guide/first-machine.md");

  /** What Maven has from elsewhere is what this build has it from. */
  private static final String SETTINGS =
      """
      <settings>
        <profiles>
          <profile>
            <id>elsewhere</id>
            <repositories>
              <repository><id>elsewhere</id><url>URL</url>POLICY</repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository><id>elsewhere</id><url>URL</url>POLICY</pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles><activeProfile>elsewhere</activeProfile></activeProfiles>
      </settings>
      """;

  /** The checksums were compared when the build got the files. */
  private static final String UNCHECKED =
      "<releases><checksumPolicy>ignore</checksumPolicy></releases>";

  /** Removed before, so that a failure can be looked at afterwards. */
  private final Path folder = Path.of("target/first-machine").toAbsolutePath();

  private final Path local = folder.resolve("local");
  private Path here = folder.resolve("mooring");

  @BeforeEach
  void begin() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    checkout();
    maven();
  }

  /** What the page needs of a checkout that was built: the start script and the repository. */
  private void checkout() throws IOException {
    Path archive = Archive.commandLine(Files.createDirectories(folder.resolve("archive"))).home();
    Files.createDirectories(here.resolve("target"));
    Files.createSymbolicLink(here.resolve("mooring"), archive.resolve("mooring"));
    Files.createSymbolicLink(here.resolve("target/repository"), Deployed.FOLDER);
  }

  /** A Maven with an empty local repository, which knows nothing of Mooring. */
  private void maven() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Path group = Files.createDirectories(elsewhere.resolve("io"));
    Path known = Path.of(System.getProperty("local.repository"));
    link(known, elsewhere, "io");
    link(known.resolve("io"), group, "mooring");
    Path settings =
        Files.writeString(
            folder.resolve("settings.xml"),
            SETTINGS.replace("URL", elsewhere.toUri().toString()).replace("POLICY", UNCHECKED));
    Path script = Files.createDirectory(folder.resolve("bin")).resolve("mvn");
    Files.writeString(
        script,
        String.format(
            Locale.ROOT,
            "#!/bin/sh\nexec %s/bin/mvn -B -ntp -gs %s -Dmaven.repo.local=%s \"$@\"\n",
            System.getProperty("maven.home"),
            settings,
            local));
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private static void link(Path from, Path to, String but) throws IOException {
    try (Stream<Path> all = Files.list(from)) {
      for (Path each : all.filter(path -> !path.endsWith(but)).toList()) {
        Files.createSymbolicLink(to.resolve(each.getFileName()), each);
      }
    }
  }

  @Test
  void everyCommandAndEveryChangeDoesWhatThePageShows() throws Exception {
    List<GuidePage.Step> steps = GuidePage.steps(Files.readString(PAGE));

    for (GuidePage.Step step : steps) {
      if (step instanceof GuidePage.Command command) {
        run(command);
      } else if (step instanceof GuidePage.Change change) {
        Path file = here.resolve(change.file());
        Files.writeString(file, change.in(Files.readString(file)));
      }
    }

    assertThat(steps).hasSizeGreaterThan(10);
    assertThat(originsOfMooring()).isNotEmpty().allMatch(line -> line.endsWith(">mooring="));
  }

  private void run(GuidePage.Command command) throws Exception {
    if (command.line().startsWith("cd ")) {
      here = here.resolve(command.line().substring("cd ".length())).normalize();
      assertThat(here).isDirectory();
      return;
    }
    Started call =
        Started.in(
            here,
            List.of("sh", "-c", "PATH=" + folder.resolve("bin") + ":$PATH; " + command.line()));
    assertThat(call.code())
        .as("the exit code of %s, which prints%n%s", command.line(), call.text())
        .isEqualTo(command.code());
    assertThat(command.shows(call.text()))
        .as(
            "%s prints%n%s%nbut the page shows%n%s",
            command.line(), call.text(), String.join("\n", command.printed()))
        .isTrue();
  }

  /** Maven's note of which repository it has each file of Mooring from. */
  private List<String> originsOfMooring() throws IOException {
    try (Stream<Path> files = Files.walk(local.resolve("io/mooring"))) {
      return files
          .filter(file -> file.endsWith("_remote.repositories"))
          .flatMap(FirstMachinePageTest::lines)
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
