package io.mooring.mbt.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.counts.CountsJson;
import io.mooring.codegen.counts.CoverageCounts;
import io.mooring.mbt.driver.Action;
import io.mooring.mbt.driver.Driver;
import io.mooring.mbt.driver.Outcome;
import io.mooring.mbt.machine.Machines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The walks of a driver are counted as steps of the machine that its module describes. */
final class CountedWalksTest {

  private static final String TURNSTILE = "../codegen/test/resources/specs/Turnstile.tla";

  /** A turnstile whose walks are counted. */
  @SpecificationTest(value = TURNSTILE, counts = true)
  static class Counted extends TurnstileDriverTest {}

  /** A turnstile that chooses the coin itself, so that nothing is known behind it. */
  @SpecificationTest(value = TURNSTILE, counts = true, walks = 3)
  static class Choosing extends TurnstileDriverTest {
    @Override
    public Outcome apply(Action action) {
      Outcome outcome = super.apply(action);
      return action.name().equals("Insert")
          ? Outcome.applied().answering("coin", action.integer("coin"))
          : outcome;
    }
  }

  /** A queue, which is no machine. */
  @SpecificationTest(value = "test/resources/specs/Queue.tla", counts = true)
  static class NoMachine implements Driver {
    @Override
    public Outcome apply(Action action) {
      return Outcome.applied();
    }
  }

  private static Path written(Class<?> type, String file) {
    return Path.of("target/specification-tests").resolve(type.getName()).resolve(file);
  }

  private static CoverageCounts counts(Class<?> type) throws Exception {
    assertThat(Launched.of(type).failures()).isEmpty();
    return CountsJson.read(Files.readString(written(type, "counts.json")));
  }

  /** How many steps the walks had, as the report of the coverage says. */
  private static long steps(Class<?> type) throws Exception {
    Matcher steps =
        Pattern.compile("walks, ([\\d,]+) steps")
            .matcher(Files.readString(written(type, "coverage.txt")));
    assertThat(steps.find()).isTrue();
    return Long.parseLong(steps.group(1).replace(",", ""));
  }

  private static long sum(CoverageCounts counts, int events) {
    return counts.taken().entrySet().stream()
        .filter(each -> each.getKey().events().size() == events)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Test
  void everyStepIsARowAndAnEdge() throws Exception {
    CoverageCounts counts = counts(Counted.class);

    assertThat(counts.machine()).isEqualTo("Turnstile");
    assertThat(counts.source()).isEqualTo(Counted.class.getName());
    assertThat(counts.locations()).hasSize(Machines.TURNSTILE.machine().locations().size());
    assertThat(counts.events()).hasSize(Machines.TURNSTILE.machine().events().size());
    assertThat(sum(counts, 1)).isPositive().isEqualTo(steps(Counted.class));
    assertThat(sum(counts, 2)).isEqualTo(sum(counts, 1));
    assertThat(sum(counts, 3)).isPositive().isLessThan(sum(counts, 2));
  }

  @Test
  void aWalkIsCountedAsLongAsItIsKnownWhatHappened() throws Exception {
    CoverageCounts counts = counts(Choosing.class);

    assertThat(sum(counts, 1)).isLessThan(steps(Choosing.class));
    assertThat(counts.taken().keySet())
        .flatExtracting(each -> each.events())
        .filteredOn(event -> event >= 0)
        .extracting(event -> counts.events().get(event))
        .noneMatch(name -> name.startsWith("INSERT"));
  }

  @Test
  void onlyTheStepsOfAMachineModuleAreCounted() {
    assertThat(Launched.of(NoMachine.class).failures().values())
        .anySatisfy(
            failure ->
                assertThat(failure)
                    .hasMessageContaining("only the steps of a machine module can be counted"));
  }
}
