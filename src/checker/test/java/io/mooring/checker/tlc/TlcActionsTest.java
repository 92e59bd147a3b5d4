package io.mooring.checker.tlc;

import static io.mooring.checker.TestedChecker.TLC;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions have the names of the module, whatever the form of the next-state relation. */
class TlcActionsTest {

  private static final String DOOR =
      """
      ---- MODULE Door ----
      EXTENDS Naturals
      VARIABLES door, out
      SHUT == 0
      OPEN == 1
      Door == {SHUT, OPEN}
      Word == [said : Door]
      TypeOK == door \\in Door /\\ out \\in Seq(Word)
      Init == door = SHUT /\\ out = <<>>
      Open == door = SHUT /\\ door' = OPEN /\\ out' = <<[said |-> OPEN]>>
      Jam == door = 7 /\\ UNCHANGED <<door, out>>
      ====
      """;
  private static final String HOUSE =
      """
      ---- MODULE House ----
      EXTENDS Naturals, Sequences
      VARIABLES front, out, box, left
      vars == <<front, out, box, left>>
      Contract == INSTANCE Door WITH door <- front
      NONE == [who |-> "nobody", n |-> 0]
      Off == 0 - 2
      Guest == [who : {"a", "b"}, n : 1..2]
      TypeOK == Contract!TypeOK /\\ box \\in SUBSET Guest /\\ left \\in {Off} \\cup 0..3
      Init == Contract!Init /\\ box = {} /\\ left = Off
      Open == Contract!Open /\\ UNCHANGED <<box, left>>
      Jam == Contract!Jam /\\ UNCHANGED <<box, left>>
      Ring(who, n) == box = {} /\\ left < 3 /\\ box' = {[who |-> who, n |-> n]} /\\ UNCHANGED <<front, out, left>>
      Wait == LET next == IF left = Off THEN 0 ELSE left + 1
              IN  left < 3 /\\ left' = next /\\ UNCHANGED <<front, out, box>>
      Slow(who) == left = 9 /\\ UNCHANGED vars
      Enter(guest) == front = Contract!OPEN /\\ box' = box \\ {guest} /\\ UNCHANGED <<front, out, left>>
      People == Wait \\/ \\E n \\in 1..2, who \\in {"a", "b"} : Ring(who, n) \\/ Slow(who)
      Next == Open \\/ Jam \\/ People \\/ (\\E guest \\in box : Enter(guest))
      InstanceNext == (Contract!Open /\\ UNCHANGED <<box, left>>) \\/ Jam
      Bare == INSTANCE Door WITH door <- front, out <- out
      Spec == Init /\\ [][Next]_vars
      Entered == front = Contract!OPEN /\\ left = 1 /\\ box # {} /\\ box' = {}
      ====
      """;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  static Path folder;

  @BeforeAll
  static void write() throws Exception {
    Files.writeString(
        folder.resolve("Door.tla"),
        DOOR.replace("EXTENDS Naturals", "EXTENDS Naturals, Sequences"));
    Files.writeString(folder.resolve("House.tla"), HOUSE);
  }

  private static CheckRequest request(String... lines) throws Exception {
    Path config = Files.writeString(folder.resolve("House.cfg"), String.join("\n", lines) + "\n");
    return CheckRequest.of(folder.resolve("House.tla"), config);
  }

  @Test
  void whatHappensAndWhatNeverDoesIsNamed() throws Exception {
    CheckResult result =
        TLC.check(
            request("SPECIFICATION Spec", "INVARIANT TypeOK", "CHECK_DEADLOCK FALSE"),
            CheckProgress.NONE);
    assertThat(result.message()).isEqualTo("No violation of TypeOK within these bounds");
    assertThat(result.exercised().actions()).containsExactly("Enter", "Open", "Ring", "Wait");
    assertThat(result.vacuities())
        .extracting(CheckResult.Vacuity::subject)
        .containsExactly("Jam", "Slow");
  }

  @Test
  void anInstancesActionsKeepTheirQualifiedNames() throws Exception {
    Path module =
        Files.writeString(
            folder.resolve("Hut.tla"),
            """
            ---- MODULE Hut ----
            EXTENDS Naturals
            VARIABLES front, out
            Contract == INSTANCE Door WITH door <- front
            Next == Contract!Open \\/ Contract!Jam
            Spec == Contract!Init /\\ [][Next]_<<front, out>>
            ====
            """);
    Path config =
        Files.writeString(folder.resolve("Hut.cfg"), "SPECIFICATION Spec\nCHECK_DEADLOCK FALSE\n");
    CheckResult result = TLC.check(CheckRequest.of(module, config), CheckProgress.NONE);
    assertThat(result.exercised().actions()).containsExactly("Contract!Open");
    assertThat(result.vacuities())
        .extracting(CheckResult.Vacuity::subject)
        .containsExactly("Contract!Jam");
  }

  @Test
  void aStepShowsTheParametersInTheirOrder() throws Exception {
    CheckResult result =
        TLC.check(request("SPECIFICATION Spec").seeking("Entered"), CheckProgress.NONE);
    List<String> steps =
        result.trace().orElseThrow().steps().stream().map(Trace.Step::action).toList();
    assertThat(steps)
        .hasSize(6)
        .contains("Ring(\"a\", 1)", "Enter([n |-> 1, who |-> \"a\"])", "Open", "Wait");
  }

  @Test
  void valuesHaveTheNamesOfTheConstantsThatTheirTypeLists() throws Exception {
    CheckResult result =
        TLC.check(
            request("SPECIFICATION Spec", "INVARIANT TypeOK").seeking("Entered"),
            CheckProgress.NONE);
    Trace trace = result.trace().orElseThrow();
    TlaState first = trace.steps().get(0).state();
    assertThat(trace.namesOf("front").text(first.get("front"))).isEqualTo("SHUT");
    assertThat(trace.namesOf("left").text(first.get("left"))).isEqualTo("Off");
    TlaState last = trace.steps().get(5).state();
    assertThat(trace.namesOf("out").text(last.get("out"))).isEqualTo("<<[said |-> OPEN]>>");
    assertThat(trace.namesOf("left").text(last.get("left"))).isEqualTo("1");
  }
}
