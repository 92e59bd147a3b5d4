package io.mooring.room;

import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.DISCONNECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The step log of a connection, and its use in failures. */
final class StepLogTest {

  private static RoomConnection.Builder quiet() {
    return RoomConnection.builder((request, facts) -> new RoomConnectionFailureTest.NoSession());
  }

  @Test
  void eachLineSaysWhenInWhichSessionFromWhereToWhereAndWhatBecameOfIt() {
    Rig rig = Rig.in(DISCONNECTED);
    rig.join();
    RoomFacts first = rig.facts();
    rig.scheduler.pass(Duration.ofMillis(1250));
    first.joined();
    rig.join();
    rig.scheduler.pass(Duration.ofHours(1));
    rig.connection.leaveChannel();
    rig.join();
    first.mediaLost();

    assertThat(rig.connection.stepLog())
        .isEqualTo(
            """
                 0.000 s  session 1  DISCONNECTED --JOIN_CHANNEL--> CONNECTING, taken, OK
                 1.250 s  session 1  CONNECTING --JOINED--> CONNECTED, taken
                 1.250 s  session 1  CONNECTED --JOIN_CHANNEL--> CONNECTED, refused, ALREADY_JOINED
              3601.250 s  session 1  CONNECTED --LEAVE_CHANNEL--> DISCONNECTED_DEPARTED, taken, OK
              3601.250 s  session 2  DISCONNECTED_DEPARTED --JOIN_CHANNEL--> CONNECTING, taken, OK
              3601.250 s  session 1  MEDIA_LOST was stale\
            """);
  }

  @Test
  void longTimesArePrintedInSeconds() {
    StepLog log = StepLog.ofSize(3).begun();
    Step step = Table.step(Location.CONNECTED, Event.MEDIA_LOST);
    log.add(step, false, 1, 0);
    log.add(step, false, 1, Duration.ofMillis(Integer.MAX_VALUE).toNanos());
    log.add(step, false, 1, Duration.ofMillis(Integer.MAX_VALUE + 1353L).toNanos());

    assertThat(log.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("     0.000 s"),
            line -> assertThat(line).startsWith("2147483.647 s"),
            line -> assertThat(line).startsWith("2147485.000 s"));
  }

  @Test
  void whatChangesNothingNeedsNoClockAndHasNoTime() {
    RoomConnection connection = quiet().build();
    connection.initialize();
    connection.joinChannel("lobby", 7);
    connection.leaveChannel();
    connection.release();

    assertThat(connection.stepLog().lines())
        .hasSize(3)
        .last()
        .asString()
        .isEqualTo(
            " ".repeat(12) + "  session 1  DISCONNECTED_DEPARTED --RELEASE--> UNKNOWN, taken, OK");
  }

  @Test
  void theOldestMakesRoom() {
    RoomConnection connection = quiet().stepLog(3).build();
    connection.initialize();
    for (int i = 0; i < 100; i++) {
      connection.joinChannel("lobby", 7);
      connection.leaveChannel();
      assertThat(connection.stepLog().lines())
          .hasSize(i == 0 ? 2 : 3)
          .last()
          .asString()
          .contains("session " + (i + 1) + " ", "LEAVE_CHANNEL");
    }
  }

  @Test
  void everyRowOfTheTableIsPrintedWithItsParts() {
    for (Step step : Table.steps()) {
      StepLog log = StepLog.ofSize(1).begun();
      log.add(step, false, 1, 0);
      String arrow = step.from() + " --" + step.event() + "--> " + step.to();
      String code = step.event().isCommand() ? ", " + step.code() : "";
      assertThat(log.toString())
          .endsWith("session 1  " + arrow + ", " + step.outcome().value() + code);
    }
  }

  @Test
  void aSessionsNumberIsReadBackUnchanged() {
    long late = (1L << 40) + 5;
    StepLog log = StepLog.ofSize(2).begun();
    Step step = Table.step(Location.CONNECTED, Event.MEDIA_LOST);
    log.add(step, true, late - 30_000, 0);
    log.add(step, false, late, 0);

    assertThat(log.toString())
        .contains("session " + (late - 30_000) + " ", "session " + late + " ");
  }

  @Test
  void aRestoredConnectionSaysWhatItDecidedOfItself() {
    RoomConnection restored = quiet().restore(Rig.in(CONNECTED).connection.capture()).build();

    assertThat(restored.stepLog().lines())
        .hasSize(2)
        .first()
        .asString()
        .endsWith("session 1  CONNECTED --SIGNAL_LOST--> RECONNECTING, taken");
  }

  @Test
  void aLogOfSizeZeroKeepsNothing() {
    RoomConnection connection = quiet().stepLog(0).build();
    connection.initialize();
    connection.joinChannel("lobby", 7);

    assertThat(connection.stepLog()).isEmpty();
  }

  @Test
  void aLogOfLessThanNothingIsRefused() {
    assertThatThrownBy(() -> quiet().stepLog(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stepLog size must be >= 0, but was -1");
  }

  @Test
  void aFailureHasTheStepsBefore() {
    Rig rig = Rig.in(CONNECTED);
    rig.during.put(
        "close",
        () -> {
          throw new IllegalStateException("gone");
        });

    rig.connection.leaveChannel();

    assertThat(rig.failures).hasSize(1);
    assertThat(rig.failures.get(0).history()).isEqualTo(rig.connection.stepLog()).isNotEmpty();
    assertThat(rig.failures.get(0).toString().lines().toList())
        .startsWith(
            "TRANSPORT failed at close in session 1: java.lang.IllegalStateException: gone;"
                + " the last steps, oldest first:")
        .endsWith(
            "     0.000 s  session 1  CONNECTED --LEAVE_CHANNEL--> DISCONNECTED_DEPARTED,"
                + " taken, OK");
  }

  @Test
  void anEngineThatLeavesTheTableIsReportedOnceWithTheStepsBefore() {
    RoomConnection connection = quiet().engine(Astray::new).build();
    connection.initialize();
    connection.joinChannel("lobby", 7);

    assertThatThrownBy(connection::leaveChannel)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("astray; the last steps, oldest first:\n" + connection.stepLog());
    CallFailure failure =
        new CallFailure(
            CallFailure.Callee.ENGINE, "step", 1, new IllegalStateException("astray"), "");
    assertThat(failure.toString().lines()).hasSize(1);
  }

  /** An engine that says itself that it cannot leave. */
  private static final class Astray implements Engine {
    private final CompiledEngine right = new CompiledEngine();

    @Override
    public Location location() {
      return right.location();
    }

    @Override
    public Step step(Event event) {
      if (event == Event.LEAVE_CHANNEL) {
        throw new IllegalStateException("astray");
      }
      return right.step(event);
    }
  }
}
