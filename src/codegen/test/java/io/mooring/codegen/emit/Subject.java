package io.mooring.codegen.emit;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.sink.MemorySink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A specification that tests generate from, once for all of them. */
enum Subject {
  ROOM_CONNECTION,
  CIRCUIT_BREAKER,
  TURNSTILE,
  ELEVATOR,
  LOCKS,
  MAILBOX,
  LARGE_MAILBOX;

  private static final Map<Subject, Generated> KNOWN = new EnumMap<>(Subject.class);

  /** The generated files, and the graph of TLC. */
  record Generated(
      Generator.Request request, Model model, SortedMap<String, String> files, StateGraph graph) {

    /** The Java of the specification's package, by path. */
    SortedMap<String, String> java() {
      SortedMap<String, String> java = new TreeMap<>(files);
      java.keySet().removeIf(path -> !path.startsWith("java/"));
      return java;
    }
  }

  /** The project's root, from whichever module the tests run in. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("spec/RoomConnection.tla"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  Generator.Request request() {
    return switch (this) {
      case ROOM_CONNECTION ->
          Generator.Request.of(
              root().resolve("spec/RoomConnection.tla"),
              root().resolve("spec/RoomConnection.cfg"),
              Optional.of(root().resolve("spec/RoomTiming.tla")),
              List.of(),
              "io.mooring.room.spec",
              Optional.of("io.mooring.room.spring.spec"));
      case CIRCUIT_BREAKER ->
          small("CircuitBreaker", Optional.of("BreakerTiming"), "org.example.breaker");
      case TURNSTILE -> small("Turnstile", Optional.empty(), "org.example.turnstile");
      case ELEVATOR -> small("Elevator", Optional.empty(), "org.example.elevator");
      case LOCKS -> small("Locks", Optional.empty(), "org.example.locks");
      case LARGE_MAILBOX -> {
        Path folder = root().resolve("src/codegen/test/resources/specs");
        yield Generator.Request.of(
            folder.resolve("Mailbox.tla"),
            folder.resolve("LargeMailbox.cfg"),
            Optional.empty(),
            List.of(),
            "org.example.large",
            Optional.empty());
      }
      case MAILBOX -> small("Mailbox", Optional.empty(), "org.example.mailbox");
    };
  }

  private static Generator.Request small(
      String module, Optional<String> timing, String javaPackage) {
    Path folder = root().resolve("src/codegen/test/resources/specs");
    return Generator.Request.of(
        folder.resolve(module + ".tla"),
        folder.resolve(module + ".cfg"),
        timing.map(name -> folder.resolve(name + ".tla")),
        List.of(),
        javaPackage,
        Optional.empty());
  }

  Generated generated() throws Exception {
    synchronized (KNOWN) {
      Generated known = KNOWN.get(this);
      if (known == null) {
        known = generate();
        KNOWN.put(this, known);
      }
      return known;
    }
  }

  private Generated generate() throws Exception {
    MemorySink sink = new MemorySink();
    Generator.Request request = request();
    Model model = new Generator(Tlc.bundled()).generate(request, sink);
    StateGraph graph = Tlc.bundled().explore(request.module(), request.config());
    return new Generated(request, model, sink.files(), graph);
  }
}
