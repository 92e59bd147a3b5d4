package io.mooring.room.harness.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.mbt.run.InputFormatException;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StimulusTextTest {

  @Test
  void everyKindOfLineIsUnderstood() throws InputFormatException {
    String text =
        """
        # a call
        JoinChannel

          MediaLost   # a loss
        stale 2 Joined
        joinTimeout
        stale 1 reconnectWindow
        in-callback LeaveChannel
        in-callback stale 1 Joined
        in-callback advance 5s
        throw-in-callback
        advance 29s
        attemptFails
        stale 1 attemptSucceeds
        advance 250ms
        sleep 60s
        die away 40s
        die in 3 away 40s known at-most no-way-back
        in-callback die away 1s known unknown
        block transport
        unblock callback
        """;

    assertThat(StimulusText.parse("call.events", text))
        .containsExactly(
            new Stimulus.Command(Event.JOIN_CHANNEL),
            new Stimulus.Fact(Event.MEDIA_LOST, 0),
            new Stimulus.Fact(Event.JOINED, 2),
            new Stimulus.Fire(Timer.JOIN_TIMEOUT, 0),
            new Stimulus.Fire(Timer.RECONNECT_WINDOW, 1),
            new Stimulus.InCallback(Event.LEAVE_CHANNEL),
            new Stimulus.InCallback(new Stimulus.Fact(Event.JOINED, 1)),
            new Stimulus.InCallback(new Stimulus.Advance(Duration.ofSeconds(5))),
            new Stimulus.ThrowInCallback(),
            new Stimulus.Advance(Duration.ofSeconds(29)),
            new Stimulus.AttemptEnds(false, 0),
            new Stimulus.AttemptEnds(true, 1),
            new Stimulus.Advance(Duration.ofMillis(250)),
            new Stimulus.Sleep(Duration.ofSeconds(60)),
            new Stimulus.Die(Duration.ofSeconds(40)),
            new Stimulus.Die(3, Duration.ofSeconds(40), KnownTime.AT_MOST, false),
            new Stimulus.InCallback(
                new Stimulus.Die(0, Duration.ofSeconds(1), KnownTime.UNKNOWN, true)),
            new Stimulus.Block(BlockingCall.TRANSPORT),
            new Stimulus.Unblock(BlockingCall.CALLBACK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MediaLos | \"MediaLos\" is no stimulus (did you mean MediaLost?); allowed: Initialize,"
            + " JoinChannel,",
        "explode | \"explode\" is no stimulus; allowed: Initialize,",
        "Joined twice | \"Joined twice\" does not have the form \"Joined\"",
        "stale Joined | \"stale Joined\" does not have the form \"stale <how many sessions, runs or"
            + " attempts ago> <fact, timer or end>\"",
        "stale 0 Joined | \"0\" is no number of sessions; allowed: 1, 2, 3, ...",
        "stale one Joined | \"one\" is no number of sessions; allowed: 1, 2, 3, ...",
        "stale 1 LeaveChannel | \"LeaveChannel\" is not a fact; allowed: Joined,",
        "in-callback explode | \"explode\" is no stimulus; allowed: Initialize,",
        "in-callback in-callback Kicked | \"in-callback in-callback Kicked\" does not have the form"
            + " \"in-callback <command, fact, timer, end of an attempt, advance, sleep or die>\"",
        "in-callback block callback | \"in-callback block callback\" does not have the form",
        "die | \"die\" does not have the form \"die [in <moments>] away <duration> [known <what>]"
            + " [no-way-back]\"",
        "die in 0 away 1s | \"0\" is no number of moments; allowed: 1, 2, 3, ...",
        "die in | \"die in\" does not have the form",
        "die away 1s known nothing | \"nothing\" is not known here; allowed: exactly, between,"
            + " at-most, unknown",
        "die away 1s no-way-back soon | \"die away 1s no-way-back soon\" does not have the form",
        "die away 1h | \"1h\" is no duration",
        "sleep | \"sleep\" does not have the form \"sleep <duration>\"",
        "block store | \"store\" is not known here; allowed: callback, transport",
        "unblock | \"unblock\" does not have the form \"unblock <callback or transport>\"",
        "in-callback | \"in-callback\" does not have the form",
        "advance 29 | \"29\" is no duration; allowed: a whole number with ms or s, such as 250ms or"
            + " 29s",
        "advance -1s | \"-1s\" is no duration; allowed:",
        "advance 1.5s | \"1.5s\" is no duration; allowed:",
        "advance s | \"s\" is no duration; allowed:",
        "advance 99999999999s | \"99999999999s\" is no duration; allowed:",
      })
  void aLineThatIsNotUnderstoodIsNamedWithWhatIsAllowed(String line, String message) {
    assertThatThrownBy(() -> StimulusText.parse("call.events", "JoinChannel\n\n" + line + "\n"))
        .isInstanceOf(InputFormatException.class)
        .hasMessageStartingWith("call.events:3: " + message);
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
    Path absent = folder.resolve("absent.events");

    assertThatThrownBy(() -> StimulusText.read(absent))
        .isInstanceOf(InputFormatException.class)
        .hasMessage(absent + ": there is no such file");
  }

  @Test
  void aFileThatIsNoTextIsNamed(@TempDir Path folder) throws Exception {
    Path binary = Files.write(folder.resolve("binary.events"), new byte[] {(byte) 0xC3, 0x28});

    assertThatThrownBy(() -> StimulusText.read(binary))
        .isInstanceOf(InputFormatException.class)
        .hasMessageStartingWith(binary + ": cannot be read as UTF-8 text");
  }
}
