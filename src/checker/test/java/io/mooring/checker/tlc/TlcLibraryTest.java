package io.mooring.checker.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlcLibraryTest {

  private static final Tlc TLC = Tlc.bundled();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private Library own;

  @BeforeEach
  void itsOwnFolder() throws Exception {
    own = Library.in(folder, "a/spec").module("M", "EXTENDS Where", "Here == Place");
  }

  private Library place(String at, String value) throws Exception {
    return Library.in(folder, at).module("Where", "Place == \"" + value + "\"");
  }

  private String found(Tlc tlc) throws Exception {
    Path module = own.folder().resolve("M.tla");
    return String.valueOf(tlc.evaluate(module, List.of("Here")).get("Here"));
  }

  @Test
  void modulesAreLookedForInTheOrderOfTheContract() throws Exception {
    Path above = place("a", "above").folder();
    Path second = place("second", "second").folder();
    Path first = place("first", "first").folder();
    Path working = place("working", "working").folder();
    Path module = place("a/spec", "own").folder().resolve("Where.tla");
    Tlc tlc = TLC.withWorkingFolder(working).withLibraries(List.of(first, second));

    assertThat(found(tlc)).isEqualTo("\"own\"");
    Files.delete(module);
    assertThat(found(tlc)).isEqualTo("\"working\"");
    Files.delete(working.resolve("Where.tla"));
    assertThat(found(tlc)).isEqualTo("\"first\"");
    Files.delete(first.resolve("Where.tla"));
    assertThat(found(tlc)).isEqualTo("\"second\"");
    Files.delete(second.resolve("Where.tla"));
    assertThat(found(tlc)).isEqualTo("\"above\"");
    Files.delete(above.resolve("Where.tla"));
    assertThatThrownBy(() -> found(tlc)).isInstanceOf(TlcException.class);
  }

  @Test
  void theFolderOfTheConfigurationComesBeforeLibraries() throws Exception {
    Library configured = place("configured", "configured");
    Path config = Files.writeString(configured.folder().resolve("M.cfg"), "CHECK_DEADLOCK FALSE\n");
    own.module("M", "EXTENDS Where", "ASSUME Place = \"configured\"");
    Tlc tlc = TLC.withLibraries(List.of(place("library", "library").folder()));

    assertThat(
            tlc.check(CheckRequest.of(own.folder().resolve("M.tla"), config), CheckProgress.NONE)
                .message())
        .contains("The assumption holds");
  }

  @Test
  void aLibraryComesBeforeStandardModules() throws Exception {
    own.module("M", "EXTENDS Sequences", "Here == Place");
    Path library = Library.in(folder, "library").module("Sequences", "Place == 7").folder();

    assertThat(found(TLC.withLibraries(List.of(library)))).isEqualTo("7");
  }

  @Test
  void theFileThatWasNamedIsTheFileThatIsChecked() throws Exception {
    own.module("M", "Here == \"named\"");
    own.module("Naturals", "Here == \"named, like a standard module\"");
    Library other = Library.in(folder, "other");
    other.module("M", "Here == \"another\"").module("Naturals", "Here == \"another\"");
    Tlc tlc = TLC.withWorkingFolder(other.folder()).withLibraries(List.of(other.jar()));

    assertThat(found(tlc)).isEqualTo("\"named\"");
    assertThat(tlc.evaluate(own.folder().resolve("Naturals.tla"), List.of("Here")).get("Here"))
        .hasToString("\"named, like a standard module\"");
  }

  @Test
  void aModuleThatNeedsTheNamedOneGetsThatFile() throws Exception {
    own.module("M", "EXTENDS Needs", "Here == There");
    Library library = Library.in(folder, "library").module("Base", "Value == 1");
    library.module("Needs", "EXTENDS Base", "There == Value").module("M", "Here == 2");

    assertThat(found(TLC.withLibraries(List.of(library.folder())))).isEqualTo("1");
  }

  @Test
  void modulesAreFoundInAJar() throws Exception {
    Path jar = place("library", "in the jar").jar();
    Tlc tlc = TLC.withLibraries(List.of(jar));

    assertThat(found(tlc)).isEqualTo("\"in the jar\"");
    assertThat(tlc.libraries()).containsExactly(jar);
    ModuleAst ast = tlc.parse(own.folder().resolve("M.tla"));
    assertThat(ast.files()).hasSize(2).allSatisfy(file -> assertThat(file).isRegularFile());
    assertThat(ast.definition("Place")).isPresent();
    assertThat(tlc.isOfLibrary(ast.files().get(1), ast.file())).isTrue();
    assertThat(tlc.isOfLibrary(ast.file(), ast.file())).isFalse();
  }

  @Test
  void aJarThatWasReplacedIsReadAgain() throws Exception {
    Library library = place("library", "old");
    assertThat(found(TLC.withLibraries(List.of(library.jar())))).isEqualTo("\"old\"");
    library.module("Where", "Place == \"a newer one\"");

    assertThat(found(TLC.withLibraries(List.of(library.jar())))).isEqualTo("\"a newer one\"");
  }

  @Test
  void anErrorInAJarIsNamedWithJarModuleAndLine() throws Exception {
    Path jar = Library.in(folder, "library").module("Where", "Place == = 1").jar();

    assertThatThrownBy(() -> found(TLC.withLibraries(List.of(jar))))
        .isInstanceOf(TlcException.class)
        .hasMessageStartingWith(jar + "!/Where.tla:2:12: ");
  }

  @Test
  void whatIsNeitherAFolderNorAJarIsNoLibrary() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "words");

    assertThatThrownBy(() -> TLC.withLibraries(List.of(text)))
        .hasMessage(text + ": neither a folder nor a jar that can be read, so not a library");
    assertThatThrownBy(() -> TLC.withLibraries(List.of(folder.resolve("no"))))
        .hasMessage(folder.resolve("no") + ": no such library; it is a folder or a jar");
    Path module = own.folder().resolve("M.tla");
    assertThatThrownBy(() -> TLC.withLibraries(List.of(module)))
        .hasMessageContaining("name the folder that has it");
  }

  @Test
  void ofAMissingModuleItIsSaidWhoNeedsItWhereItWasLookedForAndWhatToDo() throws Exception {
    own.module("M", "EXTENDS Naturals,", "  Elsewhere");
    Path jar = place("library", "1").jar();
    Path working = Library.in(folder, "working").folder();

    assertThatThrownBy(() -> found(TLC.withWorkingFolder(working).withLibraries(List.of(jar))))
        .hasMessage(
            own.folder().resolve("M.tla")
                + ":3:3: no module Elsewhere, which M needs; looked in "
                + own.folder()
                + ", "
                + working
                + ", "
                + jar
                + ", "
                + folder.resolve("a")
                + " and among the standard modules; --library names another folder or jar with modules");
  }

  @Test
  void ofAModuleOfTheCommunityItIsSaidWhichLibraryHasIt() throws Exception {
    own.module("M", "EXTENDS SequencesExt");

    assertThatThrownBy(() -> found(TLC))
        .hasMessageEndingWith("; it is one of the CommunityModules: name their jar with --library");
  }

  @Test
  void aModuleInAFolderBelowIsOffered() throws Exception {
    place("repository/modules", "below");
    Path named = folder.resolve("repository");

    assertThatThrownBy(() -> found(TLC.withLibraries(List.of(named))))
        .hasMessageEndingWith(
            "; there is one in %s: add --library %s",
            named.resolve("modules"), named.resolve("modules"));
  }
}
