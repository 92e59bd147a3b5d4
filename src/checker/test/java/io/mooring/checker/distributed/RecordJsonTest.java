package io.mooring.checker.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.checker.tlc.CheckProgress;
import io.mooring.checker.tlc.CheckRequest;
import io.mooring.checker.tlc.CheckResult;
import io.mooring.checker.tlc.SearchOptions;
import io.mooring.checker.tlc.Simulation;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.Trace;
import io.mooring.checker.tlc.ValueNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests and results, and what they consist of, are the same after they were sent. */
final class RecordJsonTest {

  private final Path folder;

  RecordJsonTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static <T extends Record> void isTheSameAgain(T value, Class<T> type) throws Exception {
    JsonNode sent =
        MessageConnection.JSON.readTree(
            MessageConnection.JSON.writeValueAsString(RecordJson.whole().write(value)));
    assertThat(RecordJson.whole().read(sent, type)).isEqualTo(value);
  }

  @Test
  void aRequestWithEverythingIsTheSameAgain() throws Exception {
    CheckRequest request =
        CheckRequest.of(folder.resolve("A.tla"), folder.resolve("A.cfg"))
            .withHomes(List.of(folder))
            .substituting(Map.of("Next", "Other"))
            .assigning(Map.of("N", "3"))
            .without(Set.of("Inv"))
            .observing("Inv")
            .witnessing(List.of("Seen"));
    isTheSameAgain(request, CheckRequest.class);
    isTheSameAgain(
        request.searching(
            SearchOptions.DEFAULT
                .withWorkers(3)
                .withDepth(7)
                .withMemory(1L << 40)
                .withTimeout(Duration.ofMillis(1500))),
        CheckRequest.class);
    isTheSameAgain(
        request.searching(SearchOptions.DEFAULT.simulating(new Simulation(5, 6, 7))),
        CheckRequest.class);
  }

  @Test
  void aBehaviourWithEveryKindOfValueIsTheSameAgain() throws Exception {
    TlaValue one = new TlaValue.Int(1);
    TlaValue text = new TlaValue.Str("\"quoted\" \\ \u00e4");
    TlaValue set = new TlaValue.SetOf(List.of(one, text, new TlaValue.Bool(true)));
    TlaValue record = new TlaValue.Rec(new TreeMap<>(Map.of("f", set)));
    TlaValue function = new TlaValue.Fun(List.of(Map.entry(new TlaValue.Model("m"), record)));
    TlaState state =
        new TlaState(
            new TreeMap<>(Map.of("v", function, "w", new TlaValue.Seq(List.of(one, set)))));
    Trace trace =
        new Trace(
            List.of(
                new Trace.Step("Init", null, state),
                new Trace.Step(
                    "Next",
                    new SourceSpan("M", 1, 2, 3, 4),
                    state,
                    new TreeMap<>(Map.of("a", one)))),
            OptionalInt.of(1),
            Map.of(
                "v",
                new ValueNames(
                    Map.of(one, "ONE"),
                    Map.of("f", ValueNames.NONE),
                    Optional.of(ValueNames.NONE))));
    isTheSameAgain(trace, Trace.class);
  }

  @Test
  void theResultOfAViolationIsTheSameAgainWithTheModuleOfTheReader() throws Exception {
    CheckRequest request = Grid.request(folder, 2, "SPECIFICATION Fair", "PROPERTY Stays");
    CheckResult result = Tlc.bundled().check(request, CheckProgress.NONE);
    assertThat(result.trace()).isPresent();

    JsonNode sent = RecordJson.keeping(result.module()).write(result);

    assertThat(sent.path("module").isNull()).isTrue();
    assertThat(RecordJson.keeping(result.module()).read(sent, CheckResult.class)).isEqualTo(result);
  }

  @Test
  void whatIsNoSuchRecordIsRefused() throws Exception {
    JsonNode sent =
        MessageConnection.JSON.readTree("{\"values\": [[\"x\", {\"is\": \"Runtime\"}]]}");
    assertThatThrownBy(() -> RecordJson.whole().read(sent, TlaState.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TlaValue has no Runtime");
  }
}
