package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The profile that a release is built with: it makes no address up. */
final class ReleaseProfileTest {

  private static final Map<String, String> WANTED =
      new TreeMap<>(
          Map.of(
              "release.url", "https://www.example.org/project",
              "release.scm.url", "https://git.example.org/project",
              "release.scm.connection", "scm:git:https://git.example.org/project.git",
              "release.developer.name", "A. Developer",
              "release.developer.email", "developer@example.org",
              "release.key", "LICENSE"));

  private static Started validated(Map<String, String> given) throws Exception {
    List<String> options =
        given.entrySet().stream()
            .map(each -> "-D" + each.getKey() + "=" + each.getValue())
            .toList();
    return Started.maven(
        Stream.concat(Stream.of("-o", "-q", "-N", "-Prelease", "validate"), options.stream())
            .toArray(String[]::new));
  }

  @Test
  void withoutAddressesItRefusesAndNamesEachOne() throws Exception {
    Started refused = validated(Map.of());

    assertThat(refused.code()).isNotZero();
    for (String each : WANTED.keySet()) {
      assertThat(refused.text()).contains("-D" + each + "=");
    }
  }

  @Test
  void addressesForTestsAreRefusedOneByOne() throws Exception {
    Map<String, String> given = new TreeMap<>(WANTED);
    given.put("release.url", "https://mooring.invalid");

    Started refused = validated(given);

    assertThat(refused.code()).isNotZero();
    assertThat(refused.text()).contains("-Drelease.url=").doesNotContain("-Drelease.scm.url=");
  }

  @Test
  void withAllOfThemItGoesOn() throws Exception {
    Started accepted = validated(WANTED);

    assertThat(accepted.code()).as(accepted.text()).isZero();
  }
}
