package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.emit.TableEmitter;
import io.mooring.codegen.spec.ModelBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtlasCommandTest {

  private static final Path SPECS =
      Called.project().resolve("src/codegen/test/resources/specs").toAbsolutePath();

  private final Path folder;

  AtlasCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aPageOfAnyMachineIsWrittenAndTheSizeOfEachPartIsPrinted() throws Exception {
    String spec = SPECS.resolve("CircuitBreaker.tla").toString();
    String timing = SPECS.resolve("BreakerTiming.tla").toString();

    Called call =
        Called.from(folder, "atlas", "--spec", spec, "--timing", timing, "--out", "a/b.html");

    Path page = folder.resolve("a/b.html");
    assertThat(call.succeeds().out().lines())
        .hasSize(8)
        .allMatch(line -> line.matches(" *[\\d,]+ bytes  \\S.*"))
        .anyMatch(line -> line.endsWith(" script"))
        .last()
        .asString()
        .contains(String.format(java.util.Locale.ROOT, "%,d bytes", Files.size(page)))
        .endsWith("a/b.html");
    assertThat(page)
        .content()
        .startsWith("<!doctype html>")
        .contains("./mooring atlas --spec CircuitBreaker.tla --timing BreakerTiming.tla")
        .contains("CircuitBreaker.tla\",\"text\":", "BreakerTiming.tla\",\"text\":");
  }

  @Test
  void countsAndAnotherModelAreInThePage() throws Exception {
    String spec = SPECS.resolve("Turnstile.tla").toString();
    String model = Called.project().resolve("generated/model/room-connection.json").toString();
    String fingerprint =
        TableEmitter.fingerprint(
            ModelBuilder.build(
                Tlc.bundled(),
                SPECS.resolve("Turnstile.tla"),
                SPECS.resolve("Turnstile.cfg"),
                Optional.empty()));
    String counts =
        """
        {"formatVersion":1,"machine":"Turnstile","fingerprint":"%s","source":"a test",
         "locations":["UNLOCKED"],"events":["PUSH"],"rows":[[0,0,21]]}
        """
            .replace("%s", fingerprint);
    Files.writeString(folder.resolve("one.json"), counts);
    Files.writeString(folder.resolve("old.json"), counts.replace(fingerprint, "0123456789abcdef"));

    Called call =
        Called.from(
            folder,
            "atlas",
            "--spec",
            spec,
            "--counts",
            "one.json",
            "--counts",
            "one.json",
            "--compare",
            model,
            "--out",
            "a.html");

    assertThat(call.succeeds().out()).contains(" counts\n", " compared\n");
    assertThat(folder.resolve("a.html"))
        .content()
        .contains("\"source\":\"a test; a test\"", ",42]]", "\"name\":\"room-connection.json\"");

    Called old =
        Called.from(folder, "atlas", "--spec", spec, "--counts", "old.json", "--out", "b.html");
    assertThat(old.code()).isEqualTo(2);
    assertThat(old.err())
        .contains("old.json: it was counted with another version of Turnstile", fingerprint)
        .doesNotContain("\tat ");
    assertThat(folder.resolve("b.html")).doesNotExist();
    Called.from(folder, "atlas", "--spec", spec, "--compare", "one.json", "--out", "b.html")
        .isRefused("one.json: not a model as this generator writes it");
    Called.from(folder, "atlas", "--spec", spec, "--counts", "no.json", "--out", "b.html")
        .isRefused("there is no file no.json");
  }

  @Test
  void theReportOfAFleetIsInThePage() throws Exception {
    String spec = SPECS.resolve("Turnstile.tla").toString();
    Path verdicts = Files.createDirectories(folder.resolve("out/verdicts"));
    Files.writeString(
        verdicts.resolve("part-0"),
        """
        {"session":"a","decision":"accepted"}
        {"session":"b","decision":"rejected","rule":"TransitionTable","message":"no"}
        """);

    Called call = Called.from(folder, "atlas", "--spec", spec, "--fleet", "out", "--out", "a.html");

    assertThat(call.succeeds().out())
        .startsWith("sessions: 1 accepted, 1 rejected, 0 undecided\n")
        .contains(" fleet\n");
    assertThat(folder.resolve("a.html")).content().contains("\"opens\":\"fleet\"");

    Files.writeString(verdicts.resolve("part-1"), "\n{\"decision\":\"maybe\"}\n");
    Called.from(folder, "atlas", "--spec", spec, "--fleet", "out", "--out", "b.html")
        .isRefused("out/verdicts/part-1:2: its \"decision\" is \"maybe\"");
    Called.from(folder, "atlas", "--spec", spec, "--fleet", "no", "--out", "b.html")
        .isRefused("no: there is no such folder; name what a job writes to");
    assertThat(folder.resolve("b.html")).doesNotExist();
  }

  @Test
  void whatIsMissingOrWrongIsSaidInOneLine() throws Exception {
    assertThat(Called.from(folder, "atlas").err()).contains("--out is missing");
    assertThat(Called.from(folder, "atlas", "--out", ".").err()).contains("which is a folder");
    assertThat(Called.from(folder, "atlas", "--spec", "No.tla", "--out", "a.html").err())
        .contains("there is no file No.tla");
    assertThat(Called.from(folder, "atlas", "--timing", "T.tla", "--out", "a.html").err())
        .contains("--timing belongs to --spec");
    assertThat(Called.from(folder, "atlas", "--out", "a.html").err()).contains("--spec is missing");
    Files.writeString(folder.resolve("Lamp.tla"), "---- MODULE Lamp ----\nVARIABLE x\n====\n");
    Files.writeString(folder.resolve("Lamp.cfg"), "");
    Called lamp = Called.from(folder, "atlas", "--spec", "Lamp.tla", "--out", "a.html");
    assertThat(lamp.code()).isEqualTo(2);
    assertThat(lamp.err()).contains("Lamp").doesNotContain("\tat ");
    assertThat(folder.resolve("a.html")).doesNotExist();
  }
}
