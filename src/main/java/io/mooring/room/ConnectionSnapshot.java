package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.Location;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of a connection: small enough to be stored after every change, and enough to restore
 * the connection after its process died. {@link RoomConnection#capture()} returns one, {@link
 * RoomConnection.Builder#restore(ConnectionSnapshot)} restores one.
 *
 * <p>Every snapshot is consistent: its location is one that the specification reaches, so its
 * invariants hold there, and its other parts fit the location.
 *
 * @param location where the machine was
 * @param changes the number of the latest change; 0 before the first
 * @param sessionEpoch the number of the latest session; 0 before the first
 * @param request what the latest session requested; empty before the first
 * @param elapsed how long the join or the reconnect episode that was under way had been so; zero
 *     where neither was
 * @param token what proves that the latest session is the client's own, if its transport gave it: a
 *     secret, which makes the snapshot one
 * @param lastChange the latest change, whether or not listeners were notified of it; empty before
 *     the first, and where it is not known
 * @param isPending whether the callbacks of the latest change had not returned: the next life
 *     notifies of it again
 * @param life the life of the connection that the snapshot was taken in
 */
// It and SnapshotText, which reads and writes its text, refer to each other.
public record ConnectionSnapshot(
    Location location,
    long changes,
    long sessionEpoch,
    Optional<ChannelRequest> request,
    Duration elapsed,
    Optional<SessionToken> token,
    Optional<ConnectionChange> lastChange,
    boolean isPending,
    Life life) {

  /** The life of a snapshot that was made by hand. */
  private static final Life FIRST = new Life(1, new UUID(0, 0));

  /** Longer than 100 years would overflow in nanoseconds. */
  static final Duration FOR_EVER = Duration.ofDays(36_500);

  /**
   * A snapshot with all its parts.
   *
   * @throws IllegalArgumentException when they do not fit one another; says which
   */
  public ConnectionSnapshot {
    requireNonNull(location, "location");
    requireNonNull(request, "request");
    requireNonNull(elapsed, "elapsed");
    requireNonNull(token, "token");
    requireNonNull(lastChange, "lastChange");
    requireNonNull(life, "life");
    String misfit = misfit(location, changes, sessionEpoch, request, elapsed);
    if (misfit == null) {
      misfit = misfit(location, changes, lastChange, isPending);
    }
    if (misfit != null) {
      throw new IllegalArgumentException("This is no state of a room connection. " + misfit);
    }
  }

  /** A snapshot without a token, of a connection with no pending notification. */
  public ConnectionSnapshot(
      Location location,
      long changes,
      long sessionEpoch,
      Optional<ChannelRequest> request,
      Duration elapsed) {
    this(
        location,
        changes,
        sessionEpoch,
        request,
        elapsed,
        Optional.empty(),
        Optional.empty(),
        false,
        FIRST);
  }

  private static @Nullable String misfit(
      Location location, long changes, Optional<ConnectionChange> last, boolean pending) {
    if (!last.isPresent()) {
      return pending ? "A change is pending, but the snapshot does not have it." : null;
    }
    if (last.get().sequence() != changes) {
      return "The latest change is number " + changes + ", but here it is " + last.get() + ".";
    }
    if (pending && last.get().to() != location.state()) {
      return "In " + location + " no change to " + last.get().to() + " can be pending.";
    }
    return null;
  }

  private static @Nullable String misfit(
      Location location,
      long changes,
      long sessionEpoch,
      Optional<ChannelRequest> request,
      Duration elapsed) {
    if (sessionEpoch < 0) {
      return "There is no session " + sessionEpoch + ": the first is session 1.";
    }
    if (sessionEpoch == 0 && request.isPresent()) {
      return "There is no session yet, but the snapshot has a request for " + request.get() + ".";
    }
    if (sessionEpoch > 0 && !request.isPresent()) {
      return "The request of session " + sessionEpoch + " is missing.";
    }
    if (sessionEpoch == 0 && location.transportOpen()) {
      return "In " + location + " there is a session, but the snapshot has none.";
    }
    if (changes < sessionEpoch) {
      return "Each session has at least one change, but there are "
          + changes
          + " changes after "
          + sessionEpoch
          + " sessions.";
    }
    boolean possible =
        location.isTimed() && !elapsed.isNegative() && elapsed.compareTo(FOR_EVER) <= 0;
    return possible || elapsed.isZero()
        ? null
        : "In " + location + " nothing can have been under way for " + elapsed + ".";
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws SnapshotException when it is no such text, was changed or cut, is of a version that
   *     this library does not read or of another transition table, or says something that cannot
   *     be; its {@link SnapshotException#reason reason} says which, its message what to do
   */
  public static ConnectionSnapshot parse(String text) {
    return SnapshotText.parse(text);
  }

  /**
   * The snapshot as text of a few lines, with its version and a checksum. The name of the room and
   * the user's id stand in it as they are.
   */
  public String text() {
    return SnapshotText.of(this);
  }

  /** For example {@code ConnectionSnapshot[RECONNECTING, session 2 in "lobby" as user 7, ...]}. */
  @Override
  public String toString() {
    return "ConnectionSnapshot["
        + location
        + ", "
        + request.map(room -> "session " + sessionEpoch + " in " + room).orElse("no session yet")
        + ", "
        + changes
        + (changes == 1 ? " change" : " changes")
        + (elapsed.isZero() ? "" : ", under way for " + elapsed)
        + "]";
  }
}
