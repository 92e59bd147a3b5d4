package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The version that a reader copies, from a page or from an example. */
final class DocumentedVersionTest {

  private static final Pattern VERSION =
      Pattern.compile(
          "<groupId>io\\.mooring</groupId>\\s*<artifactId>[a-z-]+</artifactId>\\s*"
              + "<version>([^<]+)</version>");

  private static List<Path> copied() throws IOException {
    try (Stream<Path> pages = Files.walk(Deployed.PROJECT.resolve("src/docs"));
        Stream<Path> examples = Files.list(Deployed.PROJECT.resolve("src/examples"))) {
      return Stream.of(
              Stream.of(Deployed.PROJECT.resolve("README.md")),
              pages.filter(page -> page.toString().endsWith(".md")),
              examples.map(each -> each.resolve("pom.xml")).filter(Files::isRegularFile))
          .flatMap(each -> each)
          .toList();
    }
  }

  @Test
  void itIsTheOneThatIsDeployed() throws IOException {
    int found = 0;
    for (Path file : copied()) {
      for (MatchResult each : VERSION.matcher(Files.readString(file)).results().toList()) {
        assertThat(each.group(1)).as("%s", file).isEqualTo(Deployed.VERSION);
        found++;
      }
    }
    assertThat(found).isGreaterThan(5);
  }
}
