package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The changelog has the form of Keep a Changelog, and says what a release changes. */
final class ChangelogTest {

  private static final Pattern UNRELEASED = Pattern.compile("## \\[Unreleased]");
  private static final Pattern RELEASED =
      Pattern.compile("## \\[(\\d+\\.\\d+\\.\\d+)] - \\d{4}-\\d{2}-\\d{2}");

  private static List<String> lines(String prefix) throws IOException {
    return Files.readAllLines(Deployed.PROJECT.resolve("CHANGELOG.md")).stream()
        .filter(line -> line.startsWith(prefix))
        .toList();
  }

  @Test
  void itsVersionsAreHeadingsTheLatestFirst() throws IOException {
    List<String> versions = lines("## ");

    assertThat(versions.get(0)).matches(UNRELEASED);
    assertThat(versions.subList(1, versions.size())).allMatch(RELEASED.asMatchPredicate());
    assertThat(lines("### "))
        .isSubsetOf(
            "### Added",
            "### Changed",
            "### Deprecated",
            "### Removed",
            "### Fixed",
            "### Security");
  }

  @Test
  void aReleaseIsInItWithItsDay() throws IOException {
    boolean released =
        lines("## [" + Deployed.VERSION + "] - ").stream().anyMatch(RELEASED.asMatchPredicate());

    assertThat(released || !Boolean.getBoolean("release.real"))
        .as("## [%s] - YYYY-MM-DD is missing in CHANGELOG.md", Deployed.VERSION)
        .isTrue();
  }
}
