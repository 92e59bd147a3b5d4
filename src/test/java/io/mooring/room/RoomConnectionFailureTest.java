package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTING;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exceptions are reported, and change nothing else. */
final class RoomConnectionFailureTest {

  private static void boom() {
    throw new IllegalArgumentException("boom");
  }

  @Test
  void aListenerThatThrowsStopsNoOtherAndChangesNoState() {
    Rig rig = Rig.in(CONNECTING);
    List<ConnectionChange> second = new ArrayList<>();
    rig.connection.addListener(second::add);
    rig.onState.put(CONNECTED, RoomConnectionFailureTest::boom);

    rig.facts().joined();

    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(second).hasSize(1);
    assertThat(rig.failures).hasSize(1);
    assertThat(rig.failures.get(0).toString())
        .startsWith(
            "LISTENER failed at CONNECTING -> CONNECTED (JOIN_SUCCEED), change 2 of session 1"
                + " in session 1: java.lang.IllegalArgumentException: boom; the last steps");
  }

  @Test
  void anErrorOfAListenerReachesTheHandlerAndNotTheCaller() {
    Rig rig = Rig.in(CONNECTED);
    StackOverflowError error = new StackOverflowError();
    rig.onState.put(
        DISCONNECTED,
        () -> {
          throw error;
        });

    assertThat(rig.connection.leaveChannel().code()).isEqualTo(ReturnCode.OK);

    assertThat(rig.failures).extracting(CallFailure::cause).containsExactly(error);
    assertThat(rig.join()).isEqualTo(ReturnCode.OK);
    assertThat(rig.log).endsWith("open 2", "recorded JOIN_CHANNEL", "told CONNECTING");
  }

  @Test
  void aHandlerThatThrowsDoesNotStopTheConnection() {
    List<ConnectionChange> heard = new ArrayList<>();
    RoomConnection connection =
        RoomConnection.builder((request, facts) -> new NoSession())
            .onFailure(
                failure -> {
                  // What reaches the log here is one line and a stack trace.
                  throw new StackOverflowError();
                })
            .build();
    connection.addListener(change -> boom());
    connection.addListener(heard::add);
    connection.initialize();

    assertThat(connection.joinChannel("lobby", 7).code()).isEqualTo(ReturnCode.OK);
    assertThat(connection.leaveChannel().code()).isEqualTo(ReturnCode.OK);

    assertThat(heard).hasSize(2);
  }

  @Test
  void aTransportThatThrowsFromOpenFailsTheJoin() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.during.put(
        "open",
        () -> {
          rig.facts().joined();
          boom();
        });

    assertThat(rig.join()).isEqualTo(ReturnCode.OK);

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.changes)
        .extracting(ConnectionChange::reason)
        .containsExactly(ConnectionReason.JOIN_CHANNEL, ConnectionReason.JOIN_CHANNEL_FAILED);
    assertThat(rig.failures).extracting(CallFailure::call).containsExactly("open");
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(1);

    // There is no session, so there is nothing to be told about it and nothing to undo on it.
    rig.facts().joined();
    assertThat(rig.connection.droppedStaleFacts()).isEqualTo(2);
    assertThat(rig.log).doesNotContain("announceLeave 1", "close 1");
    rig.during.clear();
    assertThat(rig.join()).isEqualTo(ReturnCode.OK);
    rig.facts().joined();
    assertThat(rig.state()).isEqualTo(CONNECTED);
  }

  @Test
  void aTransportThatOpensNothingFailsTheJoin() {
    List<CallFailure> failures = new ArrayList<>();
    RoomConnection connection =
        RoomConnection.builder(RoomConnectionFailureTest::openNothing)
            .onFailure(failures::add)
            .build();
    connection.initialize();
    connection.joinChannel("lobby", 7);

    assertThat(connection.getConnectionState()).isEqualTo(FAILED);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).cause()).hasMessage("RoomTransport.open returned null");
  }

  @SuppressWarnings("NullAway") // on purpose: what a caller without null checks may do
  private static RoomSession openNothing(ChannelRequest request, RoomFacts facts) {
    return null;
  }

  @Test
  void aSessionThatThrowsKeepsNothingElseFromHappening() {
    Rig rig = Rig.in(RECONNECTING);
    rig.during.put("stopReconnecting", RoomConnectionFailureTest::boom);
    rig.during.put("announceLeave", RoomConnectionFailureTest::boom);
    rig.during.put("close", RoomConnectionFailureTest::boom);

    rig.connection.leaveChannel();

    assertThat(rig.failures)
        .extracting(CallFailure::call)
        .containsExactly("stopReconnecting", "announceLeave", "close");
    assertThat(rig.failures).extracting(CallFailure::callee).containsOnly(Callee.TRANSPORT);
    assertThat(rig.log).endsWith("close 1", "recorded LEAVE_CHANNEL", "told DISCONNECTED");
  }

  @Test
  void aWindowThatCannotBeMeasuredIsOver() {
    Rig rig = Rig.in(CONNECTED);
    rig.scheduler.refusing = true;

    rig.facts().mediaLost();

    assertThat(rig.state()).isEqualTo(FAILED);
    assertThat(rig.changes).extracting(ConnectionChange::to).containsExactly(RECONNECTING, FAILED);
    assertThat(rig.failures)
        .extracting(CallFailure::callee, CallFailure::call)
        .containsOnly(tuple(Callee.SCHEDULER, "schedule"));
    assertThat(rig.begun).isEmpty();
  }

  @Test
  void aClockThatThrowsEndsWhatItCannotMeasure() {
    List<CallFailure> failures = new ArrayList<>();
    List<RoomFacts> facts = new ArrayList<>();
    Frail scheduler = new Frail();
    RoomConnection connection =
        RoomConnection.builder(
                (request, told) -> {
                  facts.add(told);
                  return new NoSession();
                })
            .scheduler(scheduler)
            .onFailure(failures::add)
            .build();
    connection.initialize();
    assertThat(connection.joinChannel("lobby", 7).code()).isEqualTo(ReturnCode.OK);
    facts.get(0).joined();
    assertThat(connection.getConnectionState()).isEqualTo(CONNECTED);
    assertThat(failures).isEmpty();

    scheduler.broken = true;
    facts.get(0).mediaLost();
    assertThat(connection.getConnectionState()).isEqualTo(FAILED);

    assertThat(connection.joinChannel("lobby", 7).code()).isEqualTo(ReturnCode.OK);
    assertThat(connection.getConnectionState()).isEqualTo(FAILED);
    assertThat(failures).extracting(CallFailure::callee).containsOnly(Callee.SCHEDULER);
  }

  /** A scheduler that can do nothing any more once it is broken. */
  private static final class Frail implements RoomScheduler {
    boolean broken;

    @Override
    public long nanoTime() {
      if (broken) {
        throw new IllegalStateException("no clock");
      }
      return 0;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      if (broken) {
        throw new IllegalStateException("no timer");
      }
      return () -> {};
    }
  }

  @Test
  void aWindowThatCannotBeCancelledIsReportedAndHarmless() {
    Rig rig = Rig.in(RECONNECTING);
    rig.window().stubborn = true;

    rig.attempt().succeeded();
    rig.window().fire();

    assertThat(rig.state()).isEqualTo(CONNECTED);
    assertThat(rig.failures).extracting(CallFailure::call).containsExactly("cancel");
  }

  @Test
  void aRecorderThatThrowsIsReported() {
    List<CallFailure> failures = new ArrayList<>();
    RoomConnection connection =
        RoomConnection.builder((request, facts) -> new NoSession())
            .onFailure(failures::add)
            .recorder((nanoTime, epoch, step) -> boom())
            .build();

    assertThat(connection.initialize()).isEqualTo(ReturnCode.OK);

    assertThat(connection.getConnectionState()).isEqualTo(DISCONNECTED);
    assertThat(failures).extracting(CallFailure::callee).containsExactly(Callee.RECORDER);
  }

  @Test
  void anEngineThatBreaksTellsTheCommandAndReportsTheFact() {
    List<CallFailure> failures = new ArrayList<>();
    List<RoomFacts> facts = new ArrayList<>();
    RoomConnection connection =
        RoomConnection.builder(
                (request, told) -> {
                  facts.add(told);
                  return new NoSession();
                })
            .engine(LostEngine::new)
            .onFailure(failures::add)
            .build();
    connection.initialize();
    connection.joinChannel("lobby", 7);

    facts.get(0).joined();
    assertThatThrownBy(connection::leaveChannel)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "LostEngine answered to LEAVE_CHANNEL in CONNECTING with FAILED --LEAVE_CHANNEL-->");

    assertThat(connection.getConnectionState()).isEqualTo(CONNECTING);
    assertThat(failures).extracting(CallFailure::callee).containsExactly(Callee.ENGINE);
  }

  /** The caller that reports the event does not receive the engine's exception. */
  @ParameterizedTest
  @EnumSource(
      value = Event.class,
      names = {"REJOINED", "RECONNECT_WINDOW_USED_UP", "KICKED"})
  void anEngineThatBreaksIsReportedForEverySourceOfEvents(Event breaking) {
    Rig rig = Rig.in(RECONNECTING, options -> options.engine(() -> new BrokenEngine(breaking)));

    switch (breaking) {
      case REJOINED -> rig.attempt().succeeded();
      case KICKED -> rig.facts().kicked();
      default -> rig.window().fire();
    }

    assertThat(rig.state()).isEqualTo(RECONNECTING);
    assertThat(rig.failures)
        .extracting(CallFailure::callee, failure -> failure.cause().getMessage())
        .containsExactly(tuple(Callee.ENGINE, "no " + breaking));
  }

  /**
   * Facts that were reported while the transport opened are decided afterwards, not in a caller's
   * call.
   */
  @Test
  void anEngineThatBreaksOnAnEarlyFactIsReported() {
    Rig rig = new Rig(options -> options.engine(() -> new BrokenEngine(Event.KICKED)));
    rig.connection.initialize();
    rig.during.put("open", () -> rig.facts().kicked());
    rig.join();

    assertThat(rig.state()).isEqualTo(CONNECTING);
    assertThat(rig.failures).extracting(CallFailure::callee).containsExactly(Callee.ENGINE);
  }

  /** An engine that breaks at one event. */
  private record BrokenEngine(Event breaking, CompiledEngine right) implements Engine {
    BrokenEngine(Event breaking) {
      this(breaking, new CompiledEngine());
    }

    @Override
    public Location location() {
      return right.location();
    }

    @Override
    public Step step(Event event) {
      if (event == breaking) {
        throw new IllegalArgumentException("no " + event);
      }
      return right.step(event);
    }
  }

  /** An engine that forgets where it is once it is connecting. */
  private static final class LostEngine implements Engine {
    private final CompiledEngine right = new CompiledEngine();

    @Override
    public Location location() {
      return right.location();
    }

    @Override
    public Step step(Event event) {
      return right.location() == Location.CONNECTING
          ? Table.step(Location.FAILED, event)
          : right.step(event);
    }

    @Override
    public String toString() {
      return "LostEngine";
    }
  }

  /** A session without a network. */
  static class NoSession implements RoomSession {
    @Override
    public void tryToRejoin(ReconnectAttempt attempt) {}

    @Override
    public void stopReconnecting() {}

    @Override
    public void announceLeave() {}

    @Override
    public void close() {}
  }
}
