package io.mooring.codegen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

  private static Arguments change(String piece, String replacement, String... words) {
    return Arguments.of(piece, replacement, words);
  }

  static Stream<Arguments> whatCannotBeTranslated() {
    String property = "[][out'.event \\notin {\"Push\", \"Reset\"} => paid' >= paid]_vars";
    String line = "Turnstile.tla:124: ";
    return Stream.of(
        change(
            property,
            "[][paid' = CHOOSE n : n \\notin 0..Fare]_vars",
            line,
            "CHOOSE without a set cannot be translated to Java",
            "(in PaidOnlyGrowsProp)"),
        change(
            property,
            "[][[i, j \\in {5} |-> paid][5, 5] = paid]_vars",
            line,
            "a function of several arguments cannot be translated"),
        change(
            property,
            "[][({} = CHOOSE s \\in SUBSET (0..Fare) : paid \\in s)]_vars",
            line,
            "CHOOSE from a SUBSET cannot be translated"),
        change(
            property,
            "[][(LET RECURSIVE f(_) f(n) == f(n) IN f(paid)) = 1]_vars",
            line,
            "f uses itself inside of a LET, which cannot be translated to Java; define it outside"),
        change(property, "[][out'.event = 3]_vars", line, "a string meets an integer"),
        change(property, "[][gate' = \"ajar\"]_vars", line, "\"ajar\" is not an element of Gate"),
        change(
            property,
            "[][[word |-> paid] = [word |-> 3]]_vars",
            line,
            "a record with the fields word has no name; define Name == [word : ...]"),
        change(
            property,
            "[][[out EXCEPT !.event = \"Push\"] = out]_vars",
            line,
            "EXCEPT of the outputs cannot be translated to Java"),
        change(
            property,
            "[][\\A s \\in Seq(Gate) : Len(s) = paid]_vars",
            line,
            "Seq has too many elements"),
        change(property, "[][paid => TRUE]_vars", line, "an integer stands where a condition"),
        change(property, "[][out.word = 1]_vars", line, "no field word; the fields are"),
        change(
            property,
            "[][ENABLED (paid' = paid)]_vars",
            line,
            "ENABLED can be translated to Java only of an event's action"),
        change(property, "[][{1} = {gate}]_vars", line, "a set of"));
  }

  static Stream<Arguments> whatBreaksTheConvention() {
    return Stream.of(
        change("TypeOK ==", "TypesOK ==", "Turnstile.tla: no definition TypeOK"),
        change("    /\\ paid \\in 0..Fare\n", "", "TypeOK has no conjunct for the variable paid"),
        change(
            "paid \\in 0..Fare",
            "paid \\in {n * 2 : n \\in 0..Fare}",
            "Turnstile.tla:63: the type of the variable paid must be the name of an enumeration",
            "SUBSET S, Seq(S) or [S -> T]; this expression is none of these"),
        change(
            "gate \\in Gate\n",
            "gate \\in {\"locked\", \"unlocked\"}\n",
            "Turnstile.tla:62: a set of constants needs a name, which its Java enum gets",
            "define Name == {...} and write Name here"),
        change(
            "Gate == {LOCKED, UNLOCKED}",
            "Gate == {LOCKED, UNLOCKED} \\cup [ajar : BOOLEAN]",
            "Turnstile.tla:24: a union with records has no Java type; let all records"),
        change(
            "paid \\in 0..Fare",
            "paid \\in [coins : 0..Fare]",
            "Turnstile.tla:63: a set of records needs a name",
            "define Name == [field : S] and write Name here"),
        change(
            "paid \\in 0..Fare",
            "paid \\in Gate \\X (0..Fare)",
            "Turnstile.tla:63: tuples with places of different types have no Java type",
            "use records"),
        change(
            "vars == <<gate, paid, out>>",
            "LocationName == \"same\"\nvars == <<gate, paid, out>>",
            "the locations {gate=\"locked\", paid=0} and {gate=\"locked\", paid=1} are both SAME in Java",
            "or define LocationName"),
        change(
            "vars == <<gate, paid, out>>",
            "LocationName == <<gate, paid, out.event>>\nvars == <<gate, paid, out>>",
            "LocationName depends on out",
            "let it depend on the other variables alone"),
        change(
            "vars == <<gate, paid, out>>",
            "LocationName == <<paid>>\nvars == <<gate, paid, out>>",
            "the name of the location",
            "is not a legal Java name (0); rename it"),
        change("{\"Insert\", \"Push\", \"Reset\"}", "{\"Insert\", \"Push\"}", "\"Reset\" there"),
        change(
            "{\"Insert\", \"Push\", \"Reset\"}",
            "{\"Insert\", \"Push\", \"Reset\", \"Kick\"}",
            "Event has the element \"Kick\", which is no action"),
        change("IGNORED == \"ignored\"", "IGNORED == \"shrugged\"", "Outcome has the element"),
        change(
            "UNLOCKED == \"unlocked\"",
            "UNLOCKED == 2",
            "must be all integers, all strings or all model values"),
        change(
            "    \\/ Reset\n\nSpec",
            "    \\/ (Reset)\n    \\/ out' = out /\\ UNCHANGED <<gate, paid>>\n\nSpec",
            "each disjunct of the next-state relation must be a named action"),
        change(
            "[event : Event, outcome",
            "[event : Event, extra : Gate, outcome",
            "Output has the field extra"));
  }

  static Stream<Arguments> whatIsNoTable() {
    return Stream.of(
        change(
            "\\/ /\\ gate = LOCKED\n       /\\ UNCHANGED <<gate, paid>>\n       /\\ Did(\"Push\"",
            "\\/ /\\ gate = LOCKED /\\ paid = 0\n       /\\ UNCHANGED <<gate, paid>>\n       /\\ Did(\"Push\"",
            "Turnstile.tla:84: Push says nothing of the location",
            "paid = 1",
            "add a disjunct"),
        change(
            "/\\ gate = UNLOCKED\n       /\\ gate' = LOCKED",
            "/\\ gate' = LOCKED",
            "Push leads to two different states (lines 85 and 88)",
            "they differ in",
            "make the guards exclude each other"),
        change(
            "    /\\ gate' = LOCKED\n    /\\ paid' = 0\n    /\\ Did(\"Reset\"",
            "    /\\ gate' = IF out.event = \"Push\" THEN gate ELSE LOCKED\n    /\\ paid' = IF out.event = \"Push\" THEN paid ELSE 0\n    /\\ Did(\"Reset\"",
            "Reset depends on out",
            "keep what matters in a separate variable"),
        change(
            "/\\ paid = 0\n    /\\ out", "/\\ paid \\in 0..1\n    /\\ out", "Init allows 2 states"),
        change(
            "Did(\"Push\", IGNORED, <<>>)",
            "Did(\"Reset\", IGNORED, <<>>)",
            "Push sets out.event to \"Reset\"; it must be \"Push\""));
  }

  @ParameterizedTest
  @MethodSource({"whatCannotBeTranslated", "whatBreaksTheConvention", "whatIsNoTable"})
  void isRefusedWithItsPlaceAndTheCure(
      String piece, String replacement, String[] words, @TempDir Path folder) throws Exception {
    assertThat(Specs.refusal("Turnstile", piece, replacement, folder)).contains(words);
  }
}
