package io.mooring.room.harness;

import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How steps, their outputs and times read in every report of the harness. */
final class Wording {

  private Wording() {}

  /**
   * One line: {@code CONNECTED --MediaLost--> RECONNECTING [tells (RECONNECTING, ...);
   * startReconnecting, ...]}.
   */
  static String step(Step step) {
    return step.from()
        + " --"
        + step.event().action()
        + "--> "
        + step.to()
        + " ["
        + outputs(step)
        + "]";
  }

  /** What a step puts out, in words. */
  static String outputs(Step step) {
    List<String> parts = new ArrayList<>();
    if (step.outcome() != Outcome.TAKEN) {
      parts.add(step.outcome().value());
    }
    if (step.code() != ReturnCode.OK) {
      parts.add(step.code() + " " + step.code().code());
    }
    if (!step.notifications().isEmpty()) {
      parts.add(
          "tells "
              + step.notifications().stream()
                  .map(Wording::notification)
                  .collect(Collectors.joining(" ")));
    }
    if (!step.effects().isEmpty()) {
      parts.add(
          "runs " + step.effects().stream().map(Effect::value).collect(Collectors.joining(", ")));
    }
    return parts.isEmpty() ? "silent" : String.join("; ", parts);
  }

  static String notification(Notification told) {
    return "(" + told.state() + ", " + told.reason() + ")";
  }

  static String events(Collection<Event> events) {
    return events.isEmpty()
        ? "(no event)"
        : events.stream().map(Event::action).collect(Collectors.joining(", "));
  }

  /** Seconds with three digits after the point. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }

  static String seconds(Duration duration) {
    return seconds(duration.toNanos());
  }
}
