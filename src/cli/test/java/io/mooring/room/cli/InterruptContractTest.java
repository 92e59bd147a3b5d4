package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The effects of Ctrl-C and TERM, by the contract of the command line. */
final class InterruptContractTest {

  private final Path folder;
  private final Path temporary;
  private final Map<String, String> options;
  private final StartScript script;

  InterruptContractTest(@TempDir Path home, @TempDir Path folder, @TempDir Path temporary)
      throws IOException {
    this.folder = folder;
    this.temporary = temporary;
    this.script = new StartScript(home);
    this.options = Map.of("MOORING_OPTS", "-Djava.io.tmpdir=" + temporary);
    Wheel.in(folder);
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException notYet) {
      return "";
    }
  }

  private int checked(String signal) throws Exception {
    Process process =
        script.start(folder, options, "check", "Wheel.tla", "--config", "Endless.cfg");
    StartScript.await(process, () -> StartScript.isChecking(temporary));
    return StartScript.signal(process, signal);
  }

  @Test
  @Says({
    "After Ctrl-C the code is `130` and after TERM `143`, whatever was found until then.",
    "`check` reports that it was interrupted, and no result for what was not checked."
  })
  void check() throws Exception {
    assertThat(checked("INT")).isEqualTo(130);
    assertThat(text("err")).contains("Interrupted").doesNotContain("\tat ");
    assertThat(text("out")).doesNotContain("No violation", "as expected");

    assertThat(checked("TERM")).isEqualTo(143);
    assertThat(text("err")).contains("Interrupted");
    assertThat(text("out")).doesNotContain("No violation", "as expected");
  }

  @Test
  @Says("`fuzz` reports what it has done.")
  void fuzz() throws Exception {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Files.createSymbolicLink(folder.resolve("spec"), Called.project().resolve("spec"));
    Process process =
        script.start(
            folder, options, "fuzz", "--oracle", "table", "--for", "1h", "--corpus", "corpus");
    StartScript.await(process, () -> corpus.toFile().list().length > 0);

    assertThat(StartScript.signal(process, "INT")).isEqualTo(130);
    assertThat(text("out")).contains("no violation", "On from here:");
  }

  @Test
  @Says("`validate --spec` saves how far it is, and `--resume` continues from there.")
  void validate() throws Exception {
    ValidateSpecificationTest.write(folder);
    Path checkpoint = folder.resolve("target/mooring/validate/Queue.checkpoint.json");

    // What is killed has saved it before.
    Process killed = validating();
    StartScript.await(killed, () -> Files.exists(checkpoint));
    assertThat(StartScript.signal(killed, "KILL")).isEqualTo(137);
    resumes(checkpoint);

    Process interrupted = validating();
    StartScript.await(interrupted, () -> Files.exists(checkpoint));
    assertThat(StartScript.signal(interrupted, "INT")).isEqualTo(130);
    assertThat(text("out")).contains("the same call with --resume continues");
    resumes(checkpoint);
  }

  /** A process that validates a trace without an end. */
  private Process validating() throws IOException {
    Process process = script.start(folder, options, "validate", "--spec", "Queue.tla", "-");
    Thread writer =
        new Thread(
            () -> {
              byte[] lines =
                  ValidateSpecificationTest.GOOD.repeat(100).getBytes(StandardCharsets.UTF_8);
              try (OutputStream to = process.getOutputStream()) {
                while (process.isAlive()) {
                  to.write(lines);
                  to.flush();
                  Thread.sleep(2);
                }
              } catch (IOException | InterruptedException ended) {
                // The reader has ended.
              }
            });
    writer.setDaemon(true);
    writer.start();
    return process;
  }

  private void resumes(Path checkpoint) throws IOException {
    long lines = new ObjectMapper().readTree(checkpoint.toFile()).at("/sources/0/lines").asLong();
    assertThat(lines).isPositive();
    String good = ValidateSpecificationTest.GOOD;
    Files.writeString(
        folder.resolve("t.ndjson"),
        good.repeat((int) (lines / 2) + 10) + good.lines().skip(1).findFirst().get() + "\n");
    Called whole = Called.from(folder, "validate", "--spec", "Queue.tla", "t.ndjson");
    Called resumed = Called.from(folder, "validate", "--spec", "Queue.tla", "--resume", "t.ndjson");

    assertThat(whole.out()).startsWith("rejected: t.ndjson:" + (lines / 2 * 2 + 21));
    assertThat(resumed).isEqualTo(whole);
    assertThat(checkpoint).doesNotExist();
  }

  @Test
  @Says("`mutate` reports what was checked, and `--resume` continues from there.")
  void mutate() throws Exception {
    // So large that it is not done before the signal comes.
    Path wheel = folder.resolve("Wheel.tla");
    Files.writeString(
        wheel,
        Files.readString(wheel)
            .replace("% 4", "% 60000")
            .replace("0..3", "0..59999")
            .replace("n = 3", "n = 59999"));
    Path journal = folder.resolve("target/mooring/mutate/Wheel.journal.ndjson");
    Process process = script.start(folder, options, "mutate", "Wheel.tla");
    StartScript.await(process, () -> text(journal.toString()).contains("}\n"));

    assertThat(StartScript.signal(process, "TERM")).isEqualTo(143);
    assertThat(text("err")).contains("Interrupted", "--resume");
    long before = text("target/mooring/mutate/Wheel.journal.ndjson").lines().count();
    assertThat(Called.from(folder, "mutate", "Wheel.tla", "--resume").code()).isZero();
    assertThat(before).isPositive();
    assertThat(text("target/mooring/mutate/Wheel.md")).contains("Wheel");
  }
}
