package io.mooring.room.concurrency.machine;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The generated machine of a turnstile and its table, compiled, behind an interface. */
final class RunningTurnstile {

  /** The machine as it is generated. */
  static final RunningTurnstile GENERATED = new RunningTurnstile("org.example.turnstile");

  /** One that decides without its lock. */
  static final RunningTurnstile UNLOCKED = new RunningTurnstile("org.example.unlocked");

  private final String javaPackage;

  private RunningTurnstile(String javaPackage) {
    this.javaPackage = javaPackage;
  }

  /**
   * Generates both in another process, beside the classes of the tests: Lincheck looks for classes
   * there alone.
   */
  static void generate() throws IOException, InterruptedException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path,
                GeneratedTurnstile.class.getName(),
                "target/test-classes",
                GENERATED.javaPackage,
                UNLOCKED.javaPackage)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("The machine was not generated: " + said);
    }
  }

  /** What makes new turnstiles that run on the machine. */
  Supplier<Gate> machines() throws ReflectiveOperationException {
    return makes("MachineGate");
  }

  /** What makes new turnstiles that look up the table and nothing more. */
  Supplier<Gate> tables() throws ReflectiveOperationException {
    return makes("TableGate");
  }

  private Supplier<Gate> makes(String name) throws ReflectiveOperationException {
    Constructor<?> made = Class.forName(javaPackage + "." + name).getConstructor();
    return () -> {
      try {
        return (Gate) made.newInstance();
      } catch (ReflectiveOperationException failed) {
        throw new LinkageError(failed.getMessage(), failed);
      }
    };
  }
}
