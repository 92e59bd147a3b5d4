package io.mooring.room.monitor;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ConnectionChange;
import io.mooring.room.ConnectionListener;
import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the callbacks of any room connection against the specification.
 *
 * <p>It receives the two integers of each callback of an SDK, in order, and returns for each pair
 * whether {@code RoomConnection.tla} allows it after those before:
 *
 * <pre>{@code
 * ConnectionMonitor monitor = ConnectionMonitor.ofInitialized(change -> show(change.to()));
 * sdk.onConnectionStateChange((state, reason) -> {
 *   Verdict verdict = monitor.onConnectionStateChange(state, reason);
 *   if (!verdict.isAllowed()) {
 *     log.warn(verdict.explanation());
 *   }
 * });
 * }</pre>
 *
 * <p>What callbacks do not show (whether the user has left before, whether the proxy was in use) is
 * kept as the set of all {@linkplain Location locations} in which the connection may be. Two
 * commands change the state without a callback, so the application reports them to the monitor:
 * {@link #initialized()} and {@link #released()}.
 *
 * <p>A forbidden callback returns a verdict like any other; the listener is notified of it all the
 * same, as the SDK has notified the application, and the monitor continues from it. An unknown code
 * returns a verdict and has no other effect: no input makes a monitor throw. What the listener
 * throws is thrown by the call, after the verdict was counted.
 *
 * <p>Safe for use by several threads; it takes callbacks in the order of the calls, and calls the
 * listener under a lock, so that it receives them in that order too.
 */
public final class ConnectionMonitor {

  private final ConnectionListener listener;
  private Set<Location> possible;
  private ConnectionState last;
  private long changes;
  private long sessions;

  private ConnectionMonitor(ConnectionListener listener, Set<Location> possible) {
    this.listener = requireNonNull(listener, "listener");
    this.possible = possible;
    this.last = possible.size() == 1 ? possible.iterator().next().state() : ConnectionState.UNKNOWN;
  }

  /**
   * Begins with an engine that was initialised and has not joined yet.
   *
   * @param listener receives the callbacks with names instead of codes
   */
  public static ConnectionMonitor ofInitialized(ConnectionListener listener) {
    return new ConnectionMonitor(
        listener, EnumSet.of(Table.step(Table.initial().to(), Event.INITIALIZE).to()));
  }

  /**
   * Begins with an engine that may be in any of some locations.
   *
   * @param possible where it may be, at least one
   * @param listener receives the callbacks with names instead of codes
   * @throws IllegalArgumentException when there is none
   */
  public static ConnectionMonitor of(Set<Location> possible, ConnectionListener listener) {
    return new ConnectionMonitor(listener, EnumSet.copyOf(possible));
  }

  /**
   * Begins in the middle, with an engine that may be in any state. The first change that the
   * listener receives comes from {@link ConnectionState#UNKNOWN}.
   *
   * @param listener receives the callbacks with names instead of codes
   */
  public static ConnectionMonitor ofUnknown(ConnectionListener listener) {
    return new ConnectionMonitor(listener, EnumSet.allOf(Location.class));
  }

  /**
   * The SDK has called back.
   *
   * @param state the code of the state, any integer
   * @param reason the code of the reason, any integer
   * @return what the specification says of it
   */
  public synchronized Verdict onConnectionStateChange(int state, int reason) {
    Optional<ConnectionState> to = ConnectionState.find(state);
    Optional<ConnectionReason> why = ConnectionReason.find(reason);
    if (!to.isPresent() || !why.isPresent()) {
      return new Verdict.Unknown(state, reason);
    }
    Notification notification = new Notification(to.get(), why.get());
    Verdict verdict = judge(notification);
    ConnectionState from = last;
    last = notification.state();
    changes++;
    if (notification.reason() == ConnectionReason.JOIN_CHANNEL) {
      sessions++;
    }
    listener.onConnectionStateChange(
        new ConnectionChange(
            from, notification.state(), notification.reason(), changes, sessions, Duration.ZERO));
    return verdict;
  }

  /** The application has initialised the engine, and was not refused. */
  public synchronized void initialized() {
    called(Event.INITIALIZE);
  }

  /** The application has released the engine: no callback is allowed from now on. */
  public synchronized void released() {
    called(Event.RELEASE);
  }

  /**
   * Says whether the state that the SDK's getter gives is one in which the connection can be.
   *
   * @param state the code of a state, any integer
   * @return whether it agrees with the callbacks so far; false for an unknown code
   */
  public synchronized boolean agrees(int state) {
    return possible.stream().anyMatch(location -> location.state().code() == state);
  }

  /** {@return the states in which the connection can be after the callbacks so far} */
  public synchronized Set<ConnectionState> possibleStates() {
    Set<ConnectionState> states = EnumSet.noneOf(ConnectionState.class);
    possible.forEach(location -> states.add(location.state()));
    return Collections.unmodifiableSet(states);
  }

  private void called(Event command) {
    Set<Location> after = EnumSet.noneOf(Location.class);
    for (Location location : possible) {
      Step step = Table.step(location, command);
      if (step.outcome() == Outcome.TAKEN) {
        after.add(step.to());
      }
    }
    if (!after.isEmpty()) {
      possible = after;
      last = after.iterator().next().state();
    }
  }

  private Verdict judge(Notification notification) {
    List<Step> causes = new ArrayList<>();
    for (Location location : possible) {
      for (Event event : Event.values()) {
        Step step = Table.step(location, event);
        if (Violations.notifiesOf(step, notification)) {
          causes.add(step);
        }
      }
    }
    if (!causes.isEmpty()) {
      possible = EnumSet.noneOf(Location.class);
      causes.forEach(step -> possible.add(step.to()));
      return new Verdict.Allowed(notification, causes);
    }
    Verdict verdict = Violations.of(possible, notification);
    possible = Violations.after(notification);
    return verdict;
  }
}
