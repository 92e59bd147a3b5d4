package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ReturnCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners on an executor of the application: where, when, in which order, and if it refuses. */
final class ListenerExecutorTest {

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean refusing;
  private final Rig rig = new Rig(builder -> builder.listenerExecutor(this::execute));

  private void execute(Runnable task) {
    if (refusing) {
      throw new RejectedExecutionException("shut down");
    }
    tasks.add(task);
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  @Test
  void listenersAreCalledByTheExecutorAndNoCallerWaitsForThem() {
    rig.connection.initialize();
    rig.join();
    rig.facts().joined();
    rig.facts().mediaLost();

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.log).contains("open 1", "tryToRejoin 1");
    assertThat(rig.told()).isEmpty();

    runTasks();
    assertThat(rig.told()).containsExactly(CONNECTING, CONNECTED, RECONNECTING);
    assertThat(rig.failures).isEmpty();
  }

  @Test
  void effectsDoNotWaitForAListenerThatIsBeingCalled() {
    rig.connection.initialize();
    rig.onState.put(
        CONNECTING,
        () -> {
          rig.facts().joined();
          rig.facts().mediaLost();
          rig.log.add("callback returns");
        });
    rig.join();

    runTasks();

    assertThat(rig.log).containsSubsequence("tryToRejoin 1", "callback returns", "told CONNECTED");
  }

  /** While a thread is calling listeners, no second task is submitted. */
  @Test
  void changesDuringACallAreNotifiedByTheSameTask() {
    rig.onState.put(
        CONNECTING,
        () -> {
          rig.facts().joined();
          assertThat(tasks).isEmpty();
        });
    rig.connection.initialize();
    rig.join();

    assertThat(tasks).hasSize(1);
    tasks.remove().run();

    assertThat(tasks).isEmpty();
    assertThat(rig.told()).containsExactly(CONNECTING, CONNECTED);
  }

  @Test
  void anOutcomeIsCompletedByTheExecutorAfterTheCallbacksOfItsStep() {
    rig.connection.initialize();
    CommandResult join = rig.connection.joinChannel("lobby", 7);
    join.outcome().thenAccept(code -> rig.log.add("joined " + code));
    rig.facts().joined();
    rig.facts().mediaLost();
    assertThat(rig.log).doesNotContain("joined OK");

    runTasks();

    assertThat(rig.log).containsSubsequence("told CONNECTED", "joined OK", "told RECONNECTING");
  }

  @Test
  void noCallBeginsAfterAReleaseButOutcomesAreCompleted() {
    rig.connection.initialize();
    List<ReturnCode> outcome = new ArrayList<>();
    rig.connection.joinChannel("lobby", 7).outcome().thenAccept(outcome::add);
    rig.connection.release();

    runTasks();

    assertThat(rig.told()).isEmpty();
    assertThat(outcome).containsExactly(ReturnCode.JOIN_CUT_BY_RELEASE);
  }

  @Test
  void aListenerThatIsTakenOutMeanwhileIsNotCalled() {
    List<ConnectionChange> heard = new ArrayList<>();
    Registration registration = rig.connection.addListener(heard::add);
    rig.connection.initialize();
    rig.join();
    registration.close();

    runTasks();

    assertThat(heard).isEmpty();
    assertThat(rig.told()).containsExactly(CONNECTING);
  }

  @Test
  void eachRefusalIsReportedAndPendingCallsAreMadeOnceAndInOrder() {
    rig.connection.initialize();
    refusing = true;
    rig.onState.put(CONNECTING, () -> rig.facts().joined());
    rig.join();
    assertThat(rig.told()).containsExactly(CONNECTING, CONNECTED);
    assertThat(rig.failures)
        .extracting(CallFailure::callee)
        .containsExactly(Callee.EXECUTOR, Callee.EXECUTOR);
    assertThat(rig.failures.get(0).toString())
        .startsWith(
            "EXECUTOR failed at execute in session 1: "
                + "java.util.concurrent.RejectedExecutionException: shut down");

    refusing = false;
    rig.facts().mediaLost();
    assertThat(rig.told()).containsExactly(CONNECTING, CONNECTED);
    runTasks();
    assertThat(rig.told()).containsExactly(CONNECTING, CONNECTED, RECONNECTING);
    assertThat(rig.failures).hasSize(2);
  }

  @Test
  void anExecutorThatThrowsAndStillRunsTheTaskNotifiesOnce() {
    Rig twice =
        new Rig(
            builder ->
                builder.listenerExecutor(
                    task -> {
                      tasks.add(task);
                      task.run();
                      task.run();
                      throw new IllegalStateException("too late");
                    }));
    twice.connection.initialize();
    twice.join();
    twice.facts().joined();
    runTasks();

    assertThat(twice.changes)
        .extracting(ConnectionChange::to)
        .containsExactly(CONNECTING, CONNECTED);
    assertThat(twice.failures).hasSize(2);
  }

  @Test
  void aTaskThatTheExecutorRunsAfterRefusingItOverlapsNoOtherCall() {
    List<Runnable> refused = new ArrayList<>();
    Rig late =
        new Rig(
            builder ->
                builder.listenerExecutor(
                    task -> {
                      refused.add(task);
                      throw new RejectedExecutionException("or not");
                    }));
    late.connection.initialize();
    late.connection
        .joinChannel("lobby", 7)
        .outcome()
        .thenAccept(code -> late.log.add("join " + code));
    late.onState.put(
        DISCONNECTED,
        () -> {
          refused.forEach(Runnable::run);
          late.log.add("callback returns");
        });

    late.facts().kicked();

    assertThat(late.log).endsWith("callback returns", "join SERVER_KICKED");
  }

  @Test
  void anExecutorThatRunsTasksAtOnceNeedsNoStack() {
    Rig direct = new Rig(builder -> builder.listenerExecutor(Runnable::run));
    int rounds = 20_000;
    direct.connection.initialize();
    direct.onState.put(CONNECTING, direct.connection::leaveChannel);
    direct.onState.put(
        DISCONNECTED,
        () -> {
          if (direct.changes.size() < rounds) {
            direct.join();
          }
        });

    direct.join();

    assertThat(direct.changes).hasSize(rounds);
    assertThat(direct.failures).isEmpty();
  }

  @Test
  @Timeout(30)
  void anExecutorOfManyThreadsCallsOneListenerAtATimeAndInOrder() throws InterruptedException {
    int rounds = 3_000;
    AtomicInteger inside = new AtomicInteger();
    List<Long> numbers = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    CountDownLatch last = new CountDownLatch(2 * rounds);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      RoomConnection connection =
          RoomConnection.builder((request, facts) -> new RoomConnectionFailureTest.NoSession())
              .listenerExecutor(pool)
              .build();
      connection.addListener(
          change -> {
            if (inside.incrementAndGet() != 1) {
              wrong.add("two at a time");
            }
            numbers.add(change.sequence());
            inside.decrementAndGet();
            last.countDown();
          });
      connection.initialize();
      for (int round = 0; round < rounds; round++) {
        connection.joinChannel("lobby", 7);
        connection.leaveChannel();
      }
      assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      pool.shutdownNow();
    }

    assertThat(wrong).isEmpty();
    assertThat(numbers).hasSize(2 * rounds).isSorted().doesNotHaveDuplicates();
  }
}
