package io.mooring.mbt.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.machine.JavaMachine;
import io.mooring.mbt.machine.MachineEvent;
import io.mooring.mbt.machine.Machines;
import io.mooring.mbt.machine.WrittenSource;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineTestSourceTest {
  private static final JavaMachine<?> TURNSTILE = Machines.TURNSTILE.java();
  private static final String MUTE = "() -> event -> io.mooring.mbt.run.Answer.silent()";

  private final Path folder;

  MachineTestSourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theClassCompilesAndRunsTheSameEventsAgain() throws Exception {
    Run<MachineEvent> run = run();
    String failing =
        MachineTestSource.of("MuteTest", TURNSTILE, MUTE, "Scope.everything(machine)", run);

    assertThat(failing)
        .contains("// Once violated ANSWER: LOCKED_PAID_0 --Insert(coin = 2)--> must answer ")
        .contains("      Insert(coin = 2)\n");
    assertThatThrownBy(() -> execute("MuteTest", failing))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ANSWER: LOCKED_PAID_0 --Insert(coin = 2)-->");
  }

  @Test
  void aSystemThatIsMendedPasses() throws Exception {
    execute(
        "BlindTest",
        MachineTestSource.of(
            "BlindTest",
            TURNSTILE,
            MUTE,
            "Scope.everything(machine).showing().withoutEffects()",
            run()));
  }

  /** A run of a system that answers nothing, shrunk to the first event that should be answered. */
  private static Run<MachineEvent> run() {
    MachineHarness<MachineEvent, Answer> harness =
        MachineHarness.of(
            TURNSTILE.machine(),
            () -> event -> Answer.silent(),
            Scope.everything(TURNSTILE.machine()));
    MachineEvent coin = TURNSTILE.machine().events().get(1);
    return harness.smallest(harness.run(List.of(coin, coin)));
  }

  private void execute(String name, String source) throws Exception {
    try (URLClassLoader loader = WrittenSource.compile(folder, name, source, TURNSTILE)) {
      Class<?> test = loader.loadClass(name);
      Constructor<?> constructor = test.getDeclaredConstructor();
      Method method = test.getDeclaredMethod("theSystemConformsToTheMachine");
      constructor.setAccessible(true);
      method.setAccessible(true);
      method.invoke(constructor.newInstance());
    } catch (InvocationTargetException failed) {
      Throwable cause = Objects.requireNonNull(failed.getCause());
      throw Optional.of(cause)
          .filter(AssertionError.class::isInstance)
          .map(AssertionError.class::cast)
          .orElseThrow(() -> new IllegalStateException(cause));
    }
  }
}
