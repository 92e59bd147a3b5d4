package io.mooring.room.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is built of the project is compared with the guide in {@code src/release}. */
final class NewCommandTest {

  private final Path folder;

  NewCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void theFilesOfTheTemplateAreThoseThatAreWritten() throws IOException {
    assertThat(files(Called.project().resolve("src/cli/main/project")))
        .containsExactlyInAnyOrderElementsOf(ProjectTemplate.PATHS);
  }

  @Test
  void aProjectIsNamedAsItsFolderAndTheNextCommandsArePrinted() throws IOException {
    Called call = Called.from(folder, "new", "my-upload").succeeds();

    List<String> written =
        List.of(
            "pom.xml",
            "src/main/tla/MyUpload.tla",
            "src/main/tla/MyUpload.cfg",
            "src/main/java/com/example/myupload/MyUpload.java",
            "src/test/java/com/example/myupload/MyUploadTest.java");
    assertThat(files(folder.resolve("my-upload"))).containsExactlyInAnyOrderElementsOf(written);
    assertThat(call.out().lines())
        .containsAll(written.stream().map(file -> "written   my-upload/" + file).toList())
        .contains(
            "Build it:          cd my-upload && mvn verify",
            "Lines to change:   grep -rn yours: my-upload");
  }

  @Test
  void theNamesThatAreChosenStandInEveryFile() throws IOException {
    Called.from(
            folder,
            "new",
            ".",
            "--name",
            "JobTransfer",
            "--package",
            "org.Jobs",
            "--repository",
            ".")
        .succeeds();

    assertThat(text("src/main/tla/JobTransfer.tla")).contains("- MODULE JobTransfer -");
    assertThat(text("src/main/java/org/Jobs/JobTransfer.java"))
        .contains("package org.Jobs;", "import org.Jobs.spec.JobTransferMachine;")
        .contains("public final class JobTransfer {");
    assertThat(text("src/test/java/org/Jobs/JobTransferTest.java"))
        .contains("@SpecificationTest(\"src/main/tla/JobTransfer.tla\")");
    assertThat(text("pom.xml"))
        .contains("<groupId>org.Jobs</groupId>", "<artifactId>jobtransfer</artifactId>")
        .contains("<packageName>org.Jobs.spec</packageName>")
        .contains("<url>" + folder.toUri() + "</url>");
  }

  @Test
  void theVersionsAreThoseOfThisBuild() throws IOException {
    Called.from(folder, "new", "upload").succeeds();

    String build = Files.readString(Called.project().resolve("pom.xml"));
    String pom = text("upload/pom.xml");
    assertThat(pom).doesNotContain("@", "${");
    for (String version : List.of("revision", "junit.version", "maven-surefire-plugin.version")) {
      String value = build.replaceFirst("(?s).*<" + version + ">(.*?)</" + version + ">.*", "$1");
      assertThat(pom).as(version).contains("<version>" + value + "</version>");
    }
  }

  @Test
  void whereMooringIsStandsInThePomOnlyIfItIsSaid() throws IOException {
    Called.from(folder, "new", "upload").succeeds();
    Called.from(folder, "new", "other", "--repository", "https://host/maven?a&b").succeeds();

    assertThat(text("upload/pom.xml")).doesNotContain("epositor", "\n\n\n");
    assertThat(text("other/pom.xml")).contains("<url>https://host/maven?a&amp;b</url>");
  }

  @Test
  void everyFileMarksWhatIsToBeChanged() throws IOException {
    Called.from(folder, "new", "upload").succeeds();

    for (String file : files(folder)) {
      assertThat(text(file)).as(file).contains("yours: ");
    }
  }

  @Test
  void theSpecificationHoldsAndIsAMachine() {
    Called.from(folder, "new", "upload").succeeds();

    String spec = "upload/src/main/tla/Upload.tla";
    assertThat(Called.from(folder, "check", spec).succeeds().out())
        .contains("No violation of any of 5 properties");
    assertThat(
            Called.from(
                    folder,
                    "generate",
                    "--spec",
                    spec,
                    "--package",
                    "com.example.upload.spec",
                    "--machine",
                    "--out",
                    "generated")
                .succeeds()
                .out())
        .contains("Upload: 8 locations");
  }

  @Test
  void itCompilesWithOtherNames() throws IOException {
    Called.from(folder, "new", "my jobs", "--name", "JobTransfer", "--package", "org.Jobs")
        .succeeds();
    Path project = folder.resolve("my jobs");
    Called.from(
            project,
            "generate",
            "--spec",
            "src/main/tla/JobTransfer.tla",
            "--package",
            "org.Jobs.spec",
            "--machine",
            "--out",
            "generated")
        .succeeds();

    List<String> call = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-proc:none", "-d"));
    call.add(folder.resolve("classes").toString());
    try (Stream<Path> all = Files.walk(project)) {
      all.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(call::add);
    }
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, errors, call.toArray(String[]::new)))
        .as(() -> errors.toString(StandardCharsets.UTF_8))
        .isZero();
    assertThat(folder.resolve("classes/org/Jobs/JobTransferTest.class")).exists();
  }

  @Test
  void aFolderWithASpaceIsQuoted() {
    assertThat(Called.from(folder, "new", "my upload").succeeds().out())
        .contains("cd 'my upload' && mvn verify", "grep -rn yours: 'my upload'");
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("upload")).resolve(".mine");
    Files.writeString(mine, "mine");
    Files.writeString(folder.resolve("file"), "mine");

    Called refused = Called.from(folder, "new", "upload");
    refused.isRefused("mooring new: upload is not empty; name a folder that is empty or new");
    assertThat(refused.err().lines()).hasSize(1);
    Called.from(folder, "new", "file").isRefused("file is a file");

    assertThat(files(folder)).containsExactlyInAnyOrder("upload/.mine", "file");
  }

  @Test
  void anEmptyFolderIsTaken() throws IOException {
    Files.createDirectory(folder.resolve("upload"));

    Called.from(folder, "new", "upload").succeeds();

    assertThat(folder.resolve("upload/pom.xml")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"switch", "upload", "3d", "UN_DO", "EXTENDS", "Über", "A b", "X", "../X"})
  void aNameThatIsNoneOfAModuleAndAClassIsRefused(String name) {
    Called.from(folder, "new", "upload", "--name", name)
        .isRefused("\"" + name + "\" cannot be the name of a module and a class", "--name");

    assertThat(folder.resolve("upload")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"String", "Phase", "Naturals", "Worker", "Scheduler", "Thread"})
  void aNameThatWouldHideAnotherIsRefused(String name) {
    Called.from(folder, "new", "upload", "--name", name)
        .isRefused("\"" + name + "\" would hide what the project or Java calls so");
  }

  @ParameterizedTest
  @CsvSource({"a-b", "com.example.switch", "com..example", "3d", "''"})
  void aPackageThatIsNoneIsRefused(String name) {
    Called.from(folder, "new", "upload", "--package", name)
        .isRefused("\"" + name + "\" is not the name of a Java package", "--package");

    assertThat(folder.resolve("upload")).doesNotExist();
  }

  @Test
  void aFolderWhoseNameCannotBeOneIsRefusedWithTheOption() {
    Called.from(folder, "new", "3d-print").isRefused("\"3dPrint\"", "Choose it with --name.");
    Called.from(folder, "new", "3d-print", "--name", "Print3d").succeeds();
  }

  @Test
  void theFolderMustBeNamed() {
    Called.from(folder, "new").isRefused("mooring new: the folder to write is missing");
  }

  @Test
  void aRepositoryThatIsNotThereIsRefused() {
    Called.from(folder, "new", "upload", "--repository", "nowhere")
        .isRefused("--repository nowhere is no folder", "target/repository");

    assertThat(folder.resolve("upload")).doesNotExist();
  }
}
