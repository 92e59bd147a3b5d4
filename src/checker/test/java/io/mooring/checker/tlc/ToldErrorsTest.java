package io.mooring.checker.tlc;

import static io.mooring.checker.TestedChecker.TLC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mooring.checker.InFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages for errors in a module or a configuration. */
class ToldErrorsTest {

  private static final String COUNT =
      """
          EXTENDS Naturals, Sequences
          CONSTANTS Limit, Names
          VARIABLE n
          Init == n = 0
          Next == n < 2 /\\ n' = n + 1
          Spec == Init /\\ [][Next]_n
          Small == n < 9
          Twice(x) == 2 * x
          """;

  private final Path folder;

  /** Modules are looked for in the folder above as well, which is therefore of this test alone. */
  ToldErrorsTest(@TempDir Path above) throws IOException {
    folder = Files.createDirectory(above.resolve("specs"));
  }

  private Path module(String name, String body) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".tla"), "---- MODULE " + name + " ----\n" + body + "====\n");
  }

  private String parsed(Path module) {
    String message = assertThrows(TlcException.class, () -> TLC.parse(module)).getMessage();
    return message == null ? "" : message.replace(folder + "/", "");
  }

  private String refused(String config) throws IOException {
    Path module = module("Count", COUNT);
    Path file = Files.writeString(folder.resolve("Count.cfg"), config);
    CheckRequest request = CheckRequest.of(module, file);
    String message =
        assertThrows(TlcException.class, () -> TLC.check(request, CheckProgress.NONE)).getMessage();
    return message == null ? "" : message.replace(folder + "/", "");
  }

  private CheckResult failed(String body, String config) throws IOException, TlcException {
    Path module = module("Fails", body);
    Path file = Files.writeString(folder.resolve("Fails.cfg"), config);
    CheckResult result = TLC.check(CheckRequest.of(module, file), CheckProgress.NONE);
    assertEquals(CheckResult.Verdict.EVALUATION_ERROR, result.verdict(), result.message());
    assertFalse(result.message().contains("\n"), result.message());
    return result;
  }

  private static String place(CheckResult result) {
    return result.span().orElseThrow().place();
  }

  @Test
  void anErrorInAnExtendedModuleIsGivenToThatModuleOnce() throws IOException {
    module("Lib", "A == 1 +\n\nB == 2\n");
    String told = parsed(module("Root", "EXTENDS Lib\nC == 3\n"));
    assertTrue(told.startsWith("Lib.tla:4:1: found the beginning of the next definition"), told);
    assertTrue(told.contains("begins at line 2, column 6"), told);
    assertFalse(told.contains("Root"), told);
    assertEquals(1, told.lines().count(), told);
  }

  @Test
  @InFamily(value = "1.7", others = "1.8 reads it since tlaplus#896")
  void aCharacterBeyondAsciiIsNamedWithWhatStandsForIt() throws IOException {
    assertEquals(
        "Sign.tla:2:3: the character \u225c (U+225C) means nothing here; this checker reads ASCII, so write ==",
        parsed(module("Sign", "A \u225c 1\n")));
  }

  @Test
  void anEmptyExtendedModuleIsCalledEmpty() throws IOException {
    Files.writeString(folder.resolve("Void.tla"), "");
    String told = parsed(module("Root", "EXTENDS Void\nC == 3\n"));
    assertTrue(told.startsWith("Void.tla:1:1: the file is empty"), told);
  }

  @Test
  void everySemanticErrorIsListedOnceWithItsCure() throws IOException {
    String told =
        parsed(
            module(
                "Many", "EXTENDS Naturals\nSize == 3\nA == Cardinality({})\nB == Sise + Nat(1)\n"));
    List<String> lines = told.lines().toList();
    assertEquals(3, lines.size(), told);
    assertTrue(lines.get(0).startsWith("Many.tla:4:6: Cardinality is not defined"), told);
    assertTrue(lines.get(0).endsWith("EXTENDS FiniteSets"), told);
    assertEquals("Many.tla:5:6: Sise is not defined; did you mean Size?", lines.get(1));
  }

  @Test
  void modulesThatAreMissingOrGoInACircleAreNamed() throws IOException {
    String missing = parsed(module("Needs", "EXTENDS Naturalss\n"));
    assertTrue(missing.startsWith("Needs.tla:2:9: no module Naturalss"), missing);
    assertTrue(missing.endsWith("did you mean Naturals?"), missing);
    module("Round", "EXTENDS Back\n");
    String circle = parsed(module("Back", "EXTENDS Round\n"));
    assertTrue(circle.contains("Back > Round > Back"), circle);
  }

  @Test
  void aModuleOfAnotherNameThanItsFileIsNamed() throws IOException {
    Files.writeString(folder.resolve("File.tla"), "---- MODULE Other ----\n====\n");
    String told = parsed(folder.resolve("File.tla"));
    assertTrue(told.startsWith("File.tla:1:13: the module in this file is called Other"), told);
  }

  @Test
  void anEvaluationErrorHasItsColumnAndTheDefinitionsThatLedThere() throws Exception {
    CheckResult result =
        failed(
            """
          EXTENDS Integers, Sequences
          VARIABLE n
          List == <<5, 6>>
          Item(i) == List[i]
          Sum(i) == Item(i) + 1
          Init == n = 1
          Next == n' = n + 1
          Fine == Sum(n) > 0
          """,
            "INIT Init\nNEXT Next\nINVARIANT Fine\n");
    assertEquals("Fails.tla:5:12", place(result));
    assertTrue(
        result.message().endsWith("[Fine (Fails.tla:9) > Sum (Fails.tla:6) > Item (Fails.tla:5)]"),
        result.message());
    assertEquals(3, result.trace().orElseThrow().steps().size());
  }

  @Test
  void reasonsAreKept() throws Exception {
    String head = "EXTENDS Integers, TLC\nVARIABLE n\nInit == n = 2147483647\n";
    CheckResult overflow = failed(head + "Next == n' = n + 1\n", "INIT Init\nNEXT Next\n");
    assertTrue(overflow.message().toLowerCase(java.util.Locale.ROOT).contains("overflow"));
    CheckResult claim =
        failed(head + "Next == Assert(n < 5, \"too much\") /\\ n' = n\n", "INIT Init\nNEXT Next\n");
    assertTrue(claim.message().contains("Assert"), claim.message());
    assertTrue(claim.message().contains("too much"), claim.message());
    assertEquals("Fails.tla:5:9", place(claim));
  }

  @Test
  void aRecursionWithoutEndIsOneLineWithItsPlaceAndTheOption() throws Exception {
    CheckResult result =
        failed(
            """
          EXTENDS Integers
          VARIABLE n
          RECURSIVE Down(_)
          Down(k) == Down(k - 1)
          Init == n = 0
          Next == n' = Down(n)
          """,
            "INIT Init\nNEXT Next\n");
    assertEquals(5, result.span().orElseThrow().beginLine());
    assertTrue(result.message().contains("-Dmooring.stack="), result.message());
    assertFalse(result.message().contains("at tlc"), result.message());
    assertEquals(1, result.trace().orElseThrow().steps().size());
  }

  @Test
  void deepExpressionsAreEvaluated() throws Exception {
    Path module =
        module(
            "Deep",
            """
          EXTENDS Integers
          VARIABLE n
          RECURSIVE Sum(_)
          Sum(k) == IF k = 0 THEN 0 ELSE k + Sum(k - 1)
          Init == n = 0
          Next == (\\A k \\in 1..6000 : k > 0) /\\ n' = 1 - n
          Fine == Sum(1500) > n
          """);
    Path config =
        Files.writeString(folder.resolve("Deep.cfg"), "INIT Init\nNEXT Next\nINVARIANT Fine\n");
    CheckResult result = TLC.check(CheckRequest.of(module, config), CheckProgress.NONE);
    assertEquals(CheckResult.Verdict.SUCCESS, result.verdict(), result.message());
  }

  @Test
  void whatCannotStandInAConfigurationIsToldWithItsLineAndTheCure() throws IOException {
    String told =
        refused(
            """
          SPECIFICATION Spec
          INVARIANT Small
          CONSTANTS
            Limit = <<1, 2>>
            Names = -4
          CHECK_DEADLOCK maybe
          """);
    List<String> lines = told.lines().toList();
    assertEquals(3, lines.size(), told);
    assertTrue(lines.get(0).startsWith("Count.cfg:4: <<1, 2>> is a sequence or tuple"), told);
    assertTrue(lines.get(0).endsWith("write Limit <- LimitHere"), told);
    assertTrue(lines.get(1).startsWith("Count.cfg:5: -4 is a negative number"), told);
    assertTrue(lines.get(2).startsWith("Count.cfg:6: after CHECK_DEADLOCK"), told);
  }

  @Test
  @InFamily(value = "1.7", others = "1.8 knows them (upstream f5306c6, e9be5d0, c45c125)")
  void aKeywordOfNewerCheckersIsToldWithItsLineAndTheCure() throws IOException {
    for (String keyword : List.of("ALIAS", "POSTCONDITION", "POSTCONDITIONS", "_POSSIBLE")) {
      String told = refused("SPECIFICATION Spec\nINVARIANT Small\n" + keyword + " Small\n");
      assertTrue(
          told.startsWith("Count.cfg:3: " + keyword + " is a keyword of newer checkers"), told);
      assertTrue(told.endsWith("or name a newer tla2tools.jar with --tla2tools"), told);
    }
  }

  @Test
  @InFamily(value = "1.8", others = "1.7 knows them")
  void aKeywordOfOlderCheckersIsToldWithItsLine() throws IOException {
    assertEquals(
        "Count.cfg:2: TYPE is a keyword of older checkers, which this one does not know; leave it out",
        refused("SPECIFICATION Spec\nTYPE Small\n"));
  }

  @Test
  void namesThatTheModuleLacksAreToldWithTheNearest() throws IOException {
    String values = "CONSTANTS Limit = 1 Names = {a, \"b\", {TRUE}}\n";
    assertEquals(
        "Count.cfg:2: INVARIANT Smal: the module defines no Smal; did you mean Small?",
        refused("SPECIFICATION Spec\nINVARIANT Smal\n" + values));
    assertTrue(
        refused("SPECIFICATION Spec\nSYMMETRY Twice\n" + values).contains("it has parameters"));
    assertTrue(
        refused("SPECIFICATION Spec\nCONSTANT Limit = 3\n")
            .contains("gives no value to the constant Names (Count.tla:3); write Names = a value"));
    assertTrue(
        refused("SPECFICATION Spec\n").endsWith("found SPECFICATION; did you mean SPECIFICATION?"));
    assertTrue(
        refused("SPECIFICATION Spec\nSPECIFICATION Spec\n" + values)
            .startsWith("Count.cfg:2: SPECIFICATION stands here and in line 1"));
  }
}
