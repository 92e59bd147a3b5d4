package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for programs, by the contract of the command line. */
final class ReportContractTest {

  private static final Map<String, String> GITHUB = Map.of("GITHUB_ACTIONS", "true");
  private static final String REJECTED =
      "{\"time\":9,\"state\":\"CONNECTED\",\"reason\":\"JOIN_SUCCEED\"}\n";

  private final Path folder;

  ReportContractTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve(".git"));
    Files.createDirectories(folder.resolve("spec"));
    Wheel.in(folder.resolve("spec"));
    Files.writeString(folder.resolve("t"), REJECTED);
  }

  private Called reported(String... call) {
    String[] files = {
      "--json", "r.json", "--junit", "r.xml", "--sarif", "r.sarif", "--html", "r.html"
    };
    return Called.from(
        folder, Stream.concat(Stream.of(call), Stream.of(files)).toArray(String[]::new));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(read(file));
  }

  @Test
  @Says(
      "`check`, `mutate` and `validate` write their results to `--json`, `--junit`, `--sarif` and"
          + " `--html`; those of a refused call too, with its message and place.")
  void results() throws IOException {
    Called violated = reported("check", "spec/Wheel.tla", "--config", "spec/Small.cfg");
    assertThat(violated.code()).isOne();
    assertThat(json("r.json").path("exitCode").asInt()).isEqualTo(1);
    assertThat(read("r.xml")).contains("<failure message=\"Invariant Small is violated\"");
    assertThat(json("r.sarif").at("/runs/0/results/0/ruleId").asText()).isEqualTo("Small");
    assertThat(read("r.html"))
        .contains("\"name\":\"Small\"", "\"action\":\"Init\"", "MODULE Wheel");

    Called survived =
        reported(
            "mutate", "spec/Wheel.tla", "--config", "spec/Low.cfg", "--only", "weaken-fairness");
    assertThat(survived.code()).isOne();
    assertThat(json("r.sarif").at("/runs/0/results/0/level").asText()).isEqualTo("warning");
    assertThat(read("r.xml")).contains("type=\"mooring/weaken-fairness\"");
    assertThat(json("r.json").at("/groups/0/files/0").asText())
        .isEqualTo("target/mooring/mutate/spec/Wheel.Low.md");

    assertThat(read("r.html")).contains("\"message\":\"No property detects this change");

    assertThat(reported("validate", "t").code()).isOne();
    assertThat(read("r.html")).contains("\"place\":\"t:1\"");
    assertThat(json("r.json").at("/cases/1/place").toString())
        .isEqualTo("{\"file\":\"t\",\"line\":1}");
  }

  @Test
  @Says(
      "`check`, `mutate` and `validate` write their results to `--json`, `--junit`, `--sarif` and"
          + " `--html`; those of a refused call too, with its message and place.")
  void refusals() throws IOException {
    Files.writeString(folder.resolve("spec/Bad.tla"), "---- MODULE Bad ----\nA == 1 +\n====\n");
    Files.writeString(folder.resolve("spec/Bad.cfg"), "INIT A\nNEXT A\n");
    for (String command : List.of("check", "mutate")) {
      reported(command, "spec/Bad.tla").isRefused("spec/Bad.tla:3");
      assertThat(json("r.json").at("/refusal/place/file").asText()).isEqualTo("spec/Bad.tla");
      assertThat(json("r.json").at("/refusal/place/line").asInt()).isEqualTo(3);
      assertThat(json("r.sarif").at("/runs/0/invocations/0/executionSuccessful").asBoolean(true))
          .isFalse();
      assertThat(read("r.xml")).contains("<error message=", "spec/Bad.tla:3");
      assertThat(read("r.html")).contains("\"status\":\"error\"", "spec/Bad.tla:3", "A == 1 +");
    }
    for (String command : List.of("check", "mutate", "validate")) {
      reported(command, "spec/Nowhere").isRefused("there is no file spec/Nowhere");
      assertThat(json("r.json").path("command").asText()).isEqualTo(command);
      assertThat(json("r.json").at("/refusal/message").asText())
          .isEqualTo("there is no file spec/Nowhere");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--junit", "--sarif", "--html"})
  void aFileThatCannotBeWrittenMakesAFailureOfASuccessAlone(String option) {
    String low = "spec/Low.cfg";
    String[] good = {"check", "spec/Wheel.tla", "--config", low, option, "t/x"};
    String[] bad = {"check", "spec/Wheel.tla", "--config", "spec/Small.cfg", option, "t/x"};

    assertThat(Called.from(folder, good).code()).isEqualTo(2);
    assertThat(Called.from(folder, bad).code()).isEqualTo(1);
    assertThat(Called.from(folder, "validate", "t", option, "t/x").code()).isEqualTo(1);
    assertThat(Called.from(folder, good).err()).contains("warning: t/x could not be written");
  }

  @Test
  @Says(
      "With `--quiet` they print nothing if the exit code is `0`, and otherwise what they print"
          + " without it; no progress is shown.")
  void quiet() {
    Called good = Called.from(folder, "check", "spec/Wheel.tla", "--quiet");
    assertThat(good.succeeds().out()).isEmpty();
    Called killed =
        Called.from(folder, "mutate", "spec/Wheel.tla", "--only", "weaken-fairness", "--quiet");
    assertThat(killed.succeeds().out()).isEmpty();

    for (List<String> call :
        List.of(
            List.of("check", "spec/Wheel.tla", "--config", "spec/Small.cfg"),
            List.of("validate", "t"))) {
      String[] loud = call.toArray(String[]::new);
      String[] quiet = Stream.concat(call.stream(), Stream.of("--quiet")).toArray(String[]::new);
      assertThat(timeless(Called.from(folder, quiet)))
          .isEqualTo(timeless(Called.from(folder, loud)));
    }
  }

  private static Called timeless(Called call) {
    return new Called(call.code(), call.out().replaceAll("\\d+\\.\\d s", "# s"), call.err());
  }

  @Test
  @Says(
      "Where `GITHUB_ACTIONS` is `true` they also print findings and warnings as annotations of"
          + " their files and lines; no name in one starts another command.")
  void annotations() throws IOException {
    String[] call = {"check", "Wheel.tla", "--config", "Small.cfg", "--quiet"};
    Called violated = Called.from(folder.resolve("spec"), GITHUB, call);
    assertThat(violated.out())
        .contains(
            "::error file=spec/Wheel.tla,line=11,col=1,title=mooring check%3A Small"
                + "::Invariant Small is violated%0A  1  Init%0A       n = 0%0A")
        .contains("n = 2\n");
    assertThat(Called.from(folder.resolve("spec"), call).out()).doesNotContain("::error");

    String session = "50%,\\r\\n::error file=x::y";
    Files.writeString(
        folder.resolve("t"), REJECTED.replace("{", "{\"session\":\"" + session + "\","));
    assertThat(Called.from(folder, GITHUB, "validate", "t").out().lines())
        .filteredOn(line -> line.startsWith("::"))
        .singleElement()
        .asString()
        .startsWith(
            "::error file=t,line=1,title=mooring validate%3A"
                + " session 50%25%2C%0D%0A%3A%3Aerror file=x%3A%3Ay%2C line 1::");
    assertThat(Called.from(folder, GITHUB, "check", "spec/Nowhere.tla").out())
        .isEqualTo(
            "::error file=spec/Nowhere.tla,title=mooring check%3A check"
                + "::there is no file spec/Nowhere.tla\n");
  }
}
