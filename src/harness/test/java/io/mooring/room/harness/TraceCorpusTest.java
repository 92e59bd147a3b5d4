package io.mooring.room.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.codegen.sink.WrittenText;
import io.mooring.mbt.run.InputFormatException;
import io.mooring.room.CompiledEngine;
import io.mooring.room.Engine;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomScheduler;
import io.mooring.room.harness.model.Commands;
import io.mooring.room.harness.model.Stimulus;
import io.mooring.room.harness.model.StimulusText;
import io.mooring.room.harness.trace.Objection;
import io.mooring.room.harness.trace.TraceValidator;
import io.mooring.room.harness.trace.ValidationReport;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The traces in {@code src/harness/test/traces}: each is what real connections told, sound ones or
 * ones with a fault, and the bad ones are named after the class of bugs that the fault is of.
 *
 * <p>With {@code -Dmooring.write=true} they are written, otherwise compared.
 */
final class TraceCorpusTest {

  private static final Path FOLDER = Path.of("test/traces");
  private static final String IN_THE_ROOM =
      "Initialize\nJoinChannel\nadvance 1s\nJoined\nadvance 9s\n";
  private static final String LOST = IN_THE_ROOM + "SignalLost\n";
  private static final Supplier<Engine> SOUND = CompiledEngine::new;

  /**
   * A trace.
   *
   * @param name of the file
   * @param engine what decides
   * @param window how long a reconnect window really is; zero for one that never ends
   * @param events what happens
   * @param objection what is said of it; empty if it is good
   */
  private record Sample(
      String name, Supplier<Engine> engine, Duration window, String events, String objection) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Sample good(String name, String events) {
    return new Sample(name, SOUND, RoomConnection.DEFAULT_RECONNECT_WINDOW, events, "");
  }

  private static Sample bad(String name, Supplier<Engine> engine, String events, String objection) {
    return new Sample(name, engine, RoomConnection.DEFAULT_RECONNECT_WINDOW, events, objection);
  }

  private static Sample late(String name, Duration window, String objection) {
    return new Sample(name, SOUND, window, LOST + "advance 120s\nLeaveChannel\n", objection);
  }

  /** An engine in which an event brings about a change that it must not. */
  private static Supplier<Engine> telling(
      Location from, Event event, Location to, ConnectionReason reason) {
    return TamperedEngine.changed(from, event, step -> taken(step, to, reason));
  }

  private static Step taken(Step step, Location to, ConnectionReason reason) {
    return telling(step, Outcome.TAKEN, to, List.of(new Notification(to.state(), reason)));
  }

  private static Step silenced(Step step) {
    return telling(step, step.outcome(), step.to(), List.of());
  }

  private static Step telling(Step step, Outcome outcome, Location to, List<Notification> told) {
    return new Step(
        step.from(), step.event(), outcome, to, ReturnCode.OK, told, step.effects(), step.source());
  }

  static Stream<Sample> samples() {
    return Stream.of(
        good("joined-and-left", IN_THE_ROOM + "LeaveChannel\nadvance 5s\nRelease\n"),
        good("reconnected", LOST + "advance 4s\nRejoined\nadvance 60s\nKicked\n"),
        good("given-up", LOST + "advance 60s\nJoinChannel\nadvance 2s\nJoined\n"),
        good("left-while-reconnecting", LOST + "advance 10s\nLeaveChannel\nRejoined\n"),
        good("through-a-proxy", "Initialize\nJoinChannel\nProxyConnecting\nadvance 3s\nJoined\n"),
        bad(
            "B1-leave-loses-against-reconnect",
            telling(
                Location.DISCONNECTED_DEPARTED,
                Event.REJOINED,
                Location.CONNECTED,
                ConnectionReason.REJOIN_SUCCEED),
            LOST + "advance 3s\nLeaveChannel\nRejoined\n",
            "(CONNECTED, REJOIN_SUCCEED) is not allowed in DISCONNECTED"),
        late("B3-outcome-never-told", Duration.ZERO, "by B7_NotTooLateInv"),
        late("B7-window-from-an-earlier-episode", Duration.ofSeconds(12), "by B7_NotTooEarlyProp"),
        late("B7-window-started-again", Duration.ofSeconds(70), "by B7_NotTooLateInv"),
        bad(
            "B8-kick-told-twice",
            telling(
                Location.DISCONNECTED,
                Event.KICKED,
                Location.DISCONNECTED,
                ConnectionReason.BE_KICKED),
            IN_THE_ROOM + "Kicked\nadvance 1s\nKicked\n",
            "(DISCONNECTED, BE_KICKED) is not allowed in DISCONNECTED"),
        bad(
            "B8-loss-told-twice",
            telling(
                Location.RECONNECTING,
                Event.MEDIA_LOST,
                Location.RECONNECTING,
                ConnectionReason.MEDIA_CONNECTION_DISCONNECTED),
            LOST + "advance 2s\nMediaLost\n",
            "(RECONNECTING, MEDIA_CONNECTION_DISCONNECTED) is not allowed in RECONNECTING"),
        bad(
            "B9-client-fights-a-kick",
            telling(
                Location.DISCONNECTED,
                Event.SIGNAL_LOST,
                Location.RECONNECTING,
                ConnectionReason.SIGNAL_DISCONNECTED),
            IN_THE_ROOM + "Kicked\nSignalLost\n",
            "(RECONNECTING, SIGNAL_DISCONNECTED) is not allowed in DISCONNECTED"),
        bad(
            "B10-join-answered-twice",
            telling(
                Location.CONNECTED,
                Event.JOINED,
                Location.CONNECTED,
                ConnectionReason.JOIN_SUCCEED),
            IN_THE_ROOM + "Joined\n",
            "(CONNECTED, JOIN_SUCCEED) is not allowed in CONNECTED"),
        bad(
            "B11-second-join-restarts",
            telling(
                Location.CONNECTED,
                Event.JOIN_CHANNEL,
                Location.CONNECTING,
                ConnectionReason.JOIN_CHANNEL),
            IN_THE_ROOM + "JoinChannel\n",
            "(CONNECTING, JOIN_CHANNEL) is not allowed in CONNECTED"),
        bad(
            "B12-callback-after-release",
            telling(
                Location.UNKNOWN, Event.KICKED, Location.DISCONNECTED, ConnectionReason.BE_KICKED),
            IN_THE_ROOM + "Release\nadvance 1s\nKicked\n",
            "(DISCONNECTED, BE_KICKED) is not allowed in UNKNOWN"),
        bad(
            "B15-success-never-told",
            TamperedEngine.changed(Location.CONNECTING, Event.JOINED, TraceCorpusTest::silenced),
            LOST,
            "(RECONNECTING, SIGNAL_DISCONNECTED) is not allowed in CONNECTING"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void eachIsWhatItsConnectionTellsAndIsJudgedAsItIsNamed(Sample sample)
      throws IOException, InputFormatException {
    Path file = FOLDER.resolve(sample.name() + ".ndjson");
    WrittenText.file(file)
        .require(run(sample), "mvn -q -pl src/harness -am verify -Dmooring.write=true");

    ValidationReport report =
        TraceValidator.validate(List.of(file), TraceValidator.Options.DEFAULT);
    assertThat(report.faults()).isEmpty();
    if (sample.objection().isEmpty()) {
      assertThat(report.objections()).isEmpty();
    } else {
      assertThat(report.objections())
          .singleElement()
          .extracting(Objection::message)
          .asString()
          .contains(sample.objection());
    }
  }

  @Test
  void thereAreNoOthers() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              samples().map(each -> each.name() + ".ndjson").toList());
    }
  }

  /** Runs a connection, and a sound one that joins at the end: that time goes on is seen. */
  private static String run(Sample sample) throws InputFormatException {
    VirtualTime time = VirtualTime.friendly();
    SimulatedTransport network = new SimulatedTransport();
    StringBuilder trace = new StringBuilder();
    RoomConnection room =
        listened(
            "a",
            RoomConnection.builder(network)
                .engine(sample.engine())
                .scheduler(windowed(time, sample.window())),
            time,
            trace);
    for (Stimulus stimulus : StimulusText.parse(sample.name(), sample.events())) {
      if (stimulus instanceof Stimulus.Command command) {
        Commands.give(room, command.event());
        if (command.event() == Event.RELEASE) {
          write(trace, time, "a", "\"event\":\"Release\"");
        }
      } else if (stimulus instanceof Stimulus.Fact fact) {
        network.sessions().get(0).report(fact.event());
      } else if (stimulus instanceof Stimulus.Advance advance) {
        time.advance(advance.by());
      }
    }
    RoomConnection other =
        listened(
            "b", RoomConnection.builder(new SimulatedTransport()).scheduler(time), time, trace);
    other.initialize();
    other.joinChannel("lobby", 8);
    return trace.toString();
  }

  private static RoomConnection listened(
      String name, RoomConnection.Builder builder, VirtualTime time, StringBuilder trace) {
    RoomConnection room = builder.onFailure(failure -> {}).build();
    room.addListener(
        change ->
            write(
                trace,
                time,
                name,
                String.format(
                    Locale.ROOT,
                    "\"state\":\"%s\",\"reason\":\"%s\"",
                    change.to(),
                    change.reason())));
    return room;
  }

  private static void write(StringBuilder trace, VirtualTime time, String session, String what) {
    trace.append(
        String.format(
            Locale.ROOT,
            "{\"time\":%d,\"session\":\"%s\",%s}\n",
            time.nanoTime() / 1_000_000,
            session,
            what));
  }

  /**
   * Timers by which reconnect windows are as long as somebody made them by mistake. A connection
   * that can read a clock notices; so this one stands still.
   */
  private static RoomScheduler windowed(VirtualTime time, Duration window) {
    boolean sound = window.equals(RoomConnection.DEFAULT_RECONNECT_WINDOW);
    return new RoomScheduler() {
      @Override
      public long nanoTime() {
        return sound ? time.nanoTime() : 0;
      }

      @Override
      public Cancellable schedule(Duration delay, Runnable task) {
        boolean isWindow = delay.equals(RoomConnection.DEFAULT_RECONNECT_WINDOW);
        return isWindow && window.isZero()
            ? () -> {}
            : time.schedule(isWindow ? window : delay, task);
      }
    };
  }
}
