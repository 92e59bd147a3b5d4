package io.mooring.build;

import static java.util.Map.entry;

import io.mooring.room.CompiledEngine;
import io.mooring.room.cli.CallPicture;
import io.mooring.room.cli.UsageException;
import io.mooring.room.testkit.call.CallSimulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections of the README and of the guide that a program writes, and what each must be. */
final class PageSections {

  /** The command that brings the sections up to date. */
  static final String CURE = "./mooring prove --write";

  static final String README = "README.md";
  static final String GUIDE = "src/docs/guide/";

  private static final String FLEET = "src/flink/test/java/io/mooring/flink/FleetTest.java";
  private static final String KOTLIN = "src/kotlin/test/kotlin/io/mooring/room/kotlin/GuideTest.kt";
  private static final String KOTLIN_DRIVER =
      "src/kotlin/test/kotlin/io/mooring/mbt/kotlin/StoreTest.kt";
  private static final String SAMPLES = "src/build/test/java/io/mooring/build/Snippets.java";
  private static final String ANDROID = "src/build/test/java/io/mooring/build/android/";
  private static final String CONFORMANCE =
      "src/harness/test/java/io/mooring/room/harness/conformance/HandWrittenTest.java";
  private static final String LIBRARY = "src/examples/library";
  private static final String NOTICES_TEST =
      LIBRARY + "/src/test/java/com/example/lobby/NoticesTest.java";
  private static final String SPRING = "src/examples/spring";
  private static final String SPRING_BOOT = "src/examples/spring-boot";
  private static final String SPRING_BOOT_TEST =
      "src/spring-boot/test/java/io/mooring/room/spring/boot/Lobby.java";
  private static final String DOOR = "src/examples/door/";
  private static final String SPECIFICATIONS = "src/mbt/test/resources/specs/";
  private static final String QUEUE_TEST = "src/mbt/test/java/io/mooring/mbt/junit/QueueTest.java";
  private static final String DOOR_TESTS = DOOR + "src/test/java/com/example/door/";
  private static final String TURNSTILE = "src/examples/turnstile/";
  private static final String TURNSTILE_CLASS =
      TURNSTILE + "src/main/java/com/example/turnstile/Turnstile.java";
  private static final String JOURNAL =
      TURNSTILE + "src/main/java/com/example/turnstile/Journal.java";
  private static final String LOBBY = "/src/main/java/com/example/lobby/";
  private static final String OUTPUT = "/expected-output.txt";
  private static final String DIAGRAM = "generated/diagrams/room-connection.mmd";
  private static final String PERFORMANCE = "src/docs/measured/performance.md";
  private static final String PICTURE = "src/docs/images/call.svg";

  /** The machines whose speed the README shows, as the page of measurements names them. */
  private static final List<String> SPEED =
      List.of(
          "byte table, by hand",
          "**`CompiledEngine`**",
          "**`RoomConnection`**, whole, with a listener",
          "stateless4j",
          "Spring Statemachine");

  private final Path project;

  PageSections(Path project) {
    this.project = project;
  }

  /** The expected text of each section, by page and name. */
  Map<String, Map<String, String>> expected(String table) {
    Map<String, Map<String, String>> pages = new LinkedHashMap<>();
    pages.put(
        README,
        Map.of(
            "diagram", fenced("mermaid", withoutComments(read(DIAGRAM))),
            "sample", sample(SAMPLES, "readme"),
            "proof", table,
            "speed", speed()));
    pages.put(
        GUIDE + "getting-started.md",
        Map.of(
            "transport", sample(LIBRARY + LOBBY + "LocalTransport.java", "transport"),
            "listener", sample(LIBRARY + LOBBY + "Notices.java", "listener"),
            "connection", sample(LIBRARY + LOBBY + "Lobby.java", "connection"),
            "connection-output", fenced("", read(LIBRARY + OUTPUT)),
            "test", sample(NOTICES_TEST, "test")));
    pages.put(GUIDE + "transport.md", snippets("facts"));
    pages.put(GUIDE + "commands-and-listeners.md", snippets("commands"));
    pages.put(GUIDE + "restore.md", snippets("stores", "restore"));
    pages.put(
        GUIDE + "android.md",
        Map.of(
            "connection", sample(ANDROID + "PhoneRoom.java", "connection"),
            "scheduler", sample(ANDROID + "ElapsedTimeScheduler.java", "scheduler"),
            "network", sample(ANDROID + "PhoneRoom.java", "network"),
            "store", sample(ANDROID + "StoredRoom.java", "store")));
    pages.put(GUIDE + "observability.md", snippets("observed"));
    pages.put(GUIDE + "traces.md", snippets("trace-file"));
    pages.put(GUIDE + "traces-of-any-specification.md", snippets("recorder"));
    pages.put(GUIDE + "fleet.md", Map.of("judge", sample(FLEET, "judge")));
    pages.put(
        GUIDE + "spring.md",
        Map.of(
            "spring", sample(SPRING + LOBBY + "LobbyApplication.java", "spring"),
            "spring-output", fenced("", read(SPRING + OUTPUT))));
    pages.put(
        GUIDE + "spring-boot.md",
        Map.of(
            "application", sample(SPRING_BOOT + LOBBY + "LobbyApplication.java", "application"),
            "settings", fenced("yaml", read(SPRING_BOOT + "/src/main/resources/application.yml")),
            "controller", sample(SPRING_BOOT + LOBBY + "Rooms.java", "controller"),
            "test", sample(SPRING_BOOT_TEST, "test")));
    pages.put(
        GUIDE + "testing.md",
        Map.of("test", sample(NOTICES_TEST, "test"), "network", sample(SAMPLES, "network")));
    pages.put(
        GUIDE + "kotlin.md",
        Map.of(
            "connection", sample(KOTLIN, "connection"),
            "flows", sample(KOTLIN, "flows"),
            "join", sample(KOTLIN, "join")));
    pages.put(GUIDE + "monitor.md", snippets("monitor"));
    pages.put(
        GUIDE + "monitor-of-any-machine.md", Map.of("journal", fenced("java", read(JOURNAL))));
    pages.put(GUIDE + "janus.md", snippets("janus"));
    pages.put(
        GUIDE + "test-your-connection.md",
        Map.of(
            "conformance", sample(CONFORMANCE, "conformance"),
            "adapter", sample(CONFORMANCE, "adapter")));
    pages.put(
        GUIDE + "any-machine.md",
        Map.ofEntries(
            entry("module", fenced("tla", read(DOOR + "spec/Door.tla"))),
            entry("config", fenced("", read(DOOR + "spec/Door.cfg"))),
            entry("dependency", element(DOOR + "pom.xml", "dependency", "mooring-mbt")),
            entry("sources", element(DOOR + "pom.xml", "plugin", "build-helper-maven-plugin")),
            entry("door", fenced("java", read(DOOR + "src/main/java/com/example/door/Door.java"))),
            entry("adapter", sample(DOOR_TESTS + "DoorUnderTest.java", "adapter")),
            entry("conformance", sample(DOOR_TESTS + "DoorConformanceTest.java", "conformance")),
            entry("fuzz", sample(DOOR_TESTS + "DoorFuzzTest.java", "fuzz")),
            entry("fault", sample(DOOR_TESTS + "WornDoorTest.java", "fault")),
            entry("states", sample(DOOR_TESTS + "WornDoorTest.java", "states")),
            entry("found", fenced("", read(DOOR + "expected-output.txt")))));
    pages.put(
        GUIDE + "driver.md",
        Map.of(
            "module", fenced("tla", read(SPECIFICATIONS + "Queue.tla")),
            "config", fenced("", read(SPECIFICATIONS + "Queue.cfg")),
            "driver", sample(QUEUE_TEST, "driver"),
            "kotlin", sample(KOTLIN_DRIVER, "driver")));
    pages.put(
        GUIDE + "ci.md",
        Map.of(
            "plugin", element(TURNSTILE + "pom.xml", "plugin", "mooring-maven-plugin"),
            "machine", fenced("java", read(TURNSTILE_CLASS)),
            "github", fenced("yaml", read(TURNSTILE + ".github/workflows/verify.yml")),
            "gitlab", fenced("yaml", read(TURNSTILE + ".gitlab-ci.yml"))));
    pages.put(
        GUIDE + "gradle.md", Map.of("build", fenced("groovy", read(TURNSTILE + "build.gradle"))));
    return pages;
  }

  /**
   * {@return the sections that differ from the expected text, with the command that repairs them}
   */
  List<String> differences(String table) {
    return differences(expected(table), call());
  }

  private List<String> differences(Map<String, Map<String, String>> expected, String picture) {
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (page, sections) -> {
          MarkedSections text = page(page);
          sections.keySet().stream()
              .sorted()
              .filter(name -> !text.section(name).equals(sections.get(name)))
              .forEach(
                  name ->
                      differences.add(
                          page + ": section " + name + " is out of date; run: " + CURE));
        });
    if (!Files.exists(project.resolve(PICTURE)) || !read(PICTURE).equals(picture)) {
      differences.add(PICTURE + " is out of date; run: " + CURE);
    }
    return differences;
  }

  /** Writes what differs; false if nothing does. */
  boolean write(String table) {
    Map<String, Map<String, String>> expected = expected(table);
    String picture = call();
    if (differences(expected, picture).isEmpty()) {
      return false;
    }
    expected.forEach(
        (page, sections) -> {
          MarkedSections text = page(page);
          for (Map.Entry<String, String> section : sections.entrySet()) {
            text = text.with(section.getKey(), section.getValue());
          }
          write(page, text.text());
        });
    write(PICTURE, picture);
    return true;
  }

  private MarkedSections page(String page) {
    return new MarkedSections(page, read(page));
  }

  /** The picture of the call that the guide shows. */
  private static String call() {
    return CallPicture.svg(
        CallSimulation.classics().stream()
            .map(each -> CallSimulation.play(each, CompiledEngine::new))
            .toList());
  }

  /** The rows of the page of measurements that the README shows, in the order of that page. */
  private String speed() {
    List<String> lines = read(PERFORMANCE).lines().filter(line -> line.startsWith("|")).toList();
    List<String> rows = new ArrayList<>(lines.subList(0, 2));
    for (String machine : SPEED) {
      rows.add(
          lines.stream()
              .filter(line -> line.startsWith("| " + machine + " |"))
              .findFirst()
              .orElseThrow(
                  () -> new UsageException(PERFORMANCE + " has no row of " + machine, "")));
    }
    return String.join("\n", rows);
  }

  private static String fenced(String language, String text) {
    return "```" + language + "\n" + text.strip() + "\n```";
  }

  private static String withoutComments(String mermaid) {
    return String.join(
        "\n", mermaid.lines().filter(line -> !line.strip().startsWith("%%")).toList());
  }

  private Map<String, String> snippets(String... names) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String name : names) {
      sections.put(name, sample(SAMPLES, name));
    }
    return sections;
  }

  /** The lines between {@code // region name} and {@code // endregion}, moved to the left. */
  private String sample(String source, String name) {
    String text = read(source);
    String begin = "// region " + name + "\n";
    int from = text.indexOf(begin);
    int to = text.indexOf("// endregion", Math.max(from, 0));
    if (from < 0 || to < 0) {
      throw new UsageException(source + " has no complete region " + name, "");
    }
    String body = text.substring(from + begin.length(), to);
    String language = source.substring(source.lastIndexOf('.') + 1);
    return fenced(language.equals("kt") ? "kotlin" : language, body.stripTrailing().stripIndent());
  }

  private void write(String path, String text) {
    try {
      Files.writeString(project.resolve(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be written", e);
    }
  }

  /** The element of a POM that names an artifact. */
  private String element(String pom, String name, String artifact) {
    String text = read(pom);
    int at = text.indexOf("<artifactId>" + artifact + "</artifactId>");
    String end = "</" + name + ">";
    int from = text.lastIndexOf("<" + name + ">", at);
    int to = text.indexOf(end, Math.max(at, 0));
    if (at < 0 || from < 0 || to < 0) {
      throw new UsageException(pom + " has no " + name + " " + artifact, "");
    }
    String indent = text.substring(text.lastIndexOf('\n', from) + 1, from);
    return fenced("xml", (indent + text.substring(from, to + end.length())).stripIndent());
  }

  private String read(String path) {
    try {
      return Files.readString(project.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
