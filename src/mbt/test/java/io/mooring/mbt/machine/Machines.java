package io.mooring.mbt.machine;

import io.mooring.checker.tlc.StateGraph;
import io.mooring.checker.tlc.TlcException;
import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The machines that the tests are about, each generated, compiled, loaded and explored once in a
 * process: one with a hidden counter and parameters; one with codes, notifications and a timer; one
 * with nothing of that.
 */
public enum Machines {
  TURNSTILE("Turnstile", "../codegen/test/resources/specs"),
  CIRCUIT_BREAKER("CircuitBreaker", "../codegen/test/resources/specs"),
  DOOR("Door", "../examples/door/spec");

  private static final Map<Machines, GeneratedMachine> KNOWN = new EnumMap<>(Machines.class);

  private final String module;
  private final Path folder;

  Machines(String module, String folder) {
    this.module = module;
    this.folder = Path.of(folder);
  }

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

  private GeneratedMachine generated() {
    synchronized (KNOWN) {
      GeneratedMachine known = KNOWN.get(this);
      if (known == null) {
        try {
          known = GeneratedMachine.of(file(), config());
        } catch (TlcException | ModelException | IOException | ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
        KNOWN.put(this, known);
      }
      return known;
    }
  }
}
