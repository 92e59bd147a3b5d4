package io.mooring.room.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application in a virtual machine of its own, as it is and as its context is generated. */
final class AheadOfTimeTest {

  private static final String JOINED_AND_LEFT =
      """
      DISCONNECTED -> CONNECTING (JOIN_CHANNEL), change 1 of session 1
      CONNECTING -> CONNECTED (JOIN_SUCCEED), change 2 of session 1
      CONNECTED, DISCONNECTED
      CONNECTED -> DISCONNECTED (LEAVE_CHANNEL), change 3 of session 1
      """;

  private final Path folder;

  AheadOfTimeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Runs a class on what these tests have on their class path; returns what it prints. */
  private String run(List<String> options, Class<?> main, Path... before)
      throws IOException, InterruptedException {
    List<String> path = new ArrayList<>(Stream.of(before).map(Path::toString).toList());
    path.add(System.getProperty("java.class.path"));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    arguments.addAll(options);
    arguments.addAll(List.of("-cp", String.join(File.pathSeparator, path), main.getName()));
    arguments.addAll(List.of(SmallApplication.ARGUMENTS));
    return java(arguments).replace("\r", "");
  }

  /** Runs a virtual machine like this one; returns what it prints. */
  private String java(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(() -> read(output)).isZero();
    return read(output);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void onlyTheHealthOfTheRunningGenerationIsLoaded() throws Exception {
    Path loaded = folder.resolve("loaded.txt");
    assertThat(run(List.of("-Xlog:class+load:file=" + loaded), SmallApplication.class))
        .isEqualTo("generated context: false\n" + JOINED_AND_LEFT);

    boolean three =
        Objects.requireNonNull(System.getProperty("spring-boot.version")).startsWith("3.");
    String classes = read(loaded);
    assertThat(classes)
        .contains(three ? "Boot3HealthAutoConfiguration" : "Boot4HealthAutoConfiguration")
        .contains(
            three
                ? "org.springframework.boot.actuate.health.HealthIndicator"
                : "org.springframework.boot.health.contributor.HealthIndicator")
        .doesNotContain(three ? "Boot4HealthAutoConfiguration" : "Boot3HealthAutoConfiguration");
    // Nor what only another engine needs.
    assertThat(classes).doesNotContain("SpringEngine", "StateMachine");
  }

  @Test
  void aContextThatIsGeneratedAheadOfTimeStarts() throws Exception {
    Path sources = folder.resolve("sources");
    Path resources = folder.resolve("resources");
    Path classes = folder.resolve("classes");
    String processed = generate(sources, resources, classes);
    assertThat(sources.resolve(name(".java"))).as(processed).isRegularFile();

    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-encoding", "UTF-8", "-cp"));
    arguments.add(classes + File.pathSeparator + System.getProperty("java.class.path"));
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(each -> each.toString().endsWith(".java"))
          .map(Path::toString)
          .forEach(arguments::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    assertThat(
            run(List.of("-Dspring.aot.enabled=true"), SmallApplication.class, classes, resources))
        .isEqualTo("generated context: true\n" + JOINED_AND_LEFT);
  }

  private static String name(String kind) {
    return SmallApplication.class.getName().replace('.', '/')
        + "__ApplicationContextInitializer"
        + kind;
  }

  /** What the plugin of Spring Boot does in a build. */
  private String generate(Path sources, Path resources, Path classes) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.add("org.springframework.boot.SpringApplicationAotProcessor");
    arguments.add(SmallApplication.class.getName());
    arguments.addAll(List.of(sources.toString(), resources.toString(), classes.toString()));
    arguments.addAll(List.of("com.example", "small"));
    arguments.addAll(List.of(SmallApplication.ARGUMENTS));
    return java(arguments);
  }
}
