package io.mooring.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaState;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is chosen from a set that TLC may not have sorted, however the set gets there. */
class ChoiceRefusalTest {

  private static final String PROPERTY =
      "PaidOnlyGrowsProp ==\n    [][out'.event \\notin {\"Push\", \"Reset\"} => paid' >= paid]_vars";

  /** The property with this condition, after these definitions. */
  private static String saying(String definitions, String condition) {
    return definitions + "\nPaidOnlyGrowsProp ==\n    [][" + condition + "]_vars";
  }

  private static Arguments union(String definitions, String condition) {
    return Arguments.of("UNION", definitions, condition);
  }

  private static Arguments subset(String definitions, String condition) {
    return Arguments.of("SUBSET", definitions, condition);
  }

  static Stream<Arguments> whatIsNotSorted() {
    String two = "Two == UNION {{5}, 0..paid}";
    String some = "Some(S) == CHOOSE n \\in S : n >= 0";
    return Stream.of(
        union("", "paid = CHOOSE n \\in UNION {{5}, 0..paid} : TRUE"),
        subset("", "{} = CHOOSE s \\in SUBSET (0..Fare) : paid \\in s"),
        union(two, "paid = CHOOSE n \\in Two : TRUE"),
        union(two, "paid = CHOOSE n \\in Two' : TRUE"),
        union("Pick(S) == UNION S", "paid = CHOOSE n \\in Pick({{5}, 0..paid}) : TRUE"),
        union("", "LET two == UNION {{5}, 0..paid} IN paid = CHOOSE n \\in two : TRUE"),
        union("", "LET two(n) == UNION {{n}, 0..paid} IN paid = CHOOSE n \\in two(5) : TRUE"),
        union(two + "\n" + some, "paid = Some(Two)"),
        union(two + "\n" + some, "paid = Some({5}) /\\ paid = Some(Two)"),
        union(two + "\n" + some, "paid = Some(Two) /\\ paid = Some({5})"),
        union(some + "\nOther(S) == Some(S \\ {1})", "paid = Other(UNION {{5}, 0..paid})"),
        union(two, "paid = CHOOSE n \\in {m \\in Two : m > 0} : TRUE"),
        union(two, "paid = CHOOSE n \\in {9} \\cup Two : TRUE"),
        union(two, "paid = CHOOSE n \\in (0..9) \\cap Two : TRUE"),
        union(two, "paid = CHOOSE n \\in (0..9) \\ Two : TRUE"),
        union(two, "paid = CHOOSE n \\in (IF paid = 1 THEN {1} ELSE Two) : TRUE"),
        union(two, "paid = CHOOSE n \\in (CASE paid = 1 -> Two [] OTHER -> {1}) : TRUE"),
        union(two, "paid = CHOOSE n \\in DOMAIN [m \\in Two |-> m] : TRUE"),
        union(two, "paid = CHOOSE n \\in [g \\in Gate |-> Two][gate] : TRUE"),
        union(two, "paid = CHOOSE n \\in <<{1}, Two>>[2] : TRUE"),
        union(two, "\\E s \\in {{1}, Two} : paid = CHOOSE n \\in s : TRUE"),
        union(two, "\\E <<s, t>> \\in {<<{1}, Two>>} : paid = CHOOSE n \\in t : TRUE"),
        union(two, "paid = CHOOSE n \\in (CHOOSE s \\in {Two} : TRUE) : TRUE"),
        union(
            two + "\nHas(s) == 1 = CHOOSE n \\in s : TRUE",
            "paid = Len(SelectSeq(<<{1}, Two>>, Has))"),
        union(two, "[<<Two>> EXCEPT ![1] = {CHOOSE n \\in @ : TRUE}] = <<>>"),
        union(
            two,
            "[[g \\in Gate |-> {1}] EXCEPT ![gate] = Two, ![LOCKED] = {CHOOSE n \\in @ : TRUE}]"
                + " = [g \\in Gate |-> {1}]"),
        union(
            "RECURSIVE Last(_, _)\n"
                + "Last(S, n) == IF n = 0 THEN CHOOSE m \\in S : TRUE ELSE Last(UNION {S, {n}}, n - 1)",
            "paid = Last({5}, paid)"),
        union(
            "RECURSIVE All(_)\nAll(n) == IF n = 0 THEN UNION {{5}, {0}} ELSE All(n - 1)",
            "paid = CHOOSE m \\in All(paid) : TRUE"),
        subset("Sets == SUBSET (0..Fare)", "{1} = CHOOSE s \\in {t \\in Sets : t # {}} : TRUE"));
  }

  @ParameterizedTest
  @MethodSource("whatIsNotSorted")
  void isRefusedWithThePlaceOfTheSetAndTheCure(
      String construct, String definitions, String condition, @TempDir Path folder)
      throws Exception {
    String changed = saying(definitions, condition);
    int line = 123 + (int) changed.substring(0, changed.indexOf(construct + " ")).lines().count();
    assertThat(Specs.refusal("Turnstile", PROPERTY, changed, folder))
        .startsWith("Turnstile.tla:")
        .contains(
            "CHOOSE from a "
                + construct
                + " cannot be translated to Java: the one at Turnstile.tla:"
                + (line - 1)
                + " need not be sorted in TLC; choose from {x : x \\in S}, which is")
        .contains("(in PaidOnlyGrowsProp)");
  }

  @Test
  void forTlcMayTakeAnUnsortedSetForASortedOne(@TempDir Path folder) throws Exception {
    Path module = folder.resolve("Choice.tla");
    Path config = folder.resolve("Choice.cfg");
    Files.writeString(
        module,
        """
        ---- MODULE Choice ----
        EXTENDS Naturals, FiniteSets
        VARIABLE x
        Init == x = 0
        Next == x' = x
        Spec == Init /\\ [][Next]_x
        Some(S) == CHOOSE n \\in {m \\in S : Cardinality(S) = 3} : TRUE
        AsItIs == Some({5} \\cup UNION {(x + 1)..2})
        WrittenOut == Some({m : m \\in {5} \\cup UNION {(x + 1)..2}})
        ====
        """);
    Files.writeString(config, "SPECIFICATION Spec\n");
    try (Oracle oracle = Tlc.bundled().open(module, config)) {
      TlaState state = oracle.initial().get(0);
      assertThat(oracle.evaluate("AsItIs", state)).isEqualTo(new TlaValue.Int(5));
      assertThat(oracle.evaluate("WrittenOut", state)).isEqualTo(new TlaValue.Int(1));
    }
  }

  static Stream<Arguments> setsOfFunctions() {
    String listed = "has too many elements to be listed";
    String chosen = "CHOOSE from a set of functions cannot be translated to Java";
    String some = "Some(S) == CHOOSE f \\in S : TRUE";
    return Stream.of(
        Arguments.of("All == [Gate -> 0..1]", "paid = (CHOOSE f \\in All : TRUE)[gate]", listed),
        Arguments.of(some, "paid = Some([Gate -> 0..1])[gate]", chosen),
        Arguments.of(some, "paid = Some([1..2 -> 0..1])[1]", listed),
        Arguments.of(some, "paid = Some(UNION {[1..n -> 0..1] : n \\in 1..2})[1]", listed),
        Arguments.of(some, "paid = Some({[g \\in Gate |-> 1]})[gate]", chosen),
        Arguments.of(
            "", "LET fs == {[g \\in Gate |-> 1]} IN (CHOOSE f \\in fs : TRUE)[gate] = 1", chosen));
  }

  @ParameterizedTest
  @MethodSource("setsOfFunctions")
  void soIsASetOfFunctions(String definitions, String condition, String words, @TempDir Path folder)
      throws Exception {
    assertThat(Specs.refusal("Turnstile", PROPERTY, saying(definitions, condition), folder))
        .startsWith("Turnstile.tla:")
        .contains(words, "(in PaidOnlyGrowsProp)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paid = CHOOSE n \\in {m : m \\in UNION {{5}, 0..paid}} : TRUE",
        "{} = CHOOSE s \\in {t : t \\in SUBSET (0..Fare)} : paid \\in s",
        "paid = CHOOSE n \\in {Cardinality(t) : t \\in SUBSET (0..Fare)} : TRUE",
        "LET s == {paid, 5} IN paid = CHOOSE n \\in (s \\cup 0..1) \\ {7} : TRUE",
        "LET s(n) == {m \\in 0..n : m \\in UNION {{5}, 0..1}} IN 0 = CHOOSE m \\in s(3) : TRUE",
        "paid = CHOOSE n \\in (IF 5 \\in UNION {{5}, 0..1} THEN {1} ELSE {2}) : TRUE",
        "paid = CHOOSE n \\in 0..(CHOOSE m \\in {5} : m \\in UNION {{5}, 0..1}) : TRUE",
        "\\A n \\in UNION {{5}, 0..1} : n = CHOOSE m \\in {n, 7} : TRUE",
        "gate = CHOOSE g \\in Gate : TRUE",
        "\\A s \\in SUBSET {paid, 7} : s # {} => paid <= CHOOSE m \\in s : TRUE",
        "<<1>> = CHOOSE s \\in {<<n>> : n \\in UNION {{5}, 0..1}} : TRUE",
        "LET pick(s) == CHOOSE n \\in {m : m \\in s} : TRUE IN paid = pick(UNION {{5}, {1}})"
      })
  void whatTlcSortsIsAccepted(String condition, @TempDir Path folder) throws Exception {
    String changed = saying("Cardinality(s) == IF s = {} THEN 0 ELSE 1", condition);
    assertThat(Specs.refusal("Turnstile", PROPERTY, changed, folder)).isEqualTo("accepted");
  }
}
