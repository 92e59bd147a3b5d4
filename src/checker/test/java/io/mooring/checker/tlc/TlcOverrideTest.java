package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  /** A library whose index lists one class, which replaces an operator by a constant. */
  private Library indexed(String name, String type, int value) throws Exception {
    Library library = Library.in(folder, name);
    library.type(
        "org.example." + type,
        "package org.example;\n"
            + IMPORTS
            + "public class "
            + type
            + " { @TLAPlusOperator(identifier = \"Twice\", module = \"Calc\")"
            + " public static Value other(IntValue n) { return IntValue.gen("
            + value
            + "); } }");
    return library.type(
        "tlc2.overrides.TLCOverrides",
        "package tlc2.overrides;\npublic class TLCOverrides implements ITLCOverrides {"
            + " public Class[] get() { return new Class[] {org.example."
            + type
            + ".class}; } }");
  }

  @Test
  void ofTwoIndexesTheFirstIsReadAndAWarningNamesBoth() throws Exception {
    Path first = indexed("first", "Mine", 1).jar();
    Path second = indexed("second", "Yours", 2).folder();
    Path same = indexed("same", "Mine", 1).folder();
    own.module("S", "EXTENDS Calc", "VARIABLE x", "Init == x = 7", "Next == x' = Twice(x)");
    Path config = Files.writeString(own.folder().resolve("S.cfg"), "INIT Init\nNEXT Next\n");
    CheckRequest request = CheckRequest.of(own.folder().resolve("S.tla"), config);

    Tlc both = TLC.withLibraries(List.of(first, second, same));
    assertThat(value(both)).isEqualTo("1");
    assertThat(both.check(request, CheckProgress.NONE).warnings())
        .contains(
            first
                + " and "
                + second
                + " each list Java classes that replace operators, in tlc2.overrides.TLCOverrides;"
                + " only the list of "
                + first
                + " is read");
    assertThat(value(TLC.withLibraries(List.of(second, first)))).isEqualTo("2");
    assertThat(
            TLC.withLibraries(List.of(first, same)).check(request, CheckProgress.NONE).warnings())
        .noneMatch(warning -> warning.contains("TLCOverrides"));
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

  @Test
  void aClassForAnotherCheckerIsLeftOutAndNamedWhereItWouldMatter() throws Exception {
    Library newer = Library.in(folder, "newer");
    newer.type("tlc2.value.impl.Newer", "package tlc2.value.impl;\npublic class Newer {}");
    Library library = Library.in(folder, "library");
    Files.createDirectories(library.folder().resolve("tlc2/value/impl"));
    Path type = Path.of("tlc2/value/impl/Newer.class");
    Files.copy(newer.folder().resolve(type), library.folder().resolve(type));
    library.type("Calc", calc("return new Newer() == null ? n : IntValue.gen(5);"));
    assertThat(value(TLC.withLibraries(List.of(library.folder())))).isEqualTo("5");
    Files.delete(library.folder().resolve(type));

    Tlc tlc = TLC.withLibraries(List.of(library.folder()));
    assertThat(value(tlc)).isEqualTo("0");
    own.module("S", "EXTENDS Calc", "VARIABLE x", "Init == x = 1", "Next == x' = Twice(x)");
    Path config = Files.writeString(own.folder().resolve("S.cfg"), "INIT Init\nNEXT Next\n");
    CheckRequest request = CheckRequest.of(own.folder().resolve("S.tla"), config);
    assertThat(tlc.check(request, CheckProgress.NONE).warnings())
        .contains(
            "the Java class Calc replaces no operator, because it needs tlc2.value.impl.Newer,"
                + " which is not there; the definitions of the modules are used");
    library.type("Other", calc("return n;").replace("class Calc", "class Other"));
    assertThat(tlc.check(request, CheckProgress.NONE).warnings())
        .noneMatch(warning -> warning.contains("Other"));
  }

  @Test
  void aClassThatNeedsOneOfNoLibraryIsRefusedWithItsName() throws Exception {
    Library library = Library.in(folder, "library");
    library.type("org.example.Helper", "package org.example;\npublic class Helper { }");
    library.type(
        "Calc",
        IMPORTS
            + "public class Calc { public static IntValue Twice(IntValue n) { return n; }"
            + " static void unused(org.example.Helper needed) { } }");
    Files.delete(library.folder().resolve("org/example/Helper.class"));

    assertThatThrownBy(() -> value(TLC.withLibraries(List.of(library.folder()))))
        .hasMessage(
            "A Java class that replaces operators needs org.example.Helper, which is in no"
                + " library; --library names a folder or a jar that has it");
  }
}
