package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where modules and classes are found, by the contract of the command line. */
final class LibraryContractTest {

  private final Path folder;

  LibraryContractTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Wheel.in(folder);
    write("models/Big.tla", module("Big", "EXTENDS Turning", "Low == n \\in 0..9"));
    write("models/Big.cfg", "INIT Init\nNEXT Next\nINVARIANT Low\n");
  }

  private static String module(String name, String... lines) {
    return "---- MODULE " + name + " ----\n" + String.join("\n", lines) + "\n====\n";
  }

  /** A wheel of so many states. */
  private static String turning(int size) {
    return module(
        "Turning",
        "EXTENDS Naturals",
        "VARIABLE n",
        "Init == n = 0",
        "Turn(k) == (k + 1) % " + size,
        "Next == n' = Turn(n)");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private void jar(String name, String... files) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      for (String file : files) {
        zip.putNextEntry(new ZipEntry(String.valueOf(Path.of(file).getFileName())));
        zip.write(Files.readAllBytes(folder.resolve(file)));
      }
    }
  }

  private void compile(String file, String text) throws IOException {
    Path source = write(file, text);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isZero();
    Files.delete(source);
  }

  private String checked(String... more) {
    return checked(folder, Map.of(), more);
  }

  private String checked(Path from, Map<String, String> variables, String... more) {
    String[] call = {"check", folder.resolve("models/Big.tla").toString()};
    String[] all = java.util.Arrays.copyOf(call, call.length + more.length);
    System.arraycopy(more, 0, all, call.length, more.length);
    return Called.from(from, variables, all).succeeds().out();
  }

  @Test
  void theWorkingFolderComesBeforeALibraryAndThatBeforeTheFolderAbove() throws IOException {
    Path working = Files.createDirectories(folder.resolve("working"));
    write("Turning.tla", turning(2));
    assertThat(checked(working, Map.of())).contains("2 distinct states");
    write("library/Turning.tla", turning(3));
    assertThat(checked(working, Map.of(), "--library", "../library")).contains("3 distinct states");
    write("working/Turning.tla", turning(4));
    assertThat(checked(working, Map.of(), "--library", "../library")).contains("4 distinct states");
    write("models/Turning.tla", turning(5));
    assertThat(checked(working, Map.of(), "--library", "../library")).contains("5 distinct states");
  }

  @Test
  @Says("The file that is named is the file that is checked, whatever other file has its name.")
  void theNamedFile() throws IOException {
    write("models/Turning.tla", turning(5));
    write("Big.tla", "no module at all");
    write("library/Big.tla", "no module at all");

    assertThat(checked("--library", "library")).contains("5 distinct states");
  }

  @Test
  @Says(
      "A library is a folder or a jar; `MOORING_LIBRARY` lists some, separated as in `PATH`. One"
          + " that is not there is refused.")
  void libraries() throws IOException {
    write("first/Turning.tla", turning(6));
    write("second/Turning.tla", turning(7));
    jar("third.jar", "second/Turning.tla");
    write("third/Turning.tla", turning(8));

    assertThat(checked("--library", "first", "--library", "third")).contains("6 distinct states");
    assertThat(checked("--library", "third.jar")).contains("7 distinct states");
    String path = String.join(File.pathSeparator, "third", "", "first");
    assertThat(checked(folder, Map.of("MOORING_LIBRARY", path))).contains("8 distinct states");
    assertThat(checked(folder, Map.of("MOORING_LIBRARY", path), "--library", "first"))
        .contains("6 distinct states");

    Called.from(folder, "check", "models/Big.tla", "--library", "nowhere")
        .isRefused("there is no folder or jar nowhere, which --library names\nLooked in ");
    Called.from(folder, Map.of("MOORING_LIBRARY", "nowhere.jar"), "check", "models/Big.tla")
        .isRefused("there is no folder or jar nowhere.jar, which MOORING_LIBRARY names");
    Called.from(folder, "check", "models/Big.tla", "--library", "Wheel.cfg")
        .isRefused("Wheel.cfg: neither a folder nor a jar that can be read, so not a library");
  }

  @Test
  @Says(
      "Of a module that is not found the message says which module needs it, where it was looked"
          + " for, and what to do.")
  void missingModules() throws IOException {
    write("models/Turning.tla", module("Turning", "EXTENDS Naturals, SequencesExt"));
    jar("library.jar", "Wheel.tla");

    assertThat(
            Called.from(folder, "check", "models/Big.tla", "--library", "library.jar")
                .isRefused("SequencesExt")
                .err())
        .isEqualTo(
            "mooring check: models/Turning.tla:2:19: no module SequencesExt, which Turning needs;"
                + " looked in models, "
                + folder
                + ", library.jar and among the standard modules; it is one of the"
                + " CommunityModules: name their jar with --library\n");
  }

  @Test
  @Says(
      "An operator of a stand-in that is evaluated ends the check with `2`; the message names it,"
          + " its module and the option.")
  void standIns() throws IOException {
    write(
        "models/Turning.tla",
        turning(3).replace("EXTENDS Naturals", "EXTENDS Naturals, TLAPS, WellFoundedInduction"));
    assertThat(checked()).contains("3 distinct states");

    write("models/Big.tla", module("Big", "EXTENDS Turning", "Low == IsWellFoundedOn({}, {n})"));
    Called call = Called.from(folder, "check", "models/Big.tla");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out())
        .contains(
            "Big.tla:3:8: IsWellFoundedOn of module WellFoundedInduction is evaluated, and this"
                + " checker has no such module, only its names; --library names a folder or a jar"
                + " that has it");
    write(
        "library/WellFoundedInduction.tla",
        module("WellFoundedInduction", "IsWellFoundedOn(R, S) == S # R"));
    assertThat(checked("--library", "library")).contains("3 distinct states");
  }

  @Test
  @Says(
      "A Java class that replaces operators is looked for in places 1 to 5, after the classes of"
          + " the checker, and shares the checker's values.")
  void classes() throws IOException {
    write("models/Turning.tla", turning(3));
    String tools = io.mooring.checker.tlc.Tlc.bundled().jar().toString();
    Path source =
        write(
            "library/Turning.java",
            "import tlc2.value.impl.*;\npublic class Turning {"
                + " public static IntValue Turn(IntValue k) { return IntValue.gen((k.val + 1) % 7); } }");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", tools, "-proc:none", source.toString()))
        .isZero();
    jar("library.jar", "library/Turning.class");

    assertThat(checked("--library", "library")).contains("7 distinct states");
    assertThat(checked("--library", "library.jar")).contains("7 distinct states");
    assertThat(checked()).contains("3 distinct states");
  }

  @Test
  @Says(
      "`mutate` changes the modules of a library only if `--module` names them, and `--resume`"
          + " checks again what a changed library may have changed.")
  void mutants() throws IOException {
    write("library/Turning.tla", turning(4));
    write("models/Big.tla", module("Big", "EXTENDS Turning", "Low == n \\in 0..3", "Move == Next"));
    write("models/Big.cfg", "INIT Init\nNEXT Move\nINVARIANT Low\n");
    List<String> call = List.of("mutate", "models/Big.tla", "--library", "library", "--list");

    assertThat(Called.from(folder, call.toArray(String[]::new)).err())
        .contains("module Turning", "--module Turning changes that");
    assertThat(
            Called.from(
                    folder,
                    "mutate",
                    "models/Big.tla",
                    "--library",
                    "library",
                    "--module",
                    "Turning",
                    "--list")
                .succeeds()
                .out())
        .contains("Turning:Init:");

    write(
        "models/Big.tla",
        module("Big", "EXTENDS Turning", "Low == n \\in 0..3", "Move == n' = Turn(n) /\\ n < 9"));
    jar("library.jar", "library/Turning.tla");
    String[] run = {"mutate", "models/Big.tla", "--library", "library.jar"};
    assertThat(Called.from(folder, run).code()).isLessThan(2);
    assertThat(journal("\"detail\":\"", "\"detail\":\"remembered: "))
        .isEqualTo(mutantsOf(run, "--resume", "remembered: "))
        .isPositive();
    write("library/Turning.tla", turning(4) + "\n");
    jar("library.jar", "library/Turning.tla");
    assertThat(mutantsOf(run, "--resume", "remembered: ")).isZero();
  }

  /** Changes the log of a run; says how many lines it has. */
  private int journal(String from, String to) throws IOException {
    Path journal = folder.resolve("target/mooring/mutate/models/Big.journal.ndjson");
    String text = Files.readString(journal);
    Files.writeString(journal, text.replace(from, to));
    return (int) text.lines().filter(line -> !line.isBlank()).count();
  }

  /** How often a text stands in the JSON of a run. */
  private int mutantsOf(String[] run, String option, String text) throws IOException {
    String[] all = java.util.Arrays.copyOf(run, run.length + 1);
    all[run.length] = option;
    assertThat(Called.from(folder, all).code()).isLessThan(2);
    String json = Files.readString(folder.resolve("target/mooring/mutate/models/Big.json"));
    return json.split(java.util.regex.Pattern.quote(text), -1).length - 1;
  }

  @Test
  @Says(
      "A library is code, and so are the working folder and the folder above a specification's:"
          + " what is found there is used as what is beside the specification.")
  void libraryIsCode() throws IOException {
    write("models/Turning.tla", turning(3));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    for (String place : List.of("library", "elsewhere", ".")) {
      assertThat(
              checked(
                  elsewhere,
                  Map.of(),
                  "--library",
                  Files.createDirectories(folder.resolve("library")).toString()))
          .contains("3 distinct states");
      compile(
          place + "/Turning.java",
          "public class Turning { public static Object Turn(Object n) { return n; } }");
      assertThat(checked(elsewhere, Map.of(), "--library", folder.resolve("library").toString()))
          .as(place)
          .contains("1 distinct state");
      Files.delete(folder.resolve(place).resolve("Turning.class"));
    }
  }

  @Test
  @Says("A Java class that ends the process ends the check alone, with `2`.")
  void classesThatEndTheProcess() throws IOException {
    write("models/Turning.tla", turning(3));
    compile(
        "models/Turning.java",
        "public class Turning { public static Object Turn(Object n) { System.exit(0); return n; } }");

    Called.from(folder, "check", "models/Big.tla").isRefused("wanted to end the process");
  }

  @Test
  void generateAndItsCureHaveTheLibraries() throws IOException {
    Path spec = Called.project().resolve("spec/RoomConnection.tla");
    String text = Files.readString(spec);
    write("own/RoomConnection.tla", text.replaceFirst("(?m)^EXTENDS ", "EXTENDS Spare, "));
    Files.copy(spec.resolveSibling("RoomConnection.cfg"), folder.resolve("own/RoomConnection.cfg"));
    write("library/Spare.tla", module("Spare", "EXTENDS Naturals", "SpareOperator == 1"));
    String[] call = {
      "generate",
      "--spec",
      "own/RoomConnection.tla",
      "--package",
      "org.example.room",
      "--out",
      "room",
      "--library",
      "library",
      "--check"
    };

    Called differs = Called.from(folder, call);
    assertThat(differs.code()).isOne();
    assertThat(differs.out()).contains("--out room --library library");
    Called.from(folder, java.util.Arrays.copyOf(call, 7)).isRefused("no module Spare");
  }
}
