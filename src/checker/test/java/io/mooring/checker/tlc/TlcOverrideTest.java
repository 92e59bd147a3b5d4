package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java classes that replace operators, in the class loader of the checker. */
class TlcOverrideTest {

  private static final Tlc TLC = Tlc.bundled();

  private static final String IMPORTS = "import tlc2.value.impl.*;\nimport tlc2.overrides.*;\n";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Library own;

  @BeforeEach
  void itsOwnFolder() throws Exception {
    own =
        Library.in(folder, "spec")
            .module("M", "EXTENDS Calc", "Here == Twice(21)")
            .module("Calc", "EXTENDS Naturals", "Twice(n) == 0");
  }

  private static String calc(String body) {
    return IMPORTS
        + "public class Calc { public static IntValue Twice(IntValue n) { "
        + body
        + " } }";
  }

  private String value(Tlc tlc) throws Exception {
    Path module = own.folder().resolve("M.tla");
    return String.valueOf(tlc.evaluate(module, List.of("Here")).get("Here"));
  }

  @Test
  void aClassBesideAModuleReplacesItsOperators() throws Exception {
    own.type("Calc", calc("return IntValue.gen(2 * n.val);"));

    assertThat(value(TLC)).isEqualTo("42");
  }

  @Test
  void soDoesOneOfAFolderAndOfAJarAndOfTheWorkingFolder() throws Exception {
    Library library =
        Library.in(folder, "library").type("Calc", calc("return IntValue.gen(2 * n.val);"));

    assertThat(value(TLC)).isEqualTo("0");
    assertThat(value(TLC.withLibraries(List.of(library.folder())))).isEqualTo("42");
    assertThat(value(TLC.withLibraries(List.of(library.jar())))).isEqualTo("42");
    assertThat(value(TLC.withWorkingFolder(library.folder()))).isEqualTo("42");
  }

  @Test
  void theClassBesideTheModuleComesFirst() throws Exception {
    own.type("Calc", calc("return IntValue.gen(1);"));
    Library library = Library.in(folder, "library").type("Calc", calc("return IntValue.gen(2);"));

    assertThat(value(TLC.withLibraries(List.of(library.jar())))).isEqualTo("1");
  }

  @Test
  void classesThatAnIndexNamesReplaceWhatTheirAnnotationsName() throws Exception {
    Library library = Library.in(folder, "library");
    library.type(
        "org.example.Helper",
        "package org.example;\npublic class Helper { public static int twice(int n) { return 2 * n; } }");
    library.type(
        "org.example.Mine",
        "package org.example;\n"
            + IMPORTS
            + "public class Mine { @TLAPlusOperator(identifier = \"Twice\", module = \"Calc\")"
            + " public static Value other(IntValue n) { return IntValue.gen(Helper.twice(n.val)); } }");
    library.type(
        "tlc2.overrides.TLCOverrides",
        "package tlc2.overrides;\npublic class TLCOverrides implements ITLCOverrides {"
            + " public Class[] get() { return new Class[] {org.example.Mine.class}; } }");

    assertThat(value(TLC.withLibraries(List.of(library.jar())))).isEqualTo("42");
    assertThat(value(TLC.withLibraries(List.of(library.folder())))).isEqualTo("42");
  }

  @Test
  void aClassThatEndsTheProcessEndsTheCheckAlone() throws Exception {
    own.type("Calc", calc("System.exit(3); return n;"));
    own.module("S", "EXTENDS Calc", "VARIABLE x", "Init == x = 1", "Next == x' = Twice(x)");
    Path config = Files.writeString(own.folder().resolve("S.cfg"), "INIT Init\nNEXT Next\n");

    assertThat(refusal(TLC, config)).contains("S.tla").contains("wanted to end the process");
  }

  private String refusal(Tlc tlc, Path config) {
    try {
      CheckResult result =
          tlc.check(CheckRequest.of(own.folder().resolve("S.tla"), config), CheckProgress.NONE);
      return result.span().map(SourceSpan::place).orElse("") + " " + result.message();
    } catch (TlcException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void aLibraryReplacesNoClassOfTheChecker() throws Exception {
    Library library = Library.in(folder, "library");
    Files.createDirectories(library.folder().resolve("tlc2/value/impl"));
    Files.writeString(library.folder().resolve("tlc2/value/impl/IntValue.class"), "no class");
    Files.createDirectories(library.folder().resolve("io/mooring/checker/tlc/inside"));
    Files.writeString(
        library.folder().resolve("io/mooring/checker/tlc/inside/Entry.class"), "no class");
    own.type("Calc", calc("return IntValue.gen(2 * n.val);"));

    assertThat(value(TLC.withLibraries(List.of(library.jar())))).isEqualTo("42");
  }

  @Test
  void whatAResultDependsOnHasClassesAndJars() throws Exception {
    own.type("Calc", calc("return n;"));
    Library deep =
        Library.in(folder, "deep")
            .type("org.example.Helper", "package org.example;\nclass Helper {}");
    Path jar = Library.in(folder, "library").module("Where", "Place == 1").jar();
    Tlc tlc = TLC.withLibraries(List.of(deep.folder(), jar));

    assertThat(tlc.code(own.folder().resolve("M.tla")))
        .containsExactly(
            own.folder().resolve("Calc.class"),
            deep.folder().resolve("org/example/Helper.class"),
            jar);
    assertThat(TLC.code(Library.in(folder, "empty").folder().resolve("M.tla"))).isEmpty();
  }
}
