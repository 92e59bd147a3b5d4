package io.mooring.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Rule;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads at one connection. */
final class RoomConnectionStress {

  private static final int THREADS = 6;
  private static final int CALLS = 4_000;

  private final List<RoomFacts> handedOut = new CopyOnWriteArrayList<>();
  private final List<ReconnectAttempt> attempts = new CopyOnWriteArrayList<>();
  private final AtomicInteger listening = new AtomicInteger();
  private final AtomicInteger recording = new AtomicInteger();
  private final AtomicInteger asking = new AtomicInteger();
  private long latestNanoTime;
  private final List<Throwable> wrong = new CopyOnWriteArrayList<>();

  @RepeatedTest(5)
  @Timeout(60)
  void randomCommandsAndFactsGiveOneLegalStory() throws InterruptedException {
    List<Step> steps = new ArrayList<>();
    List<ConnectionChange> early = new ArrayList<>();
    RoomConnection connection = connection(steps);
    connection.addListener(change -> alone(listening, () -> early.add(change)));
    connection.initialize();

    int releases = run(connection, true);

    assertThat(wrong).isEmpty();
    assertThat(releases).isPositive();
    assertStory(steps, early);
  }

  @RepeatedTest(5)
  @Timeout(60)
  void withoutReleaseEachListenerReceivesAnUnbrokenChain() throws InterruptedException {
    List<Step> steps = new ArrayList<>();
    List<ConnectionChange> all = new ArrayList<>();
    List<ConnectionChange> nested = new ArrayList<>();
    RoomConnection connection = connection(steps);
    Random random = new Random(3);
    connection.addListener(change -> alone(listening, () -> all.add(change)));
    connection.addListener(
        change -> {
          nested.add(change);
          if (random.nextInt(4) == 0) {
            connection.leaveChannel();
          }
        });
    connection.initialize();

    run(connection, false);

    assertThat(wrong).isEmpty();
    assertStory(steps, all);
    assertThat(nested).isEqualTo(all);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).sequence()).isEqualTo(i + 1L);
      assertThat(all.get(i).from())
          .isEqualTo(i == 0 ? ConnectionState.DISCONNECTED : all.get(i - 1).to());
    }
  }

  @Test
  @Timeout(30)
  void othersDecideAndNotifyWhileATransportBlocksAndDecideWhileAListenerDoes() throws Exception {
    RoomConnection[] made = new RoomConnection[1];
    List<ReturnCode> codes = new CopyOnWriteArrayList<>();
    RoomConnection connection =
        RoomConnection.builder(
                (request, facts) -> {
                  codes.add(elsewhere(() -> made[0].joinChannel("second", 7).code()));
                  return new RoomConnectionFailureTest.NoSession();
                })
            .onFailure(failure -> wrong.add(failure.cause()))
            .build();
    made[0] = connection;
    List<ConnectionState> told = new ArrayList<>();
    connection.addListener(
        change -> {
          told.add(change.to());
          if (change.to() == ConnectionState.CONNECTING) {
            codes.add(elsewhere(() -> connection.leaveChannel().code()));
            codes.add(elsewhere(() -> connection.leaveChannel().code()));
          }
        });
    connection.initialize();

    connection.joinChannel("first", 7);

    assertThat(wrong).isEmpty();
    assertThat(codes)
        .containsExactly(ReturnCode.OK, ReturnCode.REPEATED_LEAVE, ReturnCode.ALREADY_JOINING);
    assertThat(told).containsExactly(ConnectionState.CONNECTING, ConnectionState.DISCONNECTED);
  }

  /** Gives a command on another thread, and waits for its code. */
  private static ReturnCode elsewhere(Supplier<ReturnCode> command) {
    return CompletableFuture.supplyAsync(command).orTimeout(10, TimeUnit.SECONDS).join();
  }

  private RoomConnection connection(List<Step> steps) {
    return RoomConnection.builder(
            (request, facts) -> {
              alone(asking, () -> handedOut.add(facts));
              return new Trying();
            })
        .onFailure(failure -> wrong.add(failure.cause()))
        .recorder((nanoTime, epoch, step) -> alone(recording, () -> record(steps, nanoTime, step)))
        .build();
  }

  /** Ends one of the latest attempts, one that may be over included. */
  private void endOne(Random random) {
    if (!attempts.isEmpty()) {
      ReconnectAttempt attempt = attempts.get(Math.max(0, attempts.size() - 1 - random.nextInt(2)));
      if (random.nextInt(4) == 0) {
        attempt.failed();
      } else {
        attempt.succeeded();
      }
    }
  }

  /** A session that keeps its attempts for others to end. */
  private final class Trying extends RoomConnectionFailureTest.NoSession {
    @Override
    public void tryToRejoin(ReconnectAttempt attempt) {
      alone(asking, () -> attempts.add(attempt));
    }

    @Override
    public void stopReconnecting() {
      alone(asking, () -> {});
    }

    @Override
    public void announceLeave() {
      alone(asking, () -> {});
    }

    @Override
    public void close() {
      alone(asking, () -> {});
    }
  }

  private void record(List<Step> steps, long nanoTime, Step step) {
    if (!steps.isEmpty() && nanoTime - latestNanoTime < 0) {
      wrong.add(new AssertionError("time went back at step " + steps.size()));
    }
    latestNanoTime = nanoTime;
    steps.add(step);
  }

  /** Runs on one thread at a time or says so. */
  private void alone(AtomicInteger inside, Runnable work) {
    if (inside.incrementAndGet() != 1) {
      wrong.add(new AssertionError("two at a time"));
    }
    work.run();
    inside.decrementAndGet();
  }

  private int run(RoomConnection connection, boolean releasing) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(THREADS);
    AtomicInteger releases = new AtomicInteger();
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(i);
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                  for (int call = 0; call < CALLS; call++) {
                    once(connection, random, releasing ? releases : null);
                  }
                } catch (Throwable thrown) {
                  wrong.add(thrown);
                } finally {
                  done.countDown();
                }
              });
      thread.setDaemon(true);
      thread.start();
    }
    start.countDown();
    assertThat(done.await(50, TimeUnit.SECONDS)).isTrue();
    return releases.get();
  }

  private void once(RoomConnection connection, Random random, @Nullable AtomicInteger releases) {
    int choice = random.nextInt(40);
    if (choice < 3) {
      connection.joinChannel("lobby", 7);
    } else if (choice < 5) {
      connection.leaveChannel();
    } else if (choice == 5 && releases != null) {
      connection.release();
      releases.incrementAndGet();
    } else if (choice < 8) {
      connection.initialize();
    } else if (!handedOut.isEmpty()) {
      int back = random.nextInt(8) == 0 ? 2 : 1;
      RoomFacts facts = handedOut.get(Math.max(0, handedOut.size() - back));
      switch (choice % 8) {
        case 0 -> facts.mediaLost();
        case 1 -> endOne(random);
        case 2 -> facts.signalLost();
        case 3 -> facts.proxyConnecting();
        case 4 -> {
          if (random.nextInt(6) == 0) {
            facts.kicked();
          }
        }
        case 5 -> facts.longLinkFailed();
        default -> facts.joined();
      }
    }
  }

  /** The steps follow one another by the table and its rules; the changes are what they tell. */
  private static void assertStory(List<Step> steps, List<ConnectionChange> changes) {
    Step before = Table.initial();
    List<ConnectionChange> told = new ArrayList<>();
    long number = 0;
    for (Step step : steps) {
      assertThat(step).isEqualTo(Table.step(before.to(), step.event()));
      assertThat(Rule.violated(before, step)).isEmpty();
      for (var notification : step.notifications()) {
        number++;
        told.add(
            new ConnectionChange(
                step.from().state(),
                notification.state(),
                notification.reason(),
                number,
                0,
                Duration.ZERO));
      }
      before = step;
    }
    // A release swallows what was not told yet: what is told is a part of it, in order.
    int next = 0;
    long latest = 0;
    for (ConnectionChange change : changes) {
      assertThat(change.sequence()).isGreaterThan(latest);
      latest = change.sequence();
      while (told.get(next).sequence() != change.sequence()) {
        next++;
      }
      ConnectionChange expected = told.get(next);
      assertThat(change.from()).isEqualTo(expected.from());
      assertThat(change.to()).isEqualTo(expected.to());
      assertThat(change.reason()).isEqualTo(expected.reason());
    }
    if (steps.stream().noneMatch(step -> step.event() == Event.RELEASE)) {
      assertThat(changes).hasSameSizeAs(told);
    }
  }
}
