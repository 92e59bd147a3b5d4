package io.mooring.room.harness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.room.monitor.ConnectionMonitor;
import io.mooring.room.monitor.Verdict;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The monitor of the library and the one that is generated from the room's specification give the
 * same verdicts, with the same reasons, on the same callbacks and commands.
 */
final class ConnectionMonitorConformance {

  private static final List<Event> EVENTS = List.of(Event.values());
  private static final int CALLBACKS = 3_000;

  private final Random random = new Random(1);

  @Test
  void bothMonitorsAgreeOnEveryCallback(@TempDir Path folder) throws Exception {
    try (GeneratedRoomMonitor generated = GeneratedRoomMonitor.in(folder)) {
      agree(generated);
    }
  }

  private void agree(GeneratedRoomMonitor generated) {
    ConnectionMonitor monitor = ConnectionMonitor.ofInitialized(change -> {});
    Location real = Table.step(Table.initial().to(), Event.INITIALIZE).to();
    int forbidden = 0;
    for (int i = 0; i < CALLBACKS; i++) {
      Event event = EVENTS.get(random.nextInt(EVENTS.size()));
      Step step = Table.step(real, event);
      real = step.to();
      List<Notification> seen = random.nextInt(10) == 0 ? List.of(any()) : step.notifications();
      for (Notification each : seen) {
        Verdict verdict =
            monitor.onConnectionStateChange(each.state().code(), each.reason().code());
        String other = generated.observe(each.state() + " " + each.reason());

        assertThat(other).startsWith(words(verdict) + " -> ");
        agreeOnTheStates(monitor, other);
        if (!verdict.isAllowed()) {
          forbidden++;
          real = locations(other).get(0);
        }
      }
      if (seen.isEmpty() && step.outcome() == Outcome.TAKEN) {
        called(monitor, generated, event);
      }
    }
    assertThat(forbidden).isBetween(CALLBACKS / 50, CALLBACKS / 2);
  }

  /** The two commands that change the state without a callback. */
  private static void called(
      ConnectionMonitor monitor, GeneratedRoomMonitor generated, Event event) {
    if (event == Event.INITIALIZE) {
      monitor.initialized();
      agreeOnTheStates(monitor, generated.observe(event.name()));
    } else if (event == Event.RELEASE) {
      monitor.released();
      agreeOnTheStates(monitor, generated.observe(event.name()));
    }
  }

  private Notification any() {
    ConnectionState[] states = ConnectionState.values();
    ConnectionReason[] reasons = ConnectionReason.values();
    return new Notification(
        states[random.nextInt(states.length)], reasons[random.nextInt(reasons.length)]);
  }

  private static void agreeOnTheStates(ConnectionMonitor monitor, String other) {
    assertThat(locations(other))
        .extracting(Location::state)
        .isSubsetOf(monitor.possibleStates())
        .containsAll(monitor.possibleStates());
  }

  /** The possible locations of the generated monitor. */
  private static List<Location> locations(String other) {
    String names = other.substring(other.lastIndexOf('[') + 1, other.length() - 1);
    return Stream.of(names.split(", ", -1)).map(Location::valueOf).toList();
  }

  private static String words(Verdict verdict) {
    if (verdict instanceof Verdict.Forbidden forbidden) {
      return "forbidden from "
          + forbidden.from().stream().map(Location::name).sorted().toList()
          + ", breaks "
          + forbidden.rules()
          + ", missing "
          + steps(forbidden.missing());
    }
    return "allowed " + steps(((Verdict.Allowed) verdict).causes());
  }

  private static String steps(List<Step> steps) {
    return steps.stream()
        .map(step -> step.from() + " " + step.event() + " " + step.to())
        .collect(Collectors.joining(", "));
  }
}
