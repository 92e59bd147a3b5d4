package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of others beside a specification, and specifications that instantiate their modules. */
final class MutateNeighboursTest {

  private final Path folder;

  MutateNeighboursTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    write(
        "Tank",
        """
        EXTENDS Naturals
        CONSTANT Most
        VARIABLE x
        Init == x = 0
        Next == x < Most /\\ x' = x + 1
        Spec == Init /\\ [][Next]_x
        Ok == x <= Most
        """);
    module("Pond", "VARIABLE x\nINSTANCE Tank WITH Most <- 3");
  }

  private void write(String name, String body) throws IOException {
    Files.writeString(
        folder.resolve(name + ".tla"), "---- MODULE " + name + " ----\n" + body + "\n====\n");
  }

  private void module(String name, String body) throws IOException {
    write(name, body);
    Files.writeString(
        folder.resolve(name + ".cfg"), "SPECIFICATION Spec\nINVARIANT Ok\nCHECK_DEADLOCK FALSE\n");
  }

  private Called mutate(String name, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "mutate";
    all[1] = name + ".tla";
    System.arraycopy(options, 0, all, 2, options.length);
    return Called.from(folder, all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"modules\":[{\"path\":\"Pond.tla\"}]}|has no list \"models\"",
        "{\"models\":[{\"path\":\"Pond.tla\"}]}|has no list \"models\" with a \"module\"",
        "{\"models\":{}}|has no list \"models\"",
        "[]|has no list \"models\"",
        "{\"name\":|is not JSON",
        "''|has no list \"models\"",
      })
  void anothersManifestIsLeftAlone(String text, String why) throws IOException {
    Files.writeString(folder.resolve("manifest.json"), text);

    Called called = mutate("Pond", "--module", "Tank", "--only", "off-by-one");

    assertThat(called.err())
        .startsWith("note: manifest.json " + why)
        .endsWith(": it does not seem to be ours, and is left alone\n");
    assertThat(called.err().lines()).hasSize(1);
    assertThat(called.out()).contains("Pond: ", " mutants, ");
    assertThat(folder.resolve("manifest.json")).hasContent(text);
    mutate("Pond", "--manifest", "manifest.json", "--module", "Tank").isRefused("manifest.json");
  }

  @Test
  void aFolderWithANameOfOursIsLeftAlone() throws IOException {
    Files.createDirectory(folder.resolve("manifest.json"));
    Files.createDirectory(folder.resolve("Pond.survivors.json"));

    assertThat(mutate("Pond", "--module", "Tank", "--list").succeedsBut().err())
        .contains("manifest.json is no file", "Pond.survivors.json is no file");
  }

  @Test
  void ourManifestWithAMistakeIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("manifest.json"),
        "{\"models\":[{\"name\":\"P\",\"module\":\"Pond.tla\",\"config\":\"Pond.cfg\"}]}");

    mutate("Pond", "--module", "Tank").isRefused("manifest.json: model 1 (P) must have a text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"survivors\":4}", "{\"survivors\":[{\"name\":\"Ann\"}]}", "{"})
  void anothersListOfSurvivorsIsLeftAlone(String text) throws IOException {
    Files.writeString(folder.resolve("Pond.survivors.json"), text);

    assertThat(mutate("Pond", "--module", "Tank", "--list").succeedsBut().err())
        .startsWith("note: Pond.survivors.json ");
  }

  @Test
  void ofAnInstanceTheModuleThatHoldsTheBehaviourIsNamed() throws IOException {
    module("Named", "VARIABLE x\nT == INSTANCE Tank WITH Most <- 3\nSpec == T!Spec\nOk == T!Ok");

    for (String name : new String[] {"Pond", "Named"}) {
      mutate(name).isRefused("what it does stands in module Tank", "--module Tank changes that");
      mutate(name, "--list").isRefused("module Tank");
    }
    mutate("Pond", "--module", "Pond").isRefused("stands in module Tank");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VARIABLE x;INSTANCE Tank WITH Most <- 3",
        "VARIABLE x;T == INSTANCE Tank WITH Most <- 3;Spec == T!Spec;Ok == T!Ok",
        "VARIABLE x;LOCAL T == INSTANCE Tank WITH Most <- 3;Spec == T!Spec;Ok == T!Ok",
        "VARIABLE y;T(m) == INSTANCE Tank WITH Most <- m, x <- y;Spec == T(3)!Init /\\ [][T(3)!Next]_y;Ok == T(3)!Ok",
        "VARIABLE y;Three == 3;INSTANCE Tank WITH Most <- Three, x <- y",
        "EXTENDS Pond",
        "VARIABLE x;P == INSTANCE Pond;Spec == P!Spec;Ok == P!Ok",
        "VARIABLE x;INSTANCE Pond",
      })
  void everyWayToInstantiateIsMutatedInTheModuleThatIsNamed(String body) throws IOException {
    module("Lake", body.replace(';', '\n'));

    Called called = mutate("Lake", "--module", "Tank", "--only", "off-by-one");

    assertThat(called.code()).as(called.err()).isBetween(0, 1);
    assertThat(called.out())
        .contains("Lake: ", "killed")
        .containsPattern("[1-9][0-9]* of [0-9]+ mutants, [1-9]|: [1-9][0-9]* mutants, [1-9]");
    assertThat(called.out()).contains("0 stillborn");
  }

  @Test
  void aLocalInstanceIsFollowed() throws IOException {
    write("Inner", "VARIABLE x\nLOCAL INSTANCE Tank WITH Most <- 3\nMine == Spec\nFine == Ok");
    Files.writeString(
        folder.resolve("Inner.cfg"), "SPECIFICATION Mine\nINVARIANT Fine\nCHECK_DEADLOCK FALSE\n");

    assertThat(mutate("Inner", "--module", "Tank").out()).contains("Inner: ", " killed");
    mutate("Inner").isRefused("module Tank");
  }

  @Test
  void stillbornMutantsAloneAreNothingJudged() throws IOException {
    module(
        "Pick",
        """
        EXTENDS Naturals, Sequences
        VARIABLE x
        Row == <<1, 2>>
        Init == x = 1
        Next == x' = Row[1]
        Spec == Init /\\ [][Next]_x
        Ok == x \\in 1..2""");

    Path json = folder.resolve("report.json");

    Called called = mutate("Pick", "--matching", "[0]", "--json", json.toString());

    called.isRefused(
        "Pick.tla: nothing was judged: ",
        " mutants, 1 tried, 1 stillborn, none decided",
        "Why stands above");
    assertThat(called.out())
        .contains("nothing judged, 1 stillborn")
        .doesNotContain("none survived");
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.get("exitCode").intValue()).isEqualTo(2);
    assertThat(report.get("cases").findValuesAsText("status")).containsExactly("skipped", "error");
    assertThat(report.get("cases").get(1).get("message").textValue()).contains("none decided");
  }
}
