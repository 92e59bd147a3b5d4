package io.mooring.room.janus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.ReconnectPolicy;
import io.mooring.room.RoomConnection;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.janus.TimedRecord.Entry;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records that were tampered with: the judge of real runs finds what is wrong with each. */
final class TimedRecordTest {
  private static List<Entry> sound;

  /** A join, a loss, an attempt that fails, one that succeeds, and a leave. */
  @BeforeAll
  static void run() throws IOException {
    TimedRun run = new TimedRun();
    try (ScriptedServer server = new ScriptedServer();
        JanusTransport transport = JanusTransport.builder(server.address()).build()) {
      RoomConnection room =
          run.around(RoomConnection.builder(run.transport(transport)), (time, epoch, step) -> {})
              .reconnectPolicy(
                  ReconnectPolicy.exponential(Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 0))
              .build();
      run.watch(room);
      room.addListener(run.listener(change -> {}));
      room.initialize();
      room.joinChannel("5", 1).outcome().toCompletableFuture().join();
      AtomicBoolean refused = new AtomicBoolean();
      server.answers(
          asked ->
              asked.equals("claim") && refused.compareAndSet(false, true)
                  ? "{\"janus\":\"error\",\"error\":{\"code\":403}}"
                  : ScriptedServer.friendly(asked));
      server.cut();
      Waiting.until(
          () ->
              room.reconnectAttempts() > 1
                  && room.getConnectionState() == ConnectionState.CONNECTED,
          () -> "back");
      room.leaveChannel().outcome().toCompletableFuture().join();
      room.release();
    }
    sound = run.record().entries();
  }

  private static Optional<String> objection(List<Entry> entries) {
    return new TimedRecord(entries).objection();
  }

  private static int first(Predicate<Observation> wanted) {
    for (int i = 0; i < sound.size(); i++) {
      if (wanted.test(sound.get(i).seen())) {
        return i;
      }
    }
    throw new AssertionError("not among " + sound);
  }

  private static boolean isAttempt(Observation seen, int number) {
    return seen instanceof Observation.AttemptBegan begun && begun.number() == number;
  }

  /** Everything from there on comes so much later. */
  private static List<Entry> later(int from, long nanos) {
    List<Entry> entries = new ArrayList<>(sound);
    for (int i = from; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      entries.set(i, new Entry(entry.nanoTime() + nanos, entry.seen()));
    }
    return entries;
  }

  @Test
  void whatReallyHappenedIsExplained() {
    assertThat(objection(sound)).isEmpty();
  }

  @Test
  void aCallThatIsMissingIsNot() {
    List<Entry> entries = new ArrayList<>(sound);
    entries.remove(
        first(
            seen ->
                seen instanceof Observation.Called call
                    && call.effect() == Effect.STOP_RECONNECTING));
    assertThat(objection(entries)).get().asString().contains("stopReconnecting");
  }

  @Test
  void aCallbackThatComesTwiceIsNot() {
    List<Entry> entries = new ArrayList<>(sound);
    int told = first(seen -> seen instanceof Observation.CallbackBegan);
    entries.add(told + 1, sound.get(told));
    assertThat(objection(entries)).get().asString().contains("no notification is pending");
  }

  @Test
  void anAttemptWithoutAPauseBeforeItIsNot() {
    int failed = first(seen -> seen instanceof Observation.AttemptFailed);
    int next = first(seen -> isAttempt(seen, 2));
    long pause = sound.get(next).nanoTime() - sound.get(failed).nanoTime();
    assertThat(Duration.ofNanos(pause)).isGreaterThan(Duration.ofMillis(900));
    assertThat(objection(later(next, -pause)))
        .get()
        .asString()
        .contains("NextAttempt is not enabled");
  }

  @Test
  void anAttemptThatTakesTooLongIsNot() {
    int begun = first(seen -> isAttempt(seen, 1));
    int after = begun;
    while (!(sound.get(after).seen() instanceof Observation.AttemptFailed)) {
      after++;
    }
    assertThat(objection(later(after, Duration.ofSeconds(12).toNanos())))
        .get()
        .asString()
        .contains("Tick(d = 1) is not enabled");
  }

  @Test
  void aStepThatWasNotTakenIsNot() {
    List<Entry> entries = new ArrayList<>(sound);
    entries.remove(first(seen -> seen instanceof Observation.Decided));
    assertThat(objection(entries)).isPresent();
  }
}
