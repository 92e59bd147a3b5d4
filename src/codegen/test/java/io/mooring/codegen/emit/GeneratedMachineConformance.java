package io.mooring.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.model.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the comment of a machine that runs promises, kept by the machines of several modules. */
@Timeout(60)
final class GeneratedMachineConformance {

  private final RunningMachine.Calls calls = new RunningMachine.Calls();

  /** What happened, in order; steps as such, calls of effects by their names. */
  private final List<Object> heard = Collections.synchronizedList(new ArrayList<>());

  private RunningMachine machine(Subject subject) throws Exception {
    return RunningMachine.of(subject, calls);
  }

  /** Walks at random, and compares each answer, effect and callback with the table. */
  @ParameterizedTest
  @EnumSource
  void everyWalkIsThatOfTheTable(Subject subject) throws Exception {
    RunningMachine.Generated generated = RunningMachine.generated(subject);
    List<Event> events = RunningMachine.events(generated);
    calls.effects = (name, step) -> heard.add(name);
    calls.listener = Optional.of(heard::add);
    RunningMachine machine = machine(subject);
    Random random = new Random(1);
    Object location = machine.call("currentLocation");

    for (int i = 0; i < 2_000; i++) {
      Event event = events.get(random.nextInt(events.size()));
      Object step = RunningMachine.step(generated, location, event);
      heard.clear();
      Object answer = machine.apply(event);

      List<Object> expected = new ArrayList<>(RunningMachine.effects(generated, step));
      expected.add(step);
      assertThat(heard).isEqualTo(expected);
      if (new MachineNames(generated.model()).isAnswered(event)) {
        boolean coded = new ModelLookup(generated.model()).codes().isPresent();
        assertThat(answer).isEqualTo(RunningMachine.get(step, coded ? "code" : "outcome"));
      } else {
        assertThat(answer).isNull();
      }
      location = machine.call("currentLocation");
      assertThat(location).isEqualTo(RunningMachine.get(step, "to"));
    }
    assertThat(((List<?>) machine.call("stepLog")).get(15)).isEqualTo(heard.get(heard.size() - 1));
  }

  @Test
  void anEventOfAnEffectIsDecidedAtOnceAndItsEffectsFollow() throws Exception {
    RunningMachine[] self = new RunningMachine[1];
    calls.effects =
        (name, step) -> {
          heard.add("begin " + name);
          if (name.equals("releaseArm")) {
            self[0].apply("PUSH");
            heard.add(self[0].call("currentLocation").toString());
          }
          heard.add("end " + name);
        };
    calls.listener = Optional.of(step -> heard.add(RunningMachine.get(step, "event").toString()));
    self[0] = machine(Subject.TURNSTILE);
    self[0].apply("INSERT_2");
    heard.clear();

    self[0].apply("INSERT_1");

    assertThat(heard)
        .containsExactly(
            "begin releaseArm",
            "LOCKED_PAID_0",
            "end releaseArm",
            "begin blockArm",
            "end blockArm",
            "INSERT_1",
            "PUSH");
  }

  @Test
  void anEventOfAListenerHasItsEffectsAtOnceAndItsCallbacksAfterwards() throws Exception {
    RunningMachine[] self = new RunningMachine[1];
    calls.effects = (name, step) -> heard.add(name);
    calls.listener =
        Optional.of(
            step -> {
              String event = RunningMachine.get(step, "event").toString();
              heard.add("begin " + event);
              if (event.equals("INSERT_1")) {
                self[0].apply("PUSH");
              }
              heard.add("end " + event);
            });
    self[0] = machine(Subject.TURNSTILE);
    self[0].apply("INSERT_2");
    heard.clear();

    self[0].apply("INSERT_1");

    assertThat(heard)
        .containsExactly(
            "releaseArm", "begin INSERT_1", "blockArm", "end INSERT_1", "begin PUSH", "end PUSH");
  }

  @Test
  void aChainOfEventsInListenersNeedsNoStack() throws Exception {
    RunningMachine[] self = new RunningMachine[1];
    AtomicInteger left = new AtomicInteger(100_000);
    calls.listener =
        Optional.of(
            step -> {
              if (left.decrementAndGet() > 0) {
                self[0].apply("PUSH");
              }
            });
    self[0] = machine(Subject.TURNSTILE);

    self[0].apply("PUSH");

    assertThat(left).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  void whatThrowsIsReportedAndTheNextFollows(Subject subject) throws Exception {
    List<String> failed = new ArrayList<>();
    calls.effects =
        (name, step) -> {
          throw new StackOverflowError(name);
        };
    calls.listener =
        Optional.of(
            step -> {
              throw new IllegalStateException("listener");
            });
    calls.failures =
        (call, thrown) -> {
          failed.add(String.valueOf(thrown.getMessage()));
          throw new IllegalStateException("again");
        };
    RunningMachine machine = machine(subject);
    machine.listener("addListener", machine.newListener(heard::add));
    RunningMachine.Generated generated = RunningMachine.generated(subject);
    List<String> expected = new ArrayList<>();
    int decided = 0;
    Random random = new Random(2);
    List<Event> events = RunningMachine.events(generated);

    for (int i = 0; i < 200; i++) {
      Event event = events.get(random.nextInt(events.size()));
      Object step = RunningMachine.step(generated, machine.call("currentLocation"), event);
      machine.apply(event);
      expected.addAll(RunningMachine.effects(generated, step));
      expected.add("listener");
      decided++;
    }

    assertThat(failed).isEqualTo(expected);
    assertThat(heard).hasSize(decided);
  }

  @Test
  void noEffectWaitsForAListener() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    calls.effects = (name, step) -> heard.add(name);
    calls.listener =
        Optional.of(
            step -> {
              heard.add(RunningMachine.get(step, "event").toString());
              inside.countDown();
              await(leave);
            });
    RunningMachine machine = machine(Subject.TURNSTILE);
    Thread stuck = new Thread(() -> machine.apply("PUSH"));
    stuck.start();
    await(inside);

    machine.apply("RESET");

    assertThat(heard).containsExactly("PUSH", "blockArm");
    leave.countDown();
    stuck.join();
    assertThat(heard).containsExactly("PUSH", "blockArm", "RESET");
  }

  @Test
  void nobodyWaitsForAnEffectThatBlocks() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    calls.effects =
        (name, step) -> {
          heard.add(name);
          inside.countDown();
          await(leave);
        };
    calls.listener = Optional.of(step -> heard.add(RunningMachine.get(step, "event").toString()));
    RunningMachine machine = machine(Subject.TURNSTILE);
    Thread stuck = new Thread(() -> machine.apply("RESET"));
    stuck.start();
    await(inside);

    machine.apply("INSERT_2");
    machine.apply("INSERT_1");

    assertThat(machine.call("currentLocation")).hasToString("UNLOCKED");
    assertThat(heard).containsExactly("blockArm", "RESET", "INSERT_2", "INSERT_1");
    leave.countDown();
    stuck.join();
    assertThat(heard).endsWith("releaseArm");
  }

  @Test
  void manyThreadsSeeOneOrderAndOneCallAtATime() throws Exception {
    AtomicInteger effectsAtOnce = new AtomicInteger();
    AtomicInteger listenersAtOnce = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    List<Object> carriedOut = new ArrayList<>();
    List<Object> notified = new ArrayList<>();
    calls.effects =
        (name, step) -> {
          wrong.addAndGet(effectsAtOnce.getAndIncrement());
          carriedOut.add(step);
          effectsAtOnce.decrementAndGet();
        };
    calls.listener =
        Optional.of(
            step -> {
              wrong.addAndGet(listenersAtOnce.getAndIncrement());
              notified.add(step);
              listenersAtOnce.decrementAndGet();
            });
    RunningMachine machine = machine(Subject.TURNSTILE);
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                seed ->
                    new Thread(
                        () -> {
                          Random random = new Random(seed);
                          for (int i = 0; i < 5_000; i++) {
                            machine.apply(
                                List.of("INSERT_1", "INSERT_2", "PUSH", "RESET")
                                    .get(random.nextInt(4)));
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread each : threads) {
      each.join();
    }

    assertThat(wrong).hasValue(0);
    assertThat(notified).hasSize(20_000);
    for (int i = 1; i < notified.size(); i++) {
      assertThat(RunningMachine.get(notified.get(i), "from"))
          .isSameAs(RunningMachine.get(notified.get(i - 1), "to"));
    }
    List<Object> owed = new ArrayList<>(notified);
    owed.removeIf(step -> ((List<?>) RunningMachine.get(step, "effects")).isEmpty());
    assertThat(carriedOut).isEqualTo(owed);
  }

  @Test
  void aRushLeavesNoMemoryBehind() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    calls.effects =
        (name, step) -> {
          inside.countDown();
          await(leave);
        };
    RunningMachine machine = machine(Subject.TURNSTILE);
    long before = ReachableMemory.of(machine);
    Thread stuck = new Thread(() -> machine.apply("RESET"));
    stuck.start();
    await(inside);
    for (int i = 0; i < 50_000; i++) {
      machine.apply("RESET");
    }
    assertThat(ReachableMemory.of(machine)).isGreaterThan(before + 50_000);
    leave.countDown();
    stuck.join();

    assertThat(ReachableMemory.of(machine)).isLessThan(before + 100);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing happened");
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
