package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ChannelRequest;
import io.mooring.room.CompiledEngine;
import io.mooring.room.ConnectionListener;
import io.mooring.room.Engine;
import io.mooring.room.ReconnectAttempt;
import io.mooring.room.RoomConnection;
import io.mooring.room.RoomFacts;
import io.mooring.room.RoomScheduler;
import io.mooring.room.RoomSession;
import io.mooring.room.RoomTransport;
import io.mooring.room.SessionToken;
import io.mooring.room.StepRecorder;
import io.mooring.room.harness.log.Observation;
import io.mooring.room.harness.log.ObservedInput;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Timer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything around one connection in real time: what it is told and asks for, decides, arms and
 * tells is written down in the order in which it happens, whatever thread it happens on.
 */
final class TimedRun {
  private final RoomScheduler clock = RoomScheduler.system();
  private final List<TimedRecord.Entry> entries = new ArrayList<>();

  /** What came in and is not decided or dropped yet; like all that follows, under the lock. */
  private final List<Told> told = new ArrayList<>();

  private final Set<Integer> over = new HashSet<>();
  private ConnectionState state = ConnectionState.UNKNOWN;
  private int sessions;
  private int attempts;
  private int timers;

  /** The timers that were decided to be armed, which who decided does next. */
  private final Map<Thread, Timer> due = new HashMap<>();

  /** The time of an attempt was measured last, not of the pause after it. */
  private boolean trying;

  private @Nullable RoomConnection connection;

  private record Told(Thread by, ObservedInput input, int session) {}

  /** Puts itself between the connection and all else. */
  RoomConnection.Builder around(RoomConnection.Builder builder, StepRecorder recorder) {
    return builder
        .engine(() -> new WatchedEngine(new CompiledEngine()))
        .scheduler(new WatchedScheduler())
        .recorder(new WatchedRecorder(recorder));
  }

  void watch(RoomConnection watched) {
    connection = watched;
  }

  /** A listener, whose calls are seen. */
  ConnectionListener listener(ConnectionListener inner) {
    return change -> {
      synchronized (this) {
        // The state as it was decided by now: that the getter gives it is tested elsewhere.
        add(new Observation.CallbackBegan(change, state));
      }
      inner.onConnectionStateChange(change);
      add(new Observation.CallbackReturned());
    };
  }

  RoomTransport transport(RoomTransport inner) {
    return new RoomTransport() {
      @Override
      public RoomSession open(ChannelRequest request, RoomFacts facts) {
        return open(request, Optional.empty(), facts);
      }

      @Override
      public RoomSession open(
          ChannelRequest request, Optional<SessionToken> ghost, RoomFacts facts) {
        int number = opens();
        return new WatchedSession(inner.open(request, ghost, watched(facts, number)), number);
      }
    };
  }

  /** All that was seen so far. */
  synchronized TimedRecord record() {
    return new TimedRecord(List.copyOf(entries));
  }

  private synchronized void add(Observation seen) {
    entries.add(new TimedRecord.Entry(clock.nanoTime(), seen));
  }

  /** Something comes in; it is decided or dropped when the engine or the recorder says so. */
  private void tells(ObservedInput input, int session, Runnable call) {
    synchronized (this) {
      told.add(new Told(Thread.currentThread(), input, session));
    }
    call.run();
  }

  /** Takes out what an event is, preferably what this thread has told. */
  private synchronized ObservedInput take(Event event, int session) {
    Told found = null;
    for (Told each : told) {
      boolean fits = each.input.event() == event && (session == 0 || each.session == session);
      if (fits && (found == null || each.by == Thread.currentThread())) {
        found = each;
      }
    }
    requireNonNull(found, () -> event + " of session " + session + " came from nowhere");
    told.remove(found);
    return found.input;
  }

  /** A fact was dropped, and undone if it was a success: that comes before it is recorded. */
  private synchronized void dropped(Event event, int session, int undone) {
    ObservedInput input = take(event, session);
    int at = entries.size();
    int calls = undone;
    while (calls > 0) {
      at--;
      boolean isUndoing =
          entries.get(at).seen() instanceof Observation.Called call && call.session() == session;
      calls -= isUndoing ? 1 : 0;
    }
    long when = undone == 0 ? clock.nanoTime() : entries.get(at).nanoTime();
    entries.add(at, new TimedRecord.Entry(when, new Observation.Discarded(input)));
  }

  // Around the engine and the recorder.

  private final class WatchedEngine implements Engine {
    private final Engine inner;

    WatchedEngine(Engine inner) {
      this.inner = inner;
    }

    @Override
    public Location location() {
      return inner.location();
    }

    @Override
    public Step step(Event event) {
      synchronized (TimedRun.this) {
        Step step = inner.step(event);
        state = step.to().state();
        add(
            new Observation.Decided(
                event.isCommand() ? new ObservedInput.Command(event) : take(event, 0), step));
        due.remove(Thread.currentThread());
        step.effects().stream()
            .flatMap(effect -> Timer.armedBy(effect).stream())
            .forEach(timer -> due.put(Thread.currentThread(), timer));
        return step;
      }
    }
  }

  private final class WatchedRecorder implements StepRecorder {
    private final StepRecorder inner;

    WatchedRecorder(StepRecorder inner) {
      this.inner = inner;
    }

    @Override
    public void recorded(long nanoTime, long epoch, Step step) {
      inner.recorded(nanoTime, epoch, step);
    }

    @Override
    public void stale(long nanoTime, long epoch, Event event, List<Effect> undone) {
      inner.stale(nanoTime, epoch, event, undone);
      dropped(event, (int) epoch, undone.size());
    }
  }

  // Around the clock.

  private final class WatchedScheduler implements RoomScheduler {
    @Override
    public long nanoTime() {
      return clock.nanoTime();
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
      synchronized (TimedRun.this) {
        Timer timer = due.remove(Thread.currentThread());
        if (timer == null) {
          trying = !trying;
          int number = attempts;
          return clock.schedule(
              delay, trying ? () -> ends(number + 1, /* timeIsUp= */ true, task) : task);
        }
        int run = ++timers;
        int session = sessions;
        add(new Observation.Armed(timer, run));
        Cancellable armed =
            clock.schedule(delay, () -> tells(new ObservedInput.Firing(timer, run), session, task));
        return () -> {
          armed.cancel();
          synchronized (TimedRun.this) {
            if (over.add(run)) {
              add(new Observation.Disarmed(timer, run));
            }
          }
        };
      }
    }
  }

  /**
   * An attempt ends without success; the connection hears of it unless it was over. What it heard
   * stands where it was said: another thread may have decided something right after it.
   */
  private void ends(int number, boolean timeIsUp, Runnable end) {
    long before = requireNonNull(connection).droppedStaleFacts();
    int at;
    long when;
    synchronized (this) {
      at = entries.size();
      when = clock.nanoTime();
    }
    end.run();
    boolean heard = connection.droppedStaleFacts() == before;
    Observation failed = new Observation.AttemptFailed(number, timeIsUp, heard);
    synchronized (this) {
      if (heard) {
        entries.add(at, new TimedRecord.Entry(when, failed));
      } else if (!timeIsUp) {
        add(failed);
      }
    }
  }

  // Around the transport.

  private synchronized int opens() {
    int number = ++sessions;
    add(new Observation.Called(number, Effect.OPEN_TRANSPORT));
    return number;
  }

  /** Facts, each of which has the name of its event. */
  private RoomFacts watched(RoomFacts inner, int session) {
    return (RoomFacts)
        Proxy.newProxyInstance(
            RoomFacts.class.getClassLoader(),
            new Class<?>[] {RoomFacts.class},
            (proxy, method, arguments) -> {
              tells(
                  new ObservedInput.Fact(event(method.getName()), session),
                  session,
                  () -> {
                    try {
                      method.invoke(inner, arguments);
                    } catch (IllegalAccessException | InvocationTargetException wrong) {
                      throw new IllegalStateException(wrong);
                    }
                  });
              return null;
            });
  }

  private static Event event(String method) {
    for (Event event : Event.values()) {
      if (event.action().equalsIgnoreCase(method)) {
        return event;
      }
    }
    throw new IllegalStateException("no event is called " + method);
  }

  private final class WatchedSession implements RoomSession {
    private final RoomSession inner;
    private final int session;

    WatchedSession(RoomSession inner, int session) {
      this.inner = inner;
      this.session = session;
    }

    @Override
    public void tryToRejoin(ReconnectAttempt attempt) {
      int number;
      synchronized (TimedRun.this) {
        number = ++attempts;
        if (attempt.number() == 1) {
          add(new Observation.Called(session, Effect.START_RECONNECTING));
        }
        add(new Observation.AttemptBegan(number, session, attempt.number()));
      }
      inner.tryToRejoin(new WatchedAttempt(attempt, number, session));
    }

    @Override
    public Optional<SessionToken> token() {
      return inner.token();
    }

    @Override
    public void stopReconnecting() {
      synchronized (TimedRun.this) {
        trying = false;
        add(new Observation.Called(session, Effect.STOP_RECONNECTING));
      }
      inner.stopReconnecting();
    }

    @Override
    public void announceLeave() {
      add(new Observation.Called(session, Effect.ANNOUNCE_LEAVE));
      inner.announceLeave();
    }

    @Override
    public void close() {
      add(new Observation.Called(session, Effect.CLOSE_TRANSPORT));
      inner.close();
    }
  }

  private final class WatchedAttempt implements ReconnectAttempt {
    private final ReconnectAttempt inner;
    private final int number;
    private final int session;

    WatchedAttempt(ReconnectAttempt inner, int number, int session) {
      this.inner = inner;
      this.number = number;
      this.session = session;
    }

    @Override
    public int number() {
      return inner.number();
    }

    @Override
    public Duration timeLimit() {
      return inner.timeLimit();
    }

    @Override
    public void succeeded() {
      tells(new ObservedInput.Success(number), session, inner::succeeded);
    }

    @Override
    public void failed() {
      ends(number, /* timeIsUp= */ false, inner::failed);
    }
  }
}
