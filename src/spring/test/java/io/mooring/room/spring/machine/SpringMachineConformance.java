package io.mooring.room.spring.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated Spring engine of any machine takes the steps of the table. */
final class SpringMachineConformance {

  private final Path folder;

  SpringMachineConformance(@TempDir Path folder) {
    this.folder = folder;
  }

  private SpringMachine machine(String module, UnaryOperator<String> faulty) throws Exception {
    return SpringMachine.of(module, Optional.empty(), faulty, folder);
  }

  @ParameterizedTest
  @CsvSource({
    "Turnstile, ",
    "CircuitBreaker, BreakerTiming",
    "Elevator, ",
    "Locks, ",
    "Mailbox, ",
  })
  void everyRowAndEveryWalkIsThatOfTheTable(String module, @Nullable String timing)
      throws Exception {
    try (SpringMachine machine =
        SpringMachine.of(module, Optional.ofNullable(timing), UnaryOperator.identity(), folder)) {
      assertThat(machine.compared(0)).isEqualTo(machine.rows());
      assertThat(machine.compared(1)).isPositive();
    }
  }

  @Test
  void aRowThatIsMissingIsNamed() throws Exception {
    UnaryOperator<String> without =
        text -> text.replaceFirst("(?m)^ +transitions\\.with.*\\.event\\(PUSH\\).*$", "");
    try (SpringMachine machine = machine("Turnstile", without)) {
      assertThatThrownBy(() -> machine.compared(0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("does not do what the specification demands of PUSH in LOCKED")
          .hasMessageContaining("it answered DENIED");
    }
  }

  @Test
  void anEffectThatIsMissingIsADifference() throws Exception {
    UnaryOperator<String> without =
        text -> text.replace(".action(actions.effect(RELEASE_ARM))", "");
    try (SpringMachine machine = machine("Turnstile", without)) {
      assertThatThrownBy(() -> machine.compared(0))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("wants [RELEASE_ARM]")
          .hasMessageEndingWith("UNLOCKED, taken (Spring Statemachine)");
    }
  }

  /** The machine itself, with either engine: the same effects and answers in the same order. */
  @Test
  void theMachineDoesTheSameOnEitherEngine() throws Exception {
    try (SpringMachine machine = machine("Turnstile", UnaryOperator.identity())) {
      List<String> onTable = new ArrayList<>();
      List<String> onSpring = new ArrayList<>();
      run(machine, false, onTable);
      run(machine, true, onSpring);

      assertThat(onSpring).isEqualTo(onTable).contains("releaseArm", "returnCoin", "blockArm");
    }
  }

  private static void run(SpringMachine machine, boolean onSpring, List<String> heard)
      throws Exception {
    Class<?> effects = machine.type("Effects");
    Object carriedOut =
        Proxy.newProxyInstance(
            effects.getClassLoader(),
            new Class<?>[] {effects},
            (self, method, arguments) -> {
              heard.add(method.getName());
              return null;
            });
    Class<?> type = machine.type("TurnstileMachine");
    Object builder = type.getMethod("builder", effects).invoke(null, carriedOut);
    if (onSpring) {
      builder
          .getClass()
          .getMethod("engine", machine.type("Engine"))
          .invoke(builder, machine.type("spring.SpringEngine").getConstructor().newInstance());
    }
    Object turnstile = builder.getClass().getMethod("build").invoke(builder);
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      Object answer =
          switch (random.nextInt(4)) {
            case 0 -> type.getMethod("push").invoke(turnstile);
            case 1 -> type.getMethod("reset").invoke(turnstile);
            default -> type.getMethod("insert", int.class).invoke(turnstile, 1 + random.nextInt(2));
          };
      heard.add(answer + " " + type.getMethod("currentLocation").invoke(turnstile));
    }
  }
}
