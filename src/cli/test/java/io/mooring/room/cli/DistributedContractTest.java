package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks on several machines, by the contract of the command line: with processes on loopback. */
final class DistributedContractTest {

  private static final Pattern ADDRESS = Pattern.compile("mooring worker (127\\.0\\.0\\.1:\\d+)");

  private static final String MODELS =
      """
      {"models": [
        {"name": "Holds", "module": "Wheel.tla", "config": "Turns.cfg", "result": "success",
         "distinctStates": 4, "edges": 4, "actions": 1, "witnesses": ["Full"]},
        {"name": "Breaks", "module": "Wheel.tla", "config": "Small.cfg",
         "result": "safety failure", "violates": "Small"},
        {"name": "Comes", "module": "Wheel.tla", "config": "Wheel.cfg", "result": "success"},
        {"name": "Rests", "module": "Wheel.tla", "config": "Rests.cfg",
         "result": "liveness failure", "violates": "Rests"}
      ]}
      """;

  private static final String ENDLESS =
      """
      {"models": [
        {"name": "Endless", "module": "Wheel.tla", "config": "Endless.cfg", "result": "success"}
      ]}
      """;

  private final Path folder;
  private final StartScript script;
  private final List<Process> started = new ArrayList<>();

  DistributedContractTest(@TempDir Path home, @TempDir Path folder) {
    this.folder = folder;
    this.script = new StartScript(home);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process each : started) {
      each.descendants().forEach(ProcessHandle::destroyForcibly);
      each.destroyForcibly().waitFor();
    }
  }

  private Path models(String manifest) throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    Wheel.in(models);
    String module = Files.readString(models.resolve("Wheel.tla"));
    Files.writeString(
        models.resolve("Wheel.tla"), module.replace("Full ==", "Rests == <>[](n = 3)\nFull =="));
    Files.writeString(models.resolve("Turns.cfg"), "SPECIFICATION Spec\nPROPERTY Turns\n");
    Files.writeString(models.resolve("Rests.cfg"), "SPECIFICATION Spec\nPROPERTY Rests\n");
    // A manifest says what becomes of each configuration in its folder.
    if (manifest.equals(MODELS)) {
      Files.delete(models.resolve("Endless.cfg"));
      Files.delete(models.resolve("Low.cfg"));
    } else {
      for (String each : List.of("Wheel", "Low", "Small", "Turns", "Rests")) {
        Files.delete(models.resolve(each + ".cfg"));
      }
    }
    return Files.writeString(models.resolve("models.json"), manifest);
  }

  private Process start(String place, Map<String, String> environment, String... words)
      throws IOException {
    Path directory = Files.createDirectories(folder.resolve(place));
    Path temporary = Files.createDirectories(folder.resolve(place + "-tmp"));
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put("MOORING_OPTS", "-Djava.io.tmpdir=" + temporary);
    Process process = script.start(directory, all, words);
    started.add(process);
    return process;
  }

  private Process server(String... words) throws IOException {
    return start(
        "server",
        Map.of("MOORING_SECRET", "of the test"),
        Stream.concat(
                Stream.of("check", "--distributed", "--listen", "127.0.0.1:0"), Stream.of(words))
            .toArray(String[]::new));
  }

  private Process worker(String place, String address, String... words) throws IOException {
    return start(
        place,
        Map.of("MOORING_SECRET", "of the test"),
        Stream.concat(Stream.of("worker", address), Stream.of(words)).toArray(String[]::new));
  }

  private String out(String place) {
    return text(place, "out");
  }

  private String text(String place, String file) {
    try {
      return Files.readString(folder.resolve(place).resolve(file));
    } catch (IOException notYet) {
      return "";
    }
  }

  private String address(Process server) throws InterruptedException {
    StartScript.await(server, () -> ADDRESS.matcher(out("server")).find());
    Matcher address = ADDRESS.matcher(out("server"));
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  private static int code(Process process) throws InterruptedException {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(process.info() + " ends").isTrue();
    return process.exitValue();
  }

  /** The table of a run without its measured times, in the order of the names. */
  private static List<String> table(String out) {
    return out.lines()
        .filter(line -> line.matches("(Holds|Breaks|Comes|Rests) .*as expected.*"))
        .map(line -> line.replaceFirst("\\d+\\.\\d  (?=as expected)", "").replaceAll(" +", " "))
        .sorted()
        .toList();
  }

  @Test
  @Says({
    "`check --distributed` gives the results of `check`: the same verdicts, states and edges.",
    "`worker`",
    "`worker` writes to folders `mooring-tlc-*` in the temporary folder of Java alone, and removes"
        + " them."
  })
  void twoWorkersFindWhatOneProcessFinds() throws Exception {
    Path manifest = models(MODELS);
    Called alone =
        script.run(
            Files.createDirectories(folder.resolve("alone")),
            Map.of(),
            "check",
            "--manifest",
            manifest.toString());
    Process server = server("--manifest", manifest.toString(), "--together", "1", "--expect", "2");
    String address = address(server);
    Process first = worker("first", address);
    Process second = worker("second", address);

    assertThat(code(server)).as(out("server") + text("server", "err")).isZero();
    assertThat(code(first)).isZero();
    assertThat(code(second)).isZero();
    assertThat(table(alone.out())).hasSize(4).allMatch(line -> line.contains("as expected"));
    assertThat(table(out("server"))).isEqualTo(table(alone.out()));
    assertThat(out("server"))
        .contains("Holds was checked by all workers together")
        .contains("4 of 4 models as expected");
    for (String place : List.of("first", "second")) {
      assertThat(text(place, "err")).isEmpty();
      assertThat(folder.resolve(place + "-tmp")).isEmptyDirectory();
      assertThat(folder.resolve(place).toFile().list()).containsExactlyInAnyOrder("out", "err");
    }
    assertThat(out("first")).contains("joined " + address, "the run is over");
  }

  @Test
  @Says(
      "A worker that is lost is replaced by another one; with the third that is lost a check is"
          + " given up, and the run ends with `2`.")
  void workersThatAreKilledAreReplacedButNotForEver() throws Exception {
    Process server = server("--manifest", models(ENDLESS).toString());
    String address = address(server);
    for (String place : List.of("first", "second", "third")) {
      Process worker = worker(place, address);
      StartScript.await(worker, () -> out(place).contains("checks Endless"));
      worker.descendants().forEach(ProcessHandle::destroyForcibly);
      worker.destroyForcibly().waitFor();
    }

    assertThat(code(server)).isEqualTo(2);
    assertThat(out("server"))
        .contains("was lost while it checked Endless, which is asked again")
        .contains("3 workers were lost while they checked it")
        .contains("0 of 1 models as expected")
        .doesNotContain("No violation");
  }

  @Test
  @Says({
    "A worker of another version, or with another checker, JDK, library or secret, is refused in a"
        + " sentence, and ends with `2`.",
    "A worker whose server is gone before the run is over ends with `2`."
  })
  void aWorkerOfAnotherKindIsRefused() throws Exception {
    Process server = server("--manifest", models(ENDLESS).toString());
    String address = address(server);

    assertThat(code(start("unknown", Map.of(), "worker", address))).isEqualTo(2);
    assertThat(text("unknown", "err")).contains("refuses", "secret").doesNotContain("\tat ");
    Path library = Files.createDirectories(folder.resolve("library"));
    Files.writeString(library.resolve("More.tla"), "---- MODULE More ----\n====\n");
    assertThat(code(worker("other", address, "--library", library.toString()))).isEqualTo(2);
    assertThat(text("other", "err")).contains("refuses", "--library").doesNotContain("\tat ");

    Process right = worker("right", address);
    StartScript.await(right, () -> out("right").contains("checks Endless"));
    assertThat(StartScript.signal(server, "TERM")).isEqualTo(143);
    assertThat(code(right)).isEqualTo(2);
    assertThat(text("right", "err")).contains("the server is gone");
  }

  @Test
  @Says({
    "A server listens on this machine alone unless `--listen` names another address, and `worker`"
        + " refuses another machine that `--trust` does not name.",
    "Without a worker for as long as `--patience` says, the run ends with `2`."
  })
  void anotherMachineIsRefused() throws Exception {
    Path manifest = models(ENDLESS);

    Called.from(folder, "worker", "192.0.2.1")
        .isRefused("192.0.2.1 is another machine", "--trust 192.0.2.1");
    Called.from(folder, "worker", "192.0.2.1:99", "--trust", "192.0.2.2")
        .isRefused("192.0.2.1:99 is another machine", "--trust 192.0.2.1.");
    Called alone =
        Called.from(
            folder,
            "check",
            "--manifest",
            manifest.toString(),
            "--distributed",
            "--listen",
            "127.0.0.1:0",
            "--patience",
            "1s");
    alone.isRefused("no worker joined for 1 s", "mooring worker HOST");
    assertThat(alone.out()).contains("waits for workers: mooring worker 127.0.0.1:");
  }

  @Test
  @Says("With fewer workers than `--expect` says the run does not begin, and ends with `2`.")
  void fewerWorkersThanExpectedBeginNothing() throws Exception {
    Called.from(
            folder,
            "check",
            "--manifest",
            models(ENDLESS).toString(),
            "--distributed",
            "--listen",
            "127.0.0.1:0",
            "--expect",
            "2",
            "--patience",
            "1s")
        .isRefused("0 of the 2 workers that are expected joined within 1 s", "nothing was checked");
  }

  @Test
  void optionsThatSayNothingAreRefused() throws Exception {
    Wheel.in(folder);
    Called.from(folder, "check", "Wheel.tla", "--distributed").isRefused("--distributed");
    Called.from(folder, "check", "--together", "5")
        .isRefused("--together belongs to --distributed");
    Called.from(folder, "check", "--expect", "2").isRefused("--expect belongs to --distributed");
    String manifest = models(ENDLESS).toString();
    Called.from(folder, "check", "--manifest", manifest, "--distributed", "--expect", "0")
        .isRefused("--expect is at least 1, not 0");
    Called.from(folder, "worker").isRefused("no server is named", "mooring worker 127.0.0.1");
    Called.from(folder, "worker", "127.0.0.1:99999").isRefused("is not HOST or HOST:PORT");
    Called.from(folder, "worker", "127.0.0.1", "--at-once", "0").isRefused("at least 1");
  }
}
