package io.mooring.room.benchmarks.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.sink.WrittenText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Puts all questions to all machines and compares the answers with {@code
 * generated/docs/measured/deviations.md}.
 *
 * <p>With {@code -Dmooring.write=true} the page is written, otherwise compared.
 */
final class DeviationsTest {

  private static final Path PAGE = Path.of("../../generated/docs/measured/deviations.md");

  private static final Map<Scenario, Map<Candidate, List<Finding>>> ANSWERS = ask();

  private static Map<Scenario, Map<Candidate, List<Finding>>> ask() {
    Map<Scenario, Map<Candidate, List<Finding>>> answers = new LinkedHashMap<>();
    for (Scenario scenario : Scenario.all()) {
      Map<Candidate, List<Finding>> byCandidate = new EnumMap<>(Candidate.class);
      for (Candidate candidate : Candidate.values()) {
        byCandidate.put(candidate, scenario.ask().apply(candidate));
      }
      answers.put(scenario, byCandidate);
    }
    return answers;
  }

  @Test
  void thePageSaysWhatTheMachinesDo() throws IOException {
    WrittenText.file(PAGE)
        .require(Page.of(ANSWERS), "mvn -q -pl src/benchmarks -am verify -Dmooring.write=true");
  }

  @Test
  void aRoomConnectionKeepsEveryPromise() {
    ANSWERS.forEach(
        (scenario, byCandidate) ->
            byCandidate.forEach(
                (candidate, findings) -> {
                  if (candidate.isOurs()) {
                    assertThat(findings)
                        .as(candidate.title() + ": " + scenario.title())
                        .isNotEmpty()
                        .allMatch(Finding::kept);
                  }
                }));
  }
}
