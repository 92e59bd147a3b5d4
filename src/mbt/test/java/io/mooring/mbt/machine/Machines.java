package io.mooring.mbt.machine;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.Tlc;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import io.mooring.codegen.sink.MemorySink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * The machines that the tests are about, each generated, compiled, loaded and explored once in a
 * process: one with a hidden counter and parameters; one with codes, notifications and a timer; one
 * with nothing of that.
 */
public enum Machines {
  TURNSTILE("Turnstile", "../codegen/test/resources/specs"),
  CIRCUIT_BREAKER("CircuitBreaker", "../codegen/test/resources/specs"),
  DOOR("Door", "../examples/door/spec");

  private static final Map<Machines, Generated> KNOWN = new EnumMap<>(Machines.class);

  private final String module;
  private final Path folder;

  Machines(String module, String folder) {
    this.module = module;
    this.folder = Path.of(folder);
  }

  /** The model of a specification. */
  private record Generated(Model model, JavaMachine<?> java, StateGraph graph) {}

  /** The file of the module. */
  public Path file() {
    return folder.resolve(module + ".tla");
  }

  /** Its configuration. */
  public Path config() {
    return folder.resolve(module + ".cfg");
  }

  /** The machine, read from generated and compiled Java. */
  public Machine machine() {
    return java().machine();
  }

  /** The generated and compiled Java. */
  public JavaMachine<?> java() {
    return generated().java();
  }

  /** The model. */
  public Model model() {
    return generated().model();
  }

  /** The graph that TLC explored. */
  public StateGraph graph() {
    return generated().graph();
  }

  private Generated generated() {
    synchronized (KNOWN) {
      Generated known = KNOWN.get(this);
      if (known == null) {
        try {
          known = generate();
        } catch (TlcException | ModelException | IOException | ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
        KNOWN.put(this, known);
      }
      return known;
    }
  }

  private Generated generate()
      throws TlcException, ModelException, IOException, ReflectiveOperationException {
    String javaPackage = "org.example." + module.toLowerCase(Locale.ROOT);
    MemorySink sink = new MemorySink();
    Model model =
        new Generator(Tlc.bundled())
            .generate(
                Generator.Request.of(
                    file(), config(), Optional.empty(), List.of(), javaPackage, Optional.empty()),
                sink);
    Class<?> table = compiled(sink.files()).loadClass(javaPackage + ".Table");
    return new Generated(model, JavaMachine.of(table), Tlc.bundled().explore(file(), config()));
  }

  private static ClassLoader compiled(Map<String, String> files) throws IOException {
    // Classes are loaded until the process ends; so what they are loaded from is in the build.
    Path sources = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "machine");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", sources.toString()));
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".java")) {
            arguments.add(written(sources.resolve(path), text).toString());
          }
        });
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (failures != 0) {
      throw new IllegalStateException("the generated Java does not compile");
    }
    return new URLClassLoader(new URL[] {sources.toUri().toURL()}, Machines.class.getClassLoader());
  }

  private static Path written(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
