package io.mooring.room.cli;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Timing;
import io.mooring.room.testkit.Presence;
import io.mooring.room.testkit.call.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Summarises many simulated calls, and what in them violates a guarantee. */
final class CallSummary {

  private int played;
  private int faults;
  private int unnoticed;
  private int gone;
  private int rejoined;
  private int failed;
  private int failedFirst;
  private int leftFirst;
  private int notified;
  private int rejoinedAfterNotified;
  private @Nullable Duration earliest;
  private @Nullable Duration latest;

  /** Counts a call; says what is wrong with it, if anything is. */
  Optional<String> add(Call call) {
    played++;
    Optional<Duration> reconnecting = call.reached(ConnectionState.RECONNECTING);
    Optional<Duration> back = call.rejoined();
    Optional<Duration> gaveUp = call.reached(ConnectionState.FAILED);
    Optional<Duration> left = call.notified(Presence.TIMED_OUT);
    gone += call.isGone() ? 1 : 0;
    unnoticed += reconnecting.isEmpty() && !call.isGone() ? 1 : 0;
    rejoined += back.isPresent() ? 1 : 0;
    notified += left.isPresent() ? 1 : 0;
    rejoinedAfterNotified += later(back, left) ? 1 : 0;
    gaveUp.ifPresent(
        at -> {
          failed++;
          earliest = earliest == null || at.compareTo(earliest) < 0 ? at : earliest;
          latest = latest == null || at.compareTo(latest) > 0 ? at : latest;
        });
    failedFirst += later(left, gaveUp) ? 1 : 0;
    leftFirst += later(gaveUp, left) ? 1 : 0;
    Optional<String> fault = fault(call, reconnecting, back, gaveUp);
    faults += fault.isPresent() ? 1 : 0;
    return fault;
  }

  private static Optional<String> fault(
      Call call,
      Optional<Duration> reconnecting,
      Optional<Duration> back,
      Optional<Duration> gaveUp) {
    Duration latest = latest(call);
    if (gaveUp.isPresent()
        && (gaveUp.get().compareTo(Timing.GIVE_UP_AT_LEAST) < 0
            || gaveUp.get().compareTo(latest) > 0)) {
      return Optional.of(
          "A gave up "
              + seconds(gaveUp.get())
              + " after the loss, not "
              + seconds(Timing.GIVE_UP_AT_LEAST)
              + " to "
              + seconds(latest));
    }
    if (back.isPresent() && back.get().compareTo(Timing.GIVE_UP_AT_MOST) > 0) {
      return Optional.of(
          "A was back "
              + seconds(back.get())
              + " after the loss, later than "
              + seconds(Timing.GIVE_UP_AT_MOST));
    }
    if (reconnecting.isPresent() && back.isEmpty() && gaveUp.isEmpty() && !call.isGone()) {
      return Optional.of("A's reconnecting had no outcome");
    }
    if (back.isPresent() && gaveUp.isPresent()) {
      return Optional.of("A's reconnecting had two outcomes");
    }
    return Optional.empty();
  }

  /** A client that is dead or asleep at the deadline gives up as soon as it is back. */
  private static Duration latest(Call call) {
    return call.schedule()
        .awayFrom()
        .flatMap(from -> call.schedule().back())
        .filter(there -> there.compareTo(Timing.GIVE_UP_AT_MOST) > 0)
        .orElse(Timing.GIVE_UP_AT_MOST);
  }

  private static boolean later(Optional<Duration> one, Optional<Duration> other) {
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) > 0;
  }

  int played() {
    return played;
  }

  int faults() {
    return faults;
  }

  /** The sums, in aligned lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line(played, "schedules played, A back after 0 s to 60 s or never"));
    lines.add(line(unnoticed, "A did not notice: the network was back too soon"));
    if (gone > 0) {
      lines.add(line(gone, "A's process never came back"));
    }
    lines.add(line(rejoined, "A is back in the room"));
    lines.add(line(failed, "A gave up" + range()));
    lines.add(line(notified, "B was notified that A left"));
    lines.add(line(rejoinedAfterNotified, "... and then that A joined again"));
    lines.add(line(failedFirst, "A gave up before B was notified that A left"));
    lines.add(line(leftFirst, "B was notified that A left before A gave up"));
    lines.add(line(faults, "calls with a violation"));
    return lines;
  }

  private String range() {
    return earliest == null || latest == null
        ? ""
        : ", "
            + seconds(earliest)
            + " after the loss at the earliest, "
            + seconds(latest)
            + " at the latest";
  }

  private static String line(int count, String words) {
    return String.format(Locale.ROOT, "%,7d  %s", count, words);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
