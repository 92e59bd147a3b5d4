package io.mooring.checker.tlc;

import static io.mooring.checker.TestedChecker.TLC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlcBadInputTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private String refusal(Path module, Path config) {
    try {
      TLC.check(CheckRequest.of(module, config), CheckProgress.NONE);
    } catch (TlcException refusal) {
      assertThat(refusal.getMessage()).doesNotContain("\n").doesNotContain("\tat ");
      return String.valueOf(refusal.getMessage());
    }
    throw new AssertionError("accepted " + module);
  }

  private Path module(String body) throws Exception {
    return Files.writeString(folder.resolve("M.tla"), "---- MODULE M ----\n" + body + "\n====\n");
  }

  private Path config(String text) throws Exception {
    return Files.writeString(folder.resolve("M.cfg"), text);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(refusal(folder.resolve("No.tla"), folder.resolve("No.cfg")))
        .endsWith("No.tla: no such module");
  }

  @Test
  void aSyntaxErrorIsNamedWithModuleAndLine() throws Exception {
    assertThat(refusal(module("VARIABLE x\nInit == x = = 0"), config("INIT Init\nNEXT Init")))
        .contains("M.tla:3:");
  }

  @Test
  void anUnknownOperatorIsNamedWithModuleAndLine() throws Exception {
    assertThat(refusal(module("VARIABLE x\nInit == Nothing"), config("INIT Init\nNEXT Init")))
        .contains("M.tla:3:")
        .contains("Nothing");
  }

  @Test
  void aMissingModuleIsNamed() throws Exception {
    assertThat(refusal(module("EXTENDS Elsewhere"), config("")))
        .contains("Elsewhere")
        .contains("looked in");
  }

  @Test
  void aConfigurationThatNamesSomethingUndefinedIsNamed() throws Exception {
    assertThat(
            refusal(
                module("VARIABLE x\nInit == x = 0\nNext == x' = x"),
                config("INIT Init\nNEXT Next\nINVARIANT Nowhere")))
        .contains("M.cfg")
        .contains("Nowhere");
  }

  @Test
  void aWrongKeywordIsNamedWithFileAndLine() throws Exception {
    assertThat(refusal(module("VARIABLE x\nInit == x = 0"), config("FOO Init")))
        .contains("M.cfg:1: ");
  }

  @Test
  void aConfigurationThatLeavesOutStatesIsNotExplored() throws Exception {
    Path module = Counter.module(folder);
    Path config = Counter.config(folder, "C", "SPECIFICATION Spec", "CONSTRAINT Small");
    assertThatThrownBy(() -> TLC.explore(module, config))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("C.cfg:3: CONSTRAINT");
  }

  @Test
  void aFileThatIsNoJarIsNoChecker() throws Exception {
    Path text = Files.writeString(folder.resolve("tla2tools.jar"), "not a jar");
    assertThatThrownBy(() -> Tlc.at(text))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("not a jar");
  }

  @Test
  void aJarWithoutTlcIsNoChecker() throws Exception {
    Path jar = folder.resolve("other.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("README"));
    }
    assertThatThrownBy(() -> Tlc.at(jar))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("no TLC in it");
  }

  @Test
  void aJarThatOnlyLooksLikeTlcIsNoChecker() throws Exception {
    Path jar = folder.resolve("hollow.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("tlc2/TLC.class"));
      zip.putNextEntry(new ZipEntry("tla2sany/drivers/SANY.class"));
    }
    assertThatThrownBy(() -> Tlc.at(jar))
        .isInstanceOf(TlcException.class)
        .hasMessageContaining("of neither family that can be used");
  }

  @Test
  void anotherCheckerOfTheSameFormIsUsed() throws Exception {
    Path copy = Files.copy(TLC.jar(), folder.resolve("tla2tools.jar"));
    assertThat(Tlc.at(copy).version()).isEqualTo(TLC.version());
  }
}
