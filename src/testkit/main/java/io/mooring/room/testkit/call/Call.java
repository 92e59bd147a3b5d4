package io.mooring.room.testkit.call;

import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.testkit.Presence;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What happened in a simulated call, every time counted from the loss of A.
 *
 * @param schedule what was to happen
 * @param changes the callbacks of A's listener
 * @param attempts when A's client began an attempt to get back
 * @param notifications what the server notified B of about A
 * @param end when the simulation ended
 */
public record Call(
    Schedule schedule,
    List<Change> changes,
    List<Duration> attempts,
    List<Notification> notifications,
    Duration end) {

  /** Copies. */
  public Call {
    changes = List.copyOf(changes);
    attempts = List.copyOf(attempts);
    notifications = List.copyOf(notifications);
  }

  /**
   * A callback of A.
   *
   * @param at when
   * @param change what it was called with
   */
  public record Change(Duration at, ConnectionChange change) {}

  /**
   * A notification of B about A.
   *
   * @param at when
   * @param presence what
   */
  public record Notification(Duration at, Presence presence) {}

  /** When A was first notified of a state after the loss, if ever. */
  public Optional<Duration> reached(ConnectionState state) {
    return changes.stream()
        .filter(change -> !change.at().isNegative() && change.change().to() == state)
        .map(Change::at)
        .findFirst();
  }

  /** When A was notified that it is in the room again, if ever. */
  public Optional<Duration> rejoined() {
    return changes.stream()
        .filter(change -> change.change().reason() == ConnectionReason.REJOIN_SUCCEED)
        .map(Change::at)
        .findFirst();
  }

  /** When B was first notified of this about A after the loss, if ever. */
  public Optional<Duration> notified(Presence presence) {
    return notifications.stream()
        .filter(each -> !each.at().isNegative() && each.presence() == presence)
        .map(Notification::at)
        .findFirst();
  }

  /** A sentence that says which case this is. */
  public String title() {
    Optional<String> back = schedule.back().map(Call::seconds);
    return switch (schedule.loss()) {
      case NETWORK ->
          "A's network " + back.map(at -> "is back after " + at).orElse("never comes back");
      case DEATH ->
          "A's process dies, and "
              + back.map(at -> "another one continues after " + at)
                  .orElse("no other one continues");
      case SLEEP ->
          "A's device sleeps without a network, and "
              + back.map(at -> "both are back after " + at).orElse("never wakes up");
    };
  }

  /** A sentence that says how it ended. */
  public String outcome() {
    String own =
        rejoined()
            .map(at -> "A is back in the room at " + seconds(at))
            .or(() -> reached(ConnectionState.FAILED).map(at -> "A gives up at " + seconds(at)))
            .orElse(isGone() ? "A gets no more callbacks" : "A never notices");
    List<String> news =
        notifications.stream()
            .filter(each -> !each.at().isNegative())
            .map(each -> "at " + seconds(each.at()) + ": " + each.presence().text("A"))
            .toList();
    String other =
        news.isEmpty() ? "B is not notified" : "B is notified " + String.join(" and ", news);
    return own + "; " + other + ".";
  }

  /** Whether A's process never comes back. */
  public boolean isGone() {
    return schedule.awayFrom().isPresent() && schedule.back().isEmpty();
  }

  /** The call as text: one line for each moment, the network, A and B side by side. */
  public String text() {
    return new CallText(this).toString();
  }

  /** A time as it reads in sentences: at most one digit after the point. */
  public static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0
        ? time.toSeconds() + " s"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
