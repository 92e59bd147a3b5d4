package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.checker.tlc.Oracle;
import io.mooring.checker.tlc.TlaValue;
import io.mooring.checker.tlc.Tlc;
import io.mooring.codegen.Generator;
import io.mooring.codegen.model.Event;
import io.mooring.codegen.sink.MemorySink;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The compiled timers and durations are what TLC makes of the tables of the specification. */
class GeneratedTimersConformance {

  private static ClassLoader compiled(Subject subject) throws Exception {
    return InMemoryCompiler.compile(subject.generated().java());
  }

  private static Object[] timers(Subject subject) throws Exception {
    return load(subject, "Timer").getEnumConstants();
  }

  private static Class<?> load(Subject subject, String name) throws Exception {
    return compiled(subject)
        .loadClass(subject.generated().request().target().javaPackage() + "." + name);
  }

  private static Object get(Object of, String accessor) throws Exception {
    return of.getClass().getMethod(accessor).invoke(of);
  }

  private static TlaValue string(Object of, String accessor) throws Exception {
    return new TlaValue.Str((String) get(of, accessor));
  }

  private static TlaValue seconds(Object duration) {
    Duration exact = (Duration) duration;
    assertThat(exact.toNanosPart()).isZero();
    return new TlaValue.Int((int) exact.toSeconds());
  }

  private static TlaValue row(Map<String, TlaValue> fields) {
    return new TlaValue.Rec(new TreeMap<>(fields));
  }

  @ParameterizedTest
  @EnumSource(names = {"ROOM_CONNECTION", "CIRCUIT_BREAKER"})
  void theTimersAreTheTimerTable(Subject subject) throws Exception {
    List<TlaValue> rows = new ArrayList<>();
    for (Object timer : timers(subject)) {
      rows.add(
          row(
              Map.of(
                  "timer", string(timer, "value"),
                  "arm", string(get(timer, "arm"), "value"),
                  "cancel", string(get(timer, "cancel"), "value"),
                  "fact", string(get(timer, "fact"), "action"))));
    }

    Generator.Request request = subject.request();
    try (Oracle oracle = Tlc.bundled().open(request.module(), request.config())) {
      assertThat(new TlaValue.SetOf(rows))
          .isEqualTo(oracle.evaluate("TimerTable", oracle.initial().get(0)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ROOM_CONNECTION", "CIRCUIT_BREAKER"})
  void theBoundsAreTheTimingModules(Subject subject) throws Exception {
    List<TlaValue> rows = new ArrayList<>();
    for (Object timer : timers(subject)) {
      rows.add(
          row(
              Map.of(
                  "timer", string(timer, "value"),
                  "atLeast", seconds(get(timer, "shortest")),
                  "atMost", seconds(get(timer, "longest")))));
    }

    Path timing = subject.request().timing().orElseThrow();
    assertThat(Tlc.bundled().evaluate(timing, List.of("TimerBounds")))
        .containsExactly(Map.entry("TimerBounds", new TlaValue.SetOf(rows)));
  }

  @ParameterizedTest
  @EnumSource(names = {"ROOM_CONNECTION", "CIRCUIT_BREAKER"})
  void theDurationsAreTheIntegersOfTheTimingModule(Subject subject) throws Exception {
    Map<String, TlaValue> constants = new LinkedHashMap<>();
    for (Field field : load(subject, "Timing").getFields()) {
      constants.put(field.getName(), seconds(field.get(null)));
    }

    Path timing = subject.request().timing().orElseThrow();
    assertThat(Tlc.bundled().evaluate(timing, List.copyOf(constants.keySet())))
        .isEqualTo(constants);
    List<String> integers =
        Tlc.bundled().parse(timing).definitions().stream()
            .map(each -> each.name())
            .filter(name -> name.matches(".*_(AT_LEAST|AT_MOST|ROUND)"))
            .toList();
    assertThat(constants.keySet()).containsExactlyElementsOf(integers);
  }

  @ParameterizedTest
  @CsvSource({
    "ROOM_CONNECTION, joinTimeout, joinTimed, true",
    "ROOM_CONNECTION, reconnectWindow, windowArmed, true",
    "CIRCUIT_BREAKER, rest, mode, OPEN"
  })
  void aTimerRunsInTheLocationsInWhichTheVariablesSaySo(
      Subject subject, String name, String variable, String value) throws Exception {
    ClassLoader compiled = compiled(subject);
    String javaPackage = subject.generated().request().target().javaPackage();
    Class<?> timerType = compiled.loadClass(javaPackage + ".Timer");
    Map<Object, Boolean> runs = new LinkedHashMap<>();
    Map<Object, Boolean> expected = new LinkedHashMap<>();
    for (Object location : compiled.loadClass(javaPackage + ".Location").getEnumConstants()) {
      boolean any = false;
      for (Object timer : timerType.getEnumConstants()) {
        Object running = location.getClass().getMethod("runs", timerType).invoke(location, timer);
        any |= (boolean) running;
        if (get(timer, "value").equals(name)) {
          runs.put(location, (boolean) running);
        }
      }
      assertThat(get(location, "isTimed")).isEqualTo(any);
      expected.put(location, get(location, variable).toString().equals(value));
    }
    assertThat(runs).isEqualTo(expected).containsValue(true).containsValue(false);
  }

  @Test
  void everyEffectFindsItsTimer() throws Exception {
    for (Object timer : timers(Subject.ROOM_CONNECTION)) {
      Class<?> type = timer.getClass();
      Object arm = get(timer, "arm");
      Object cancel = get(timer, "cancel");
      assertThat(type.getMethod("armedBy", arm.getClass()).invoke(null, arm))
          .isEqualTo(Optional.of(timer));
      assertThat(type.getMethod("cancelledBy", arm.getClass()).invoke(null, cancel))
          .isEqualTo(Optional.of(timer));
      assertThat(type.getMethod("armedBy", arm.getClass()).invoke(null, cancel))
          .isEqualTo(Optional.empty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ROOM_CONNECTION, ReconnectWindowUsedUp, reconnectWindow",
    "ROOM_CONNECTION, LongLinkFailed,",
    "ROOM_CONNECTION, Joined,",
    "CIRCUIT_BREAKER, RestOver,"
  })
  void theOnlyTellerOfAFactIsItsTimer(Subject subject, String action, @Nullable String timer)
      throws Exception {
    Object first = timers(subject)[0];
    Class<?> events = get(first, "fact").getClass();
    for (Object event : events.getEnumConstants()) {
      if (get(event, "action").equals(action)) {
        Optional<?> teller =
            (Optional<?>) first.getClass().getMethod("onlyTeller", events).invoke(null, event);
        assertThat(teller.isPresent()).isEqualTo(timer != null);
        if (timer != null) {
          assertThat(get(teller.orElseThrow(), "value")).isEqualTo(timer);
        }
        return;
      }
    }
    throw new AssertionError("no event " + action);
  }

  @Test
  void timersWithoutATimingModuleHaveNoBounds() throws Exception {
    Generator.Request timed = Subject.CIRCUIT_BREAKER.request();
    MemorySink sink = new MemorySink();
    new Generator(Tlc.bundled())
        .generate(
            Generator.Request.of(
                timed.module(),
                timed.config(),
                Optional.empty(),
                List.of(),
                "org.example",
                Optional.empty()),
            sink);
    Map<String, String> java = new TreeMap<>(sink.files());
    java.keySet().removeIf(path -> !path.startsWith("java/"));

    Class<?> timer = InMemoryCompiler.compile(java).loadClass("org.example.Timer");
    assertThat(timer.getEnumConstants()).hasSize(1);
    assertThatThrownBy(() -> timer.getMethod("shortest")).isInstanceOf(NoSuchMethodException.class);
    assertThat(java).doesNotContainKey("java/org/example/Timing.java");
  }

  @Test
  void aModuleWithoutTimersHasNone() {
    assertThatThrownBy(() -> timers(Subject.TURNSTILE)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void onlyTheAnswerToAnAttemptBelongsToOne() throws Exception {
    assertThat(Subject.ROOM_CONNECTION.generated().model().events())
        .filteredOn(Event::ofAttempt)
        .extracting(Event::action)
        .containsExactly("Rejoined");
  }
}
