package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProveCommandTest {

  private final Path folder;

  ProveCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void counter(String next) throws IOException {
    Files.writeString(
        folder.resolve("Counter.tla"),
        """
        ---- MODULE Counter ----
        EXTENDS Integers
        CONSTANT Most
        ASSUME Most \\in Nat
        VARIABLE n
        Init == n = 0
        Up == n < Most /\\ n' = n + 1
        Down == n > 0 /\\ n' = %s
        Next == Up \\/ Down
        Spec == Init /\\ [][Next]_n
        Ind == n \\in Int /\\ 0 <= n /\\ n <= Most
        NoJump == [][n' - n \\in -1..1]_n
        Ends == <>(n = Most)
        Bounded == n \\in 0..Most
        ====
        """
            .replace("%s", next));
  }

  private Called prove(String... more) {
    String[] all = new String[more.length + 5];
    all[0] = "prove";
    all[1] = "--inductive";
    all[2] = "Counter.tla";
    all[3] = "--invariant";
    all[4] = "Ind";
    System.arraycopy(more, 0, all, 5, more.length);
    return Called.from(folder, all);
  }

  @Test
  void whatIsProvenIsSaidByActionAndRemembered() throws IOException {
    counter("n - 1");

    assertThat(prove("--property", "NoJump").succeeds().out())
        .startsWith(
            """
            initially  3 of 3 proven
            Up         4 of 4 proven
            Down       4 of 4 proven
            possible: 2 of 2 actions, premises and sequences
            Proven: 11 of 11 obligations in\
            """)
        .endsWith(". Ind is inductive, and implies NoJump\n");
    assertThat(prove().succeeds().out()).contains("Down       3 of 3 proven, 3 of them before\n");
    assertThat(prove("--again").succeeds().out()).contains("Down       3 of 3 proven\n");
  }

  @Test
  void whatBreaksItIsShownByTheSmallestStep() throws IOException {
    counter("n - 2");

    Called call = prove("--json", "proof.json", "--junit", "proof.xml");

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out())
        .startsWith(
            """
            not kept: Down keeps Ind (Counter.tla:11)
              Z3 refutes it; from a state that may not be reachable; confirmed by the model checker
              with Most = 1
              1  a state that satisfies Ind
                   n = 1
              2  Down  (Counter.tla:8)
                   n = -1
            """)
        .contains("Down       2 of 3 proven\n", "Not proven: 8 of 9 obligations in");
    JsonNode report = new ObjectMapper().readTree(folder.resolve("proof.json").toFile());
    assertThat(report.path("command").asText()).isEqualTo("prove");
    assertThat(report.path("counts").path("failed").asInt()).isEqualTo(1);
    assertThat(report.path("groups").path(0).path("figures").path("proven").asInt()).isEqualTo(8);
    assertThat(folder.resolve("proof.xml")).content().contains("failures=\"1\"");
  }

  @Test
  void aConjunctThatIsNotNeededIsNamed() throws IOException {
    counter("n - 1");
    assertThat(prove("--needed", "--property", "Bounded").succeeds().out())
        .endsWith(
            """
            Ind (Counter.tla:11): needed for always Bounded (Counter.tla:14)
            Ind (Counter.tla:11): needed for always Bounded (Counter.tla:14)
            needed: 2 of 2 conjuncts, and 1 that say what a variable is
            """);

    Called call = prove("--needed", "--property", "NoJump", "--json", "proof.json");

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out())
        .endsWith(
            """
            not needed: Ind (Counter.tla:11)
            not needed: Ind (Counter.tla:11)
            needed: 0 of 2 conjuncts, and 1 that say what a variable is
            """);
    JsonNode report = new ObjectMapper().readTree(folder.resolve("proof.json").toFile());
    assertThat(report.path("counts").path("failed").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsNotProvenNeedsMoreConjunctsFirst() throws IOException {
    counter("n - 2");

    Called call = prove("--needed");

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).endsWith("needed: not asked, as not everything is proven\n");
  }

  @Test
  void whatIsNeverPossibleIsNamed() throws IOException {
    counter("n - 1");
    Path module = folder.resolve("Counter.tla");
    String text = Files.readString(module);
    Files.writeString(
        module,
        text.replace("Up == n < Most", "Up == n < Most /\\ n < 0")
            .replace("Ind == ", "Ind == (n > Most => n = 7) /\\ "));

    Called call = prove("--json", "proof.json");

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out())
        .startsWith(
            """
            never: a step of Up (Counter.tla:7)
              possible: no, in no state with sequences and unknown sets of up to 3 elements; what is\
             proven of it says nothing
            never: the premise of Ind (Counter.tla:11)
            """)
        .contains("possible: 1 of 3 actions, premises and sequences\n", "Proven: 12 of 12");
    JsonNode report = new ObjectMapper().readTree(folder.resolve("proof.json").toFile());
    assertThat(report.path("counts").path("failed").asInt()).isEqualTo(2);
  }

  @Test
  void everyObligationIsWrittenForOtherSolvers() throws IOException {
    counter("n - 1");

    prove("--smt", "smt").succeeds();

    assertThat(folder.resolve("smt")).isDirectoryContaining("glob:**.smt2");
    assertThat(folder.resolve("smt/005-Up-Ind.smt2"))
        .content()
        .startsWith("; Up keeps Ind (Counter.tla:11)\n")
        .endsWith("(check-sat)\n");
  }

  @Test
  void whatCannotBeProvenIsRefused() throws IOException {
    counter("n - 1");

    prove("--property", "Ends").isRefused("Counter.tla:13: Ends is about whole behaviours");
    prove("--specification", "Sepc").isRefused("Counter.tla: there is no definition Sepc");
    Called.from(folder, "prove").isRefused("--inductive is missing");
    Called.from(folder, "prove", "--inductive", "Counter.tla").isRefused("--invariant is missing");
    Called.from(folder, "prove", "--inductive", "No.tla", "--invariant", "I").isRefused("No.tla");
  }

  @Test
  void whatTheProofSaysOfMutantsIsWrittenAsAPage() throws IOException {
    counter("n - 1");

    Called call = prove("--mutants", "--matching", "Counter:Down", "--matrix", "mutants.md");

    assertThat(call.code()).isZero();
    assertThat(call.out())
        .startsWith(
            """
            proven of it, too: Counter:Down:off-by-one:n > 0 -> n > 1
            """)
        .contains(" mutants in ", " killed, ", " proven of it, too\n");
    assertThat(folder.resolve("mutants.md"))
        .content()
        .startsWith("# What the proof says of mutants of Counter\n")
        .contains(
            "    ./mooring prove --inductive Counter.tla --invariant Ind --mutants"
                + " --matching 'Counter:Down'\n",
            "| `Counter:Down:drop-conjunct:n > 0` | `'n > 0' dropped` |  | `Ind` | `Down` |\n");
  }

  @Test
  void aMutantThatMustBeKilledAndIsNotIsAFailure() throws IOException {
    counter("n - 1");
    Files.writeString(
        folder.resolve("Slow.tla"),
        "---- MODULE Slow ----\nEXTENDS Counter\nSlowly == n > 1 /\\ n' = n - 1\n====\n");
    Files.writeString(folder.resolve("Counter.cfg"), "SPECIFICATION Spec\nINVARIANT Ind\n");
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"models": [
          {"name": "Slow", "module": "Slow.tla", "config": "Counter.cfg",
           "substitute": {"Down": "Slowly"}, "result": "safety failure", "violates": "Ind"}]}
        """);

    Called call = prove("--manifest", "manifest.json", "--json", "mutants.json");

    assertThat(call.code()).isEqualTo(1);
    JsonNode report = new ObjectMapper().readTree(folder.resolve("mutants.json").toFile());
    assertThat(report.path("counts").path("failed").asInt()).isEqualTo(1);
    assertThat(report.path("cases").path(0).path("message").asText())
        .isEqualTo("Not killed: proven of it, too");
    assertThat(call.out())
        .startsWith("proven of it, too: Slow\n")
        .endsWith("Not killed: 1 that violate what is proven, by the manifest\n");
    prove("--mutants", "--matching", "nothing").isRefused("there is no such mutant");
  }
}
