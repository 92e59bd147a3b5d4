package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.checker.tlc.Tlc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateCommandTest {

  private final Path folder;
  private final String spec = Called.project().resolve("spec/RoomConnection.tla").toString();
  private final String timing = Called.project().resolve("spec/RoomTiming.tla").toString();

  GenerateCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Called generate(String... more) {
    String[] args = {"generate", "--spec", spec, "--package", "org.example.room", "--out", "room"};
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Called.from(folder, all);
  }

  @Test
  void anySpecificationIsGeneratedAndThenCurrentUntilAFileIsChanged() throws IOException {
    assertThat(generate().succeeds().out()).contains("-> room: ", " written, 0 removed");
    assertThat(generate("--check").succeeds().out()).contains("room is current");

    Path table = folder.resolve("room/java/org/example/room/Table.java");
    Files.writeString(table, Files.readString(table).replaceFirst("CONNECTED", "CONNECTING"));
    Called changed = generate("--check");

    assertThat(changed.code()).isOne();
    assertThat(changed.out())
        .contains("Table.java differs: line ", "Run: ./mooring generate --spec", "--out room");
  }

  @Test
  void whatAnotherCheckerHasExploredIsCurrentAndItIsNamed() throws IOException {
    generate().succeeds();
    Path model = folder.resolve("room/model/room-connection.json");
    String own = Files.readString(model);
    String other = own.replaceFirst("\"checker\" : \".*\"", "\"checker\" : \"TLC of 1999\"");
    assertThat(other).isNotEqualTo(own);
    Files.writeString(model, other);

    assertThat(generate("--check").succeeds().out().lines())
        .hasSize(2)
        .anyMatch(line -> line.endsWith("room is current"))
        .contains(
            "model/room-connection.json names another checker: TLC of 1999, not "
                + Tlc.bundled().version());

    Files.writeString(model, other.replaceFirst("\"distinctStates\" : ", "$01"));
    Called changed = generate("--check");
    assertThat(changed.code()).isOne();
    assertThat(changed.out())
        .contains("room-connection.json differs: line ", "\"distinctStates\" : 1")
        .doesNotContain("1999");
  }

  private Called typeScript(String... more) {
    String[] args = {"generate", "--spec", spec, "--timing", timing, "--typescript", "web"};
    String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Called.from(folder, all);
  }

  @Test
  void typeScriptIsGeneratedAloneAndThenCurrentUntilAFileIsChanged() throws IOException {
    assertThat(typeScript().succeeds().out()).contains("-> web: 3 written, 0 removed");
    assertThat(folder.resolve("web/room-connection.ts"))
        .content()
        .startsWith(
            "// Generated from RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring"
                + " generate --spec RoomConnection.tla --timing RoomTiming.tla --typescript DIR\n");
    assertThat(folder.resolve("room")).doesNotExist();
    assertThat(typeScript("--check").succeeds().out()).contains("web is current");

    Path vectors = folder.resolve("web/vectors.json");
    Files.writeString(vectors, Files.readString(vectors).replaceFirst("CONNECTED", "CONNECTING"));
    Called changed = typeScript("--check");

    assertThat(changed.code()).isOne();
    assertThat(changed.out())
        .contains(
            "vectors.json differs: line ",
            "Run: ./mooring generate --spec " + spec + " --timing " + timing + " --typescript web");
  }

  @Test
  void typeScriptIsGeneratedBesideJavaIfBothAreNamed() {
    generate("--typescript", "web").succeeds();
    assertThat(folder.resolve("room/java/org/example/room/Table.java")).exists();
    assertThat(folder.resolve("web/vectors.schema.json")).exists();
  }

  @Test
  void whatBelongsToJavaNeedsAPackageAlsoBesideTypeScript() {
    Called called = typeScript("--machine");
    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err()).contains("--spec needs --package too");
  }

  @Test
  void aTimingModuleBoundsTheTimers() {
    Path java = folder.resolve("room/java/org/example/room");
    generate().succeeds();
    assertThat(java.resolve("Timer.java")).content().doesNotContain("Duration");
    assertThat(java.resolve("Timing.java")).doesNotExist();

    generate("--timing", timing).succeeds();

    assertThat(java.resolve("Timer.java"))
        .content()
        .contains(
            "Duration.ofSeconds(30)",
            "run: ./mooring generate --spec RoomConnection.tla --timing RoomTiming.tla");
    assertThat(java.resolve("Timing.java")).content().contains("GIVE_UP_AT_MOST = ");
    assertThat(generate("--timing", timing, "--check").succeeds().out()).contains("is current");
    assertThat(generate("--check").out()).contains("Timer.java differs");
  }

  @Test
  void whatRunsIsMadeOnlyOnRequestAndTheHeadersSaySo() {
    Path java = folder.resolve("room/java/org/example/room");
    generate("--monitor").succeeds();
    assertThat(java.resolve("RoomConnectionMonitor.java"))
        .content()
        .contains("run: ./mooring generate --spec RoomConnection.tla", " --monitor");
    assertThat(java.resolve("RoomConnectionMachine.java")).doesNotExist();
    assertThat(generate("--monitor", "--check").succeeds().out()).contains("is current");
    assertThat(generate("--check").out()).contains("differs");

    generate("--machine").succeeds();

    assertThat(java.resolve("RoomConnectionMonitor.java")).doesNotExist();
    assertThat(java.resolve("RoomConnectionMachine.java")).exists();
    Called.from(folder, "generate", "--monitor").isRefused("--monitor belongs to --spec");
  }

  @Test
  void aTimingModuleThatIsNoneIsRefused() {
    generate("--timing", "Nowhere.tla").isRefused("Nowhere.tla");
    generate("--timing", spec)
        .isRefused("a timing module declares no variables and no constants", "RoomConnection.tla:");
    Called.from(folder, "generate", "--timing", timing).isRefused("--timing belongs to --spec");
  }

  @Test
  void aSpecificationWithoutAPackageIsRefused() {
    Called.from(folder, "generate", "--spec", spec, "--out", "x")
        .isRefused("--spec needs --package too", "For example");
  }

  @Test
  void aPackageWithoutASpecificationIsRefused() {
    Called.from(folder, "generate", "--package", "x").isRefused("--package belongs to --spec");
  }

  @Test
  void withoutASpecificationThereMustBeAProjectThatHasItsOwn() {
    Called.from(folder, "generate").isRefused("--spec is missing", "For example");
  }

  @Test
  void aPackageThatIsNoneIsRefused() {
    Called.from(folder, "generate", "--spec", spec, "--package", "a-b", "--out", "x")
        .isRefused("\"a-b\" is not the name of a Java package");
  }

  @Test
  void aFolderWithFilesOfSomebodyElseIsLeftAlone() throws IOException {
    Path foreign = folder.resolve("room/java/org/example/room/Table.java");
    Files.createDirectories(foreign.getParent());
    Files.writeString(foreign, "mine");

    generate().isRefused("Not overwritten in room", "Table.java");

    assertThat(foreign).hasContent("mine");
  }

  @Test
  void aModuleThatFollowsNoConventionIsShownThePageOfIt(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Stop.tla"),
        """
        ---- MODULE Stop ----
        EXTENDS Naturals
        VARIABLE x
        Init == x = 0
        Next == x' = 1 - x
        Spec == Init /\\ [][Next]_x
        ====
        """);
    Files.writeString(folder.resolve("Stop.cfg"), "SPECIFICATION Spec\n");
    String[] call = {"generate", "--spec", "Stop.tla", "--package", "a.b", "--out", "out"};

    Called.from(folder, call)
        .isRefused(
            "The form that the generator requires",
            "src/docs/guide/machine-modules.md of Mooring.");
    assertThat(Called.project().resolve("src/docs/guide/machine-modules.md")).isRegularFile();
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
