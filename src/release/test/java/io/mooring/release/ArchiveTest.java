package io.mooring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as it is for people who have no checkout: from the archive alone. */
final class ArchiveTest {

  private static final String LAMP =
      """
      ---- MODULE Lamp ----
      EXTENDS Naturals
      VARIABLE lit
      Init == lit = 0
      Next == lit' = 1 - lit
      Spec == Init /\\ [][Next]_lit
      TypeOK == lit \\in {0, 1}
      Dark == lit = 0
      ====
      """;

  private static final Archive ARCHIVE = Archive.inTarget();

  private final Path work;

  ArchiveTest(@TempDir Path work) {
    this.work = work;
  }

  private String call(int code, String... words) throws Exception {
    Started call = ARCHIVE.call(work, words);
    assertThat(call.code()).as(call.text()).isEqualTo(code);
    return call.text();
  }

  private void lamp(String invariant) throws Exception {
    Files.writeString(work.resolve("Lamp.tla"), LAMP);
    Files.writeString(
        work.resolve("Lamp.cfg"), "SPECIFICATION Spec\nINVARIANT " + invariant + "\n");
  }

  @Test
  void itHasTheCommandsForOtherProjectsAndNoOthers() throws Exception {
    List<String> commands =
        Pattern.compile("(?m)^  ([a-z]+)  ")
            .matcher(call(0, "--help").replaceFirst("(?s)^.*Commands:", ""))
            .results()
            .map(MatchResult::group)
            .map(String::strip)
            .toList();

    assertThat(commands)
        .containsExactly(
            "new",
            "check",
            "worker",
            "trace",
            "atlas",
            "mutate",
            "generate",
            "fuzz",
            "simulate",
            "validate",
            "probe",
            "prove");
    assertThat(call(2, "prove")).contains("--inductive is missing");
    assertThat(call(2, "generate")).contains("--spec is missing");
  }

  @Test
  void itSaysItsVersionAlsoAsAnExecutableJar() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    Started jar =
        Started.in(
            work, List.of(java, "-jar", ARCHIVE.home().resolve("mooring.jar").toString(), "-V"));

    assertThat(jar.text()).isEqualTo("mooring " + Deployed.VERSION + "\n");
    assertThat(call(0, "--version")).isEqualTo(jar.text());
    assertThat(ARCHIVE.home().resolve("README.txt"))
        .content()
        .startsWith("The command line of Mooring " + Deployed.VERSION + ".");
  }

  @Test
  void checkFindsWhatHoldsAndWhatDoesNot() throws Exception {
    lamp("TypeOK");
    assertThat(call(0, "check", "Lamp.tla")).contains("No violation");

    lamp("Dark");
    assertThat(call(1, "check", "Lamp.tla")).contains("Dark");
    assertThat(work.resolve("target/mooring/check/Lamp-Dark.mmd")).isNotEmptyFile();
  }

  @Test
  void mutateFindsWhatNoPropertyDetects() throws Exception {
    lamp("TypeOK");

    assertThat(call(1, "mutate", "Lamp.tla")).contains("Lamp.tla");
  }

  @Test
  void generateWritesJavaThatCompilesAlone() throws Exception {
    Path spec = Files.createDirectory(work.resolve("spec"));
    for (String file : List.of("Door.tla", "Door.cfg")) {
      Files.copy(
          Deployed.PROJECT.resolve("src/examples/door/spec").resolve(file), spec.resolve(file));
    }

    String text =
        call(
            0,
            "generate",
            "--spec",
            "spec/Door.tla",
            "--package",
            "org.example.door",
            "--out",
            "g");

    assertThat(text).contains("Door: 3 locations");
    try (Stream<Path> all = Files.walk(work.resolve("g/java"))) {
      List<String> sources =
          all.map(Path::toString).filter(each -> each.endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();
      List<String> options = List.of("-proc:none", "-d", work.resolve("classes").toString());
      assertThat(
              ToolProvider.getSystemJavaCompiler()
                  .run(
                      null,
                      null,
                      null,
                      Stream.concat(options.stream(), sources.stream()).toArray(String[]::new)))
          .isZero();
    }
  }

  @Test
  void fuzzComparesWithTheSpecificationInTheArchive() throws Exception {
    assertThat(call(0, "fuzz", "--for", "3s")).contains("tlc");
    assertThat(call(0, "fuzz", "--engine", "spring", "--oracle", "table", "--tries", "50"))
        .contains("spring");
    assertThat(call(0, "fuzz", "--oracle", "timed", "--tries", "5")).contains("timed");
  }

  @Test
  void validateAcceptsATraceAndRejectsAnother() throws Exception {
    Path trace = work.resolve("trace.ndjson");
    String join =
        """
        {"nanos":0,"session":1,"event":"JoinChannel","from":"DISCONNECTED","to":"CONNECTING",\
        "outcome":"taken","code":"OK","told":[{"state":"CONNECTING","reason":"JOIN_CHANNEL"}],\
        "effects":["openTransport","armJoinTimeout"]}
        """;
    Files.writeString(trace, join);
    call(0, "validate", "trace.ndjson");

    Files.writeString(trace, join.replace("openTransport", "closeTransport"));
    assertThat(call(1, "validate", "trace.ndjson")).contains("OPEN_TRANSPORT");
  }

  @Test
  void simulatePlaysACallAndProbeSaysWhatItNeeds() throws Exception {
    assertThat(call(0, "simulate", "--seed", "7")).contains("CONNECTED");
    assertThat(call(0, "probe", "--help")).contains("--room");
    call(2, "probe", "ws://127.0.0.1:9");
  }
}
