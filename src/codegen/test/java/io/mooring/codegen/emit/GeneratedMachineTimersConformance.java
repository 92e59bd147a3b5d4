package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the comment of a machine that runs promises of timers. */
final class GeneratedMachineTimersConformance {

  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration ONE = Duration.ofSeconds(1);

  private final RunningMachine.Calls calls = new RunningMachine.Calls();
  private final List<String> heard = new ArrayList<>();

  private RunningMachine breaker() throws Exception {
    calls.listener = Optional.of(step -> heard.add(RunningMachine.get(step, "event").toString()));
    return RunningMachine.of(Subject.CIRCUIT_BREAKER, calls);
  }

  private static String mode(RunningMachine machine) {
    return RunningMachine.get(machine.call("currentLocation"), "mode").toString();
  }

  @Test
  void aTimerTellsItsFactWhenItsTimeIsOver() throws Exception {
    RunningMachine breaker = breaker();
    breaker.apply("TRIP");
    calls.time.pass(REST.minusNanos(1));
    assertThat(mode(breaker)).isEqualTo("OPEN");

    calls.time.pass(Duration.ofNanos(1));

    assertThat(mode(breaker)).isEqualTo("HALF_OPEN");
    assertThat(heard).containsExactly("TRIP", "REST_OVER");
    assertThat(calls.time.tasks).isEmpty();
    assertThat(breaker.call("dropped")).isEqualTo(0L);
  }

  @Test
  void aTimerThatIsArmedAgainRunsItsFullTime() throws Exception {
    RunningMachine breaker = breaker();
    breaker.apply("TRIP");
    calls.time.pass(REST.minus(ONE));
    breaker.apply("TRIP");
    assertThat(calls.time.tasks).hasSize(1);

    calls.time.pass(REST.minus(ONE));
    assertThat(mode(breaker)).isEqualTo("OPEN");
    calls.time.pass(ONE);

    assertThat(mode(breaker)).isEqualTo("HALF_OPEN");
  }

  @Test
  void aTimerThatFiresAfterItWasCancelledIsDroppedAndCounted() throws Exception {
    calls.time.keepsCancelled = true;
    RunningMachine breaker = breaker();
    breaker.apply("TRIP");
    breaker.apply("MEND");
    calls.time.pass(ONE);
    breaker.apply("TRIP");

    calls.time.pass(REST.minus(ONE));

    assertThat(mode(breaker)).isEqualTo("OPEN");
    assertThat(breaker.call("dropped")).isEqualTo(1L);
    assertThat(heard).containsExactly("TRIP", "MEND", "TRIP");
  }

  @Test
  void aDeadlineThatHasPassedIsDecidedBeforeWhatArrivesAfterIt() throws Exception {
    RunningMachine breaker = breaker();
    breaker.apply("TRIP");
    calls.time.sleep(REST.plusNanos(1));

    assertThat(breaker.apply("CALL")).hasToString("PERMITTED");

    assertThat(heard).containsExactly("TRIP", "REST_OVER", "CALL");
    calls.time.wake();
    assertThat(heard).hasSize(3);
  }

  @Test
  void anEventAtTheVeryDeadlineComesBeforeIt() throws Exception {
    RunningMachine breaker = breaker();
    breaker.apply("TRIP");
    calls.time.sleep(REST);

    assertThat(breaker.apply("CALL")).hasToString("REJECTED");
  }

  @Test
  void aTimerThatCannotBeMeasuredHasExpired() throws Exception {
    List<String> failed = new ArrayList<>();
    calls.failures = (call, thrown) -> failed.add(call + ": " + thrown.getMessage());
    calls.time.rejects = true;
    RunningMachine breaker = breaker();

    breaker.apply("TRIP");

    assertThat(mode(breaker)).isEqualTo("HALF_OPEN");
    assertThat(failed).containsExactly("the scheduler, for the timer REST: no thread left");
  }

  @Test
  void noTimerRunsAfterTheEnd() throws Exception {
    RunningMachine breaker = breaker();
    breaker.apply("TRIP");
    breaker.call("shutDown");
    assertThat(calls.time.tasks).isEmpty();

    calls.time.pass(REST);

    assertThat(mode(breaker)).isEqualTo("OPEN");
  }

  @Test
  void aDurationIsWithinTheBoundsOfTheTimingModule() throws Exception {
    RunningMachine.Generated generated = RunningMachine.generated(Subject.CIRCUIT_BREAKER);
    Class<?> scheduler = generated.type("Scheduler");
    Object builder =
        generated
            .type("CircuitBreakerMachine")
            .getMethod("builder", scheduler)
            .invoke(null, calls.time.scheduler(generated));
    Class<?> timers = generated.type("Timer");
    Object rest = timers.getEnumConstants()[0];

    assertThatThrownBy(
            () ->
                builder
                    .getClass()
                    .getMethod("timer", timers, Duration.class)
                    .invoke(builder, rest, REST.minusNanos(1)))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .hasStackTraceContaining("REST may run from PT5S to ");
    assertThatThrownBy(() -> builder.getClass().getMethod("build").invoke(builder))
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .hasStackTraceContaining("How long does REST run? Call timer(Timer.REST, ...) first");
  }
}
