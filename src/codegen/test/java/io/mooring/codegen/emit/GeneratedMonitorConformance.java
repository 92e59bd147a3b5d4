package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.codegen.model.Model;
import io.mooring.codegen.model.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the monitors of several modules say, compared with sets of histories of their models. */
final class GeneratedMonitorConformance {

  private static final int OBSERVATIONS = 400;

  private final Random random = new Random(1);

  /** An implementation of which more or less is seen is never blamed for what the table allows. */
  @ParameterizedTest
  @EnumSource
  void everyWalkIsAllowed(Subject subject) throws Exception {
    MonitoredSpec monitor = MonitoredSpec.ofInitial(RunningMachine.generated(subject));
    Model model = monitor.model();
    int at = model.initial().to();
    for (int i = 0; i < OBSERVATIONS; i++) {
      int row = at * model.events().size() + random.nextInt(model.events().size());
      Step step = model.steps().get(row);
      at = step.to();
      Object verdict = monitor.observe(seen(monitor, row, row));
      assertThat(MonitoredSpec.isAllowed(verdict)).as(verdict.toString()).isTrue();
      assertThat(monitor.possible()).contains(at);
    }
  }

  /** A monitor allows exactly what one of all histories explains, and knows where they all end. */
  @ParameterizedTest
  @EnumSource
  void theVerdictIsThatOfAllHistories(Subject subject) throws Exception {
    MonitoredSpec monitor = MonitoredSpec.ofUnknown(RunningMachine.generated(subject));
    Model model = monitor.model();
    Set<Integer> expected = all(model.locations().size());
    // All rows are looked at for each of them.
    int observations = model.steps().size() > 1_000 ? 60 : OBSERVATIONS;
    int forbidden = 0;
    for (int i = 0; i < observations; i++) {
      MonitoredSpec.Seen seen =
          seen(monitor, random.nextInt(model.steps().size()), random.nextInt(model.steps().size()));
      Set<Integer> before = expected;
      List<Step> causes =
          model.steps().stream()
              .filter(step -> before.contains(step.from()) && seen.matches(model, step))
              .toList();
      Object verdict = monitor.observe(seen);

      assertThat(MonitoredSpec.isAllowed(verdict)).isEqualTo(!causes.isEmpty());
      if (causes.isEmpty()) {
        forbidden++;
        assertThat(monitor.indices((Set<?>) MonitoredSpec.call(verdict, "from"))).isEqualTo(before);
        assertThat((List<?>) MonitoredSpec.call(verdict, "possible"))
            .hasSize(before.size() * seen.events().size());
        assertThat((List<?>) MonitoredSpec.call(verdict, "missing"))
            .hasSize(distance(model, before, seen));
        expected = afterwards(model, seen);
      } else {
        assertThat((List<?>) MonitoredSpec.call(verdict, "causes")).hasSameSizeAs(causes);
        expected = causes.stream().map(Step::to).collect(Collectors.toCollection(TreeSet::new));
      }
      assertThat(monitor.possible()).isEqualTo(expected);
      assertThat((String) MonitoredSpec.call(verdict, "explanation"))
          .contains(causes.isEmpty() ? " is not allowed after " : " is allowed: ")
          .doesNotContain("\n");
    }
    assertThat(forbidden).isBetween(observations / 20, observations * 19 / 20);
  }

  /** What is seen of a step with the event of one row and outputs of another one. */
  private MonitoredSpec.Seen seen(MonitoredSpec monitor, int eventRow, int outputRow) {
    Model model = monitor.model();
    Set<Integer> events = new TreeSet<>(Set.of(model.steps().get(eventRow).event()));
    if (random.nextInt(3) == 0) {
      events.add(random.nextInt(model.events().size()));
    } else if (random.nextInt(3) == 0) {
      events = all(model.events().size());
    }
    Set<String> parts =
        monitor.parts().stream()
            .filter(each -> random.nextBoolean())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Integer> locations = all(model.locations().size());
    if (random.nextInt(3) == 0) {
      locations.removeIf(each -> random.nextBoolean());
      locations.add(model.steps().get(outputRow).to());
    }
    return new MonitoredSpec.Seen(events, outputRow, parts, locations);
  }

  private static Set<Integer> all(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  /** How many steps lead to a location with a step that was seen; 0 if there is none. */
  private static int distance(Model model, Set<Integer> from, MonitoredSpec.Seen seen) {
    int[] distances = new int[model.locations().size()];
    Arrays.fill(distances, -1);
    from.forEach(each -> distances[each] = 0);
    Deque<Integer> ahead = new ArrayDeque<>(from);
    while (!ahead.isEmpty()) {
      int at = ahead.remove();
      for (int event = 0; event < model.events().size(); event++) {
        Step step = model.step(at, event);
        if (seen.matches(model, step)) {
          return distances[at];
        }
        if (distances[step.to()] < 0) {
          distances[step.to()] = distances[at] + 1;
          ahead.add(step.to());
        }
      }
    }
    return 0;
  }

  private static Set<Integer> afterwards(Model model, MonitoredSpec.Seen seen) {
    Set<Integer> after =
        model.steps().stream()
            .filter(step -> seen.matches(model, step))
            .map(Step::to)
            .collect(Collectors.toCollection(TreeSet::new));
    return after.isEmpty() ? seen.locations() : after;
  }

  @Test
  void aRefusalNamesTheRuleThePossibleStepAndWhatIsMissing() throws Exception {
    MonitoredSpec monitor = MonitoredSpec.ofInitial(RunningMachine.generated(Subject.TURNSTILE));

    Object verdict = monitor.observe("INSERT_1", "RELEASE_ARM");

    assertThat(MonitoredSpec.call(verdict, "explanation").toString().replaceAll(":\\d+", ""))
        .isEqualTo(
            "INSERT_1, wants [RELEASE_ARM] is not allowed after LOCKED_PAID_0, by"
                + " OneCoinAtATimeProp (Turnstile.tla); possible: LOCKED_PAID_0 --INSERT_1-->"
                + " LOCKED_PAID_1, taken (Turnstile.tla); missing before it: INSERT_2");
    assertThat(MonitoredSpec.names(monitor.model(), monitor.possible()))
        .containsExactly("UNLOCKED");
  }

  @Test
  void whatIsLikeNoStepViolatesTheRuleInAnyLocation() throws Exception {
    MonitoredSpec monitor = MonitoredSpec.ofInitial(RunningMachine.generated(Subject.TURNSTILE));

    Object verdict = monitor.observe("PUSH", "RELEASE_ARM");

    assertThat(MonitoredSpec.call(verdict, "rules").toString()).contains("ARM_FOLLOWS_GATE");
    assertThat(MonitoredSpec.call(verdict, "explanation").toString())
        .endsWith("; no step is like that");
    assertThat(monitor.possible()).hasSize(monitor.model().locations().size());
  }

  @Test
  void unseenEventsMayHaveHappenedAnyNumberOfTimes() throws Exception {
    RunningMachine.Generated turnstile = RunningMachine.generated(Subject.TURNSTILE);
    MonitoredSpec monitor = MonitoredSpec.ofInitial(turnstile, "INSERT_1");
    assertThat(monitor.possible()).hasSize(monitor.model().locations().size());

    assertThat(MonitoredSpec.isAllowed(monitor.observe("PUSH", "BLOCK_ARM"))).isTrue();
    assertThat(MonitoredSpec.isAllowed(monitor.observe("INSERT_2", "RETURN_COIN"))).isTrue();
    assertThat(
            MonitoredSpec.isAllowed(
                MonitoredSpec.ofInitial(turnstile).observe("PUSH", "BLOCK_ARM")))
        .isFalse();
  }

  @Test
  void aPredicateThatThrowsChangesNothing() throws Exception {
    MonitoredSpec monitor = MonitoredSpec.ofUnknown(RunningMachine.generated(Subject.TURNSTILE));
    Set<Integer> before = monitor.possible();

    assertThatThrownBy(
            () ->
                monitor.observe(
                    "RESET",
                    location -> {
                      throw new IllegalStateException("boom");
                    }))
        .hasMessage("boom");

    assertThat(monitor.possible()).isEqualTo(before);
  }

  @Test
  void noHistoryIsKept() throws Exception {
    RunningMachine.Generated elevator = RunningMachine.generated(Subject.ELEVATOR);
    MonitoredSpec monitor = MonitoredSpec.ofInitial(elevator);
    long most = ReachableMemory.of(MonitoredSpec.ofUnknown(elevator).monitor());
    for (int i = 0; i < 5_000; i++) {
      int row = random.nextInt(monitor.model().steps().size());
      monitor.observe(seen(monitor, row, row));
    }
    assertThat(ReachableMemory.of(monitor.monitor())).isLessThanOrEqualTo(most);
  }

  /** The steps of all threads are one walk: each location is entered as often as it is left. */
  @Test
  void manyThreadsObserveOneAfterTheOther() throws Exception {
    MonitoredSpec monitor = MonitoredSpec.ofInitial(RunningMachine.generated(Subject.TURNSTILE));
    Model model = monitor.model();
    Set<Integer> anywhere = all(model.locations().size());
    ConcurrentLinkedQueue<Object> steps = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      Random own = new Random(seed);
      threads.add(
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 5_000; i++) {
                    Set<Integer> event = Set.of(own.nextInt(model.events().size()));
                    Object verdict =
                        monitor.observe(new MonitoredSpec.Seen(event, 0, Set.of(), anywhere));
                    steps.addAll((List<?>) MonitoredSpec.call(verdict, "causes"));
                  }
                } catch (Exception | Error failed) {
                  thrown.add(failed);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread each : threads) {
      each.join();
    }

    assertThat(thrown).isEmpty();
    assertThat(steps).hasSize(20_000);
    Map<String, Integer> balance = new TreeMap<>();
    for (Object step : steps) {
      balance.merge(RunningMachine.get(step, "from").toString(), -1, Integer::sum);
      balance.merge(RunningMachine.get(step, "to").toString(), 1, Integer::sum);
    }
    String begin = model.locations().get(model.initial().to()).name();
    String end = MonitoredSpec.names(model, monitor.possible()).get(0);
    balance.merge(begin, 1, Integer::sum);
    balance.merge(end, -1, Integer::sum);
    assertThat(balance.values()).containsOnly(0);
  }
}
