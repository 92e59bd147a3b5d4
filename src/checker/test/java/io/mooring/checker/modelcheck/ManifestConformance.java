package io.mooring.checker.modelcheck;

import static io.mooring.checker.TestedChecker.TLC;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.InFamily;
import io.mooring.checker.tlc.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The specifications of this repository give what their manifest says, in every build. */
class ManifestConformance {

  private static final Path SPEC = Path.of("../../spec");
  private static final RecordedReporter REPORTER = new RecordedReporter();
  private static final List<String> LINES = REPORTER.lines();

  @SuppressWarnings("NullAway.Init")
  private static Summary summary;

  @BeforeAll
  static void checkEveryFastModel(@TempDir Path output) throws Exception {
    summary =
        new ModelChecking(TLC, output)
            .checkManifest(
                SPEC.resolve("manifest.json"), Boolean.getBoolean("mooring.deep"), REPORTER);
  }

  @Test
  void everyModelIsAsExpected() {
    assertThat(summary.exitCode()).withFailMessage(() -> String.join("\n", LINES)).isZero();
    assertThat(summary.verdicts()).hasSizeGreaterThan(1);
  }

  @Test
  void everyPropertyOfTheContractIsBrokenByAMutantOfItsOwn() throws Exception {
    TreeSet<String> properties =
        new TreeSet<>(ConfigFile.read(SPEC.resolve("RoomConnection.cfg")).checked());
    TreeSet<String> broken = new TreeSet<>();
    summary.verdicts().stream()
        .filter(each -> each.result().module().extendsModules().contains("RoomConnection"))
        .map(ModelVerdict::expected)
        .filter(expected -> expected.startsWith("violates "))
        .forEach(expected -> broken.add(expected.substring("violates ".length())));

    assertThat(properties).isNotEmpty();
    assertThat(broken).isEqualTo(properties);
  }

  @Test
  @InFamily(value = "1.7", others = "1.8 has the corrections of issues 1145 and 1302")
  void theKnownFaultsOfTheCheckerAreLookedFor() {
    assertThat(LINES).anyMatch(line -> line.startsWith("canary ") && line.contains("1145"));
    assertThat(LINES).anyMatch(line -> line.startsWith("canary ") && line.contains("1302"));
  }

  @Test
  @InFamily(value = "1.8", others = "1.7 has the faults, see the test before")
  void whatIsCorrectedIsRightAndWhatIsNotIsNamed() {
    assertThat(LINES)
        .contains("canary LazyExcept: the checker answers right")
        .contains("canary LargeDomain: the checker answers right")
        .anyMatch(line -> line.startsWith("canary FunctionSets: ") && line.contains("1407"));
  }
}
