package io.mooring.room.faults.matrix;

import io.mooring.mbt.trace.TraceValidator;
import io.mooring.mbt.trace.ValidationReport;
import io.mooring.room.RoomConnection;
import io.mooring.room.harness.trace.ConnectionTraces;
import io.mooring.room.spec.Event;
import io.mooring.room.testkit.SimulatedTransport;
import io.mooring.room.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Notifications as connections in the field send them: generated at random, then validated. */
final class FieldTrace {
  private static final List<Event> EVENTS = List.of(Event.values());

  private final VirtualTime time = VirtualTime.friendly();
  private final SimulatedTransport network = new SimulatedTransport();
  private final StringBuilder trace = new StringBuilder();
  private final String name;
  private final Random random;
  private final RoomConnection room;
  private boolean released;

  private FieldTrace(String name, Random random) {
    this.name = name;
    this.random = random;
    room = RoomConnection.builder(network).scheduler(time).onFailure(failure -> {}).build();
    room.addListener(
        change ->
            write(
                String.format(
                    Locale.ROOT,
                    "\"state\":\"%s\",\"reason\":\"%s\"",
                    change.to(),
                    change.reason())));
  }

  /** Sessions of sixty events each: how many events there were, and the first objection. */
  static Map.Entry<Long, String> search(int sessions) throws IOException {
    Path file = Files.createTempFile("callbacks", ".ndjson");
    try {
      long events = 0;
      for (int i = 0; i < sessions; i++) {
        FieldTrace session = new FieldTrace("s" + i, new Random(i));
        for (int j = 0; j < 60; j++, events++) {
          session.step();
        }
        Files.writeString(file, session.trace);
        ValidationReport report =
            ConnectionTraces.validate(List.of(file), TraceValidator.Options.DEFAULT);
        if (!report.rejections().isEmpty()) {
          return Map.entry(events, report.rejections().get(0).message());
        }
      }
      return Map.entry(events, "");
    } finally {
      Files.delete(file);
    }
  }

  private void step() {
    time.advance(
        Duration.ofMillis(
            random.nextInt(10) == 0 ? random.nextInt(40_000) : random.nextInt(3_000)));
    give(random.nextInt(3) == 0 ? EVENTS.get(random.nextInt(EVENTS.size())) : towardsTheRoom());
  }

  /** {@return the event that a client in this state waits for} */
  private Event towardsTheRoom() {
    return switch (room.getConnectionState()) {
      case UNKNOWN -> Event.INITIALIZE;
      case DISCONNECTED, FAILED -> Event.JOIN_CHANNEL;
      case CONNECTING -> Event.JOINED;
      case CONNECTED -> Event.SIGNAL_LOST;
      case RECONNECTING -> Event.REJOINED;
    };
  }

  private void give(Event event) {
    switch (event) {
      case INITIALIZE -> initialize();
      case JOIN_CHANNEL -> room.joinChannel("room", 7);
      case LEAVE_CHANNEL -> room.leaveChannel();
      case RELEASE -> {
        room.release();
        released = true;
        write("\"event\":\"Release\"");
      }
      case RECONNECT_WINDOW_USED_UP -> time.advance(Duration.ofMinutes(1));
      default -> state(event);
    }
  }

  /** Listeners are not notified of another initialisation of a client. */
  private void initialize() {
    if (released) {
      released = false;
      write("\"event\":\"Initialize\"");
    }
    room.initialize();
  }

  private void state(Event fact) {
    int sessions = network.sessions().size();
    int ago = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
    if (ago < sessions) {
      SimulatedTransport.Session session = network.sessions().get(sessions - 1 - ago);
      if (!fact.isOfAttempt() || !session.attempts().isEmpty()) {
        session.report(fact);
      }
    }
  }

  private void write(String what) {
    trace.append(
        String.format(
            Locale.ROOT,
            "{\"time\":%d,\"session\":\"%s\",%s}\n",
            time.nanoTime() / 1_000_000,
            name,
            what));
  }
}
