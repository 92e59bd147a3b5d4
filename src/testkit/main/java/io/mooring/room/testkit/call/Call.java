package io.mooring.room.testkit.call;

import io.mooring.room.ConnectionChange;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What happened in a simulated call, every time counted from the loss of A.
 *
 * @param schedule what was to happen
 * @param changes what A's listener was told
 * @param attempts when A's client began an attempt to get back
 * @param told what B was told about A
 * @param end when the simulation ended
 */
public record Call(
    Schedule schedule,
    List<Change> changes,
    List<Duration> attempts,
    List<Told> told,
    Duration end) {

  /** Copies. */
  public Call {
    changes = List.copyOf(changes);
    attempts = List.copyOf(attempts);
    told = List.copyOf(told);
  }

  /**
   * A callback of A.
   *
   * @param at when
   * @param change what A was told
   */
  public record Change(Duration at, ConnectionChange change) {}

  /**
   * Something that B was told about A.
   *
   * @param at when
   * @param presence what
   */
  public record Told(Duration at, Presence presence) {}

  /** What B can be told about A. */
  public enum Presence {
    /** A is in the room. */
    JOINED("A joined"),
    /** A said goodbye. */
    LEFT("A left"),
    /** The server has not heard of A for too long. */
    TIMED_OUT("A left (timeout)");

    private final String words;

    Presence(String words) {
      this.words = words;
    }

    /** What B is told, in words. */
    public String words() {
      return words;
    }
  }

  /** When A was first told of a state after the loss, if ever. */
  public Optional<Duration> reached(ConnectionState state) {
    return changes.stream()
        .filter(change -> !change.at().isNegative() && change.change().to() == state)
        .map(Change::at)
        .findFirst();
  }

  /** When A was told that it is in the room again, if ever. */
  public Optional<Duration> rejoined() {
    return changes.stream()
        .filter(change -> change.change().reason() == ConnectionReason.REJOIN_SUCCEED)
        .map(Change::at)
        .findFirst();
  }

  /** When B was first told this about A after the loss, if ever. */
  public Optional<Duration> told(Presence presence) {
    return told.stream()
        .filter(told -> !told.at().isNegative() && told.presence() == presence)
        .map(Told::at)
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
              + back.map(at -> "another one goes on after " + at).orElse("no other one goes on");
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
            .orElse(isGone() ? "A is told nothing more" : "A never notices");
    List<String> news =
        told.stream()
            .filter(each -> !each.at().isNegative())
            .map(each -> "at " + seconds(each.at()) + " that " + each.presence().words())
            .toList();
    String other = news.isEmpty() ? "B is told nothing" : "B is told " + String.join(" and ", news);
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
  static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0
        ? time.toSeconds() + " s"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
