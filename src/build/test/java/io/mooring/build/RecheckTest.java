package io.mooring.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When other solvers agree with a proof: with programs that stand in for them. */
final class RecheckTest {

  private final Path folder;

  RecheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A call of the script, in which each solver prints what the file says for it. */
  private record Called(int exitCode, String out) {}

  private Called recheck(String... files) throws Exception {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (String name : List.of("cvc5", "z3")) {
      Path program = programs.resolve(name);
      Files.writeString(program, "#!/bin/sh\nsed -n \"s/^$(basename \"$0\"): //p\" \"$1\"\n");
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    Path queries = Files.createDirectories(folder.resolve("queries"));
    for (int i = 0; i < files.length; i++) {
      Files.writeString(queries.resolve("q" + i + ".smt2"), files[i]);
    }
    ProcessBuilder call =
        new ProcessBuilder(Project.root().resolve(".ci/recheck").toString(), "queries")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    call.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
    Process process = call.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Called(process.waitFor(), out);
  }

  @Test
  void bothMustSayUnsatOfEveryQuery() throws Exception {
    Called called = recheck("cvc5: unsat\nz3: unsat\n", "cvc5: unsat\nz3: unsat\n");

    assertThat(called).isEqualTo(new Called(0, "cvc5 and z3 agree about 2 queries\n"));
  }

  @Test
  void whatOneOfThemDoesNotProveIsNamed() throws Exception {
    Called called =
        recheck(
            "cvc5: unsat\nz3: sat\n",
            "cvc5: unknown\nz3: unsat\n",
            "cvc5: unsat\nz3: unsat\n",
            "cvc5: unsat\n",
            "cvc5: unsat\nz3: unsat\nz3: (error)\n");

    assertThat(called.exitCode()).isEqualTo(1);
    assertThat(called.out().lines())
        .containsExactly(
            "queries/q0.smt2: z3 says sat ",
            "queries/q1.smt2: cvc5 says unknown ",
            "queries/q3.smt2: z3 says nothing ",
            "queries/q4.smt2: z3 says unsat (error) ");
  }

  @Test
  void noQueryIsNoAgreement() throws Exception {
    Called called = recheck();

    assertThat(called).isEqualTo(new Called(2, "there is no query in queries\n"));
  }
}
