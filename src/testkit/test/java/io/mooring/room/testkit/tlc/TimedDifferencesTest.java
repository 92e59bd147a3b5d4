package io.mooring.room.testkit.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.CompiledEngine;
import io.mooring.room.ReconnectPolicy;
import io.mooring.room.testkit.EventListException;
import io.mooring.room.testkit.EventListText;
import io.mooring.room.testkit.TimedHarness;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Where the connection and the timed specification are known to differ. Random schedules leave
 * these runs out; when one of them is allowed some day, they need not any more.
 */
class TimedDifferencesTest {
  private static final TimedOracle TLC = Specification.timed(Duration.ofSeconds(1), 3);
  private static final TimedHarness HARNESS = TimedHarness.of(CompiledEngine::new, TLC);
  private static final String IN_THE_ROOM = "Initialize\nJoinChannel\nJoined\n";

  @AfterAll
  static void close() {
    TLC.close();
  }

  /** The specification has every pause as long as the shortest. */
  @Test
  void aLongerPauseBetweenAttempts() throws EventListException {
    assertThat(
            rejection(
                HARNESS.withReconnectPolicy(
                    ReconnectPolicy.exponential(
                        Duration.ofSeconds(2), 2, Duration.ofSeconds(8), 0)),
                IN_THE_ROOM + "MediaLost\nattemptFails\nadvance 2s\n"))
        .startsWith("the specification does not allow: time 2.000 s\n  because Tick is not enabled")
        .contains("attemptLeft = 0,", "phase = \"waiting\"", "Enabled there: NextAttempt, ");
  }

  /** The specification's attempts do not wait for a callback. */
  @Test
  void aSlowCallbackThatDelaysTheNextAttempt() throws EventListException {
    assertThat(
            rejection(
                HARNESS,
                IN_THE_ROOM + "in-callback attemptFails\nin-callback advance 2s\nMediaLost\n"))
        .startsWith("the specification does not allow: time 2.000 s\n  because Tick is not enabled")
        .contains("calling = TRUE", "Enabled there: CallbackReturns, NextAttempt, ");
  }

  /** The specification's attempts go on until what ends them is carried out. */
  @Test
  void anAttemptThatFailsOnceALeaveIsDecided() throws EventListException {
    assertThat(
            rejection(
                HARNESS,
                IN_THE_ROOM + "in-callback LeaveChannel\nin-callback attemptFails\nMediaLost\n"))
        .startsWith(
            "the specification does not allow: dropped the failure of attempt 1\n"
                + "  because in the specification that attempt is under way, and fails");
  }

  private static String rejection(TimedHarness harness, String list) throws EventListException {
    return harness.walk(EventListText.parse("test", list)).violation().orElseThrow().message();
  }
}
