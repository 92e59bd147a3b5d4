package io.mooring.room.flight;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Emits events for Java Flight Recorder, only while a recording has their kind enabled. This class
 * and those of the events are loaded only where the module {@code jdk.jfr} is.
 */
final class JfrFlightRecorder extends FlightRecorder {

  // Used only to check whether their kind is enabled.
  private final CommandEvent commands = new CommandEvent();
  private final StateChangeEvent changes = new StateChangeEvent();
  private final StaleFactEvent stale = new StaleFactEvent();
  private final CallFailureEvent failures = new CallFailureEvent();
  private final ListenerCallEvent calls = new ListenerCallEvent();
  private final ReconnectEpisodeEvent episodes = new ReconnectEpisodeEvent();

  private JfrFlightRecorder() {}

  /** The type of the result keeps a verifier from loading this class before it is needed. */
  static FlightRecorder create() {
    return new JfrFlightRecorder();
  }

  @Override
  public void decided(Object connection, Step step, long session, long lasted) {
    if (commands.isEnabled() && step.event().isCommand()) {
      CommandEvent event = new CommandEvent();
      event.connection = number(connection);
      event.session = session;
      event.command = step.event().action();
      event.code = step.code().name();
      event.commit();
    }
    if (changes.isEnabled()) {
      List<Notification> told = step.notifications();
      ConnectionState from = step.from().state();
      for (int i = 0; i < told.size(); i++) {
        StateChangeEvent event = new StateChangeEvent();
        event.connection = number(connection);
        event.session = session;
        event.from = from.name();
        event.to = told.get(i).state().name();
        event.reason = told.get(i).reason().name();
        event.elapsed = lasted;
        event.commit();
        from = told.get(i).state();
      }
    }
  }

  @Override
  public void stale(Object connection, Event fact, long session) {
    if (stale.isEnabled()) {
      StaleFactEvent event = new StaleFactEvent();
      event.connection = number(connection);
      event.session = session;
      event.fact = fact.action();
      event.commit();
    }
  }

  @Override
  public void failed(Object connection, String callee, String call, long session, Throwable cause) {
    if (failures.isEnabled()) {
      CallFailureEvent event = new CallFailureEvent();
      event.connection = number(connection);
      event.session = session;
      event.callee = callee;
      event.call = call;
      event.thrown = cause.getClass();
      event.message = cause.getMessage();
      event.commit();
    }
  }

  @Override
  public @Nullable Call call() {
    if (!calls.isEnabled()) {
      return null;
    }
    ListenerCallEvent event = new ListenerCallEvent();
    event.begin();
    return (connection, listener, to, reason, session) ->
        ended(event, connection, listener, to, reason, session);
  }

  private static void ended(
      ListenerCallEvent event,
      Object connection,
      Object listener,
      ConnectionState to,
      ConnectionReason reason,
      long session) {
    event.end();
    if (event.shouldCommit()) {
      event.connection = number(connection);
      event.session = session;
      event.listener = listener.getClass();
      event.to = to.name();
      event.reason = reason.name();
      event.commit();
    }
  }

  @Override
  public @Nullable Episode follow(
      @Nullable Episode open, Object connection, Step step, long session, int attempts) {
    boolean before = step.from().state() == ConnectionState.RECONNECTING;
    boolean after = step.to().state() == ConnectionState.RECONNECTING;
    if (before == after) {
      return open;
    }
    if (after) {
      return episodes.isEnabled() ? new OpenEpisode() : null;
    }
    if (open instanceof OpenEpisode begun) {
      ReconnectEpisodeEvent event = begun.event;
      event.end();
      if (event.shouldCommit()) {
        event.connection = number(connection);
        event.session = session;
        event.outcome = step.to().state().name();
        event.endedBy = step.event().action();
        event.attempts = attempts;
        event.commit();
      }
    }
    return null;
  }

  private static int number(Object connection) {
    return System.identityHashCode(connection);
  }

  /** An episode since its beginning. */
  private static final class OpenEpisode implements Episode {
    final ReconnectEpisodeEvent event = new ReconnectEpisodeEvent();

    OpenEpisode() {
      event.begin();
    }
  }
}
