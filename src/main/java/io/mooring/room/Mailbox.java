package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.Answers;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a connection: takes commands and facts from any thread and decides them one at a
 * time, under its lock.
 *
 * <p>A decision asks the engine, writes the location, and puts what follows into the {@link
 * Outbox}. Nothing of the application is called meanwhile.
 */
final class Mailbox {

  private final Engine engine;
  private final EventClock clock;
  private final Armings armings = new Armings();
  private final Failures failures;
  private final Listeners listeners;
  private final Effects effects;
  private final Outbox outbox;
  private final boolean recorded;

  /** Where the connection is; written by {@link #enter} alone. */
  private volatile Location location;

  // All below is guarded by this object's lock.
  private @Nullable SessionLink current;

  /** The session whose join has no answer yet. */
  private @Nullable SessionLink waiting;

  private long sequence;
  private long dropped;

  Mailbox(RoomConnection.Builder builder) {
    engine = requireNonNull(builder.engine.get(), "The supplier of the engine gave null");
    failures = Failures.to(builder.failureHandler);
    recorded = builder.recorder != null;
    clock = new EventClock(builder.scheduler, failures, recorded);
    listeners = new Listeners(failures);
    effects = new Effects(this, builder, failures);
    Callbacks callbacks = Callbacks.to(builder.listenerExecutor, failures);
    outbox = new Outbox(this, failures, listeners, callbacks, effects, builder.recorder);
    Restoration restoration = builder.restoration;
    if (restoration == null) {
      location = engine.location();
      return;
    }
    location = restoration.bring(engine);
    sequence = restoration.changes();
    current = restoration.session(this);
  }

  /**
   * Goes on from a snapshot, before anybody has the connection: the links died with their process.
   * One that stood is lost, and without a way back the client gives up; one that was being built
   * has failed.
   */
  void goOn(Restoration restoration) {
    SessionLink link = current;
    if (link == null || !location.transportOpen()) {
      return;
    }
    boolean stood = Restoration.stood(location);
    boolean wayBack = stood && effects.resume(link);
    long now = clock.now();
    synchronized (this) {
      clock.goOnFrom(restoration.beginning(now));
      if (stood) {
        decide(Event.SIGNAL_LOST, null, null, restoration.beginning(now));
      }
      if (stood && !wayBack) {
        decide(Event.RECONNECT_WINDOW_USED_UP, null, null, now);
      }
    }
    endOpening(link, wayBack ? SessionLink.Phase.OPEN : SessionLink.Phase.VOID);
    Entry mine;
    synchronized (this) {
      mine = outbox.tend();
    }
    outbox.empty(mine);
  }

  ConnectionSnapshot capture() {
    long now = EventClock.underWay(location) ? clock.now() : EventClock.NOT_READ;
    synchronized (this) {
      return new ConnectionSnapshot(
          location,
          sequence,
          current == null ? 0 : current.epoch(),
          Optional.ofNullable(current).map(SessionLink::request),
          Duration.ofNanos(clock.lasted(location, now)));
    }
  }

  Location location() {
    return location;
  }

  synchronized long dropped() {
    return dropped;
  }

  synchronized Registration addListener(ConnectionListener listener) {
    return listeners.add(listener, sequence);
  }

  ReturnCode command(Event command) {
    return command(command, null, null);
  }

  CommandResult join(ChannelRequest request) {
    SessionLink asked = new SessionLink(this, request);
    return CommandResult.of(command(Event.JOIN_CHANNEL, asked, null), asked.answer);
  }

  CommandResult leave() {
    CompletableFuture<ReturnCode> left = new CompletableFuture<>();
    return CommandResult.of(command(Event.LEAVE_CHANNEL, null, left), left);
  }

  /** A leave and a join that nothing comes between; when the leave is refused there is no join. */
  CommandResult leaveAndJoin(ChannelRequest request) {
    SessionLink asked = new SessionLink(this, request);
    long now = clock.timeOf(Event.JOIN_CHANNEL, location);
    ReturnCode code;
    Throwable broken = null;
    Entry mine;
    synchronized (this) {
      code = decide(Event.LEAVE_CHANNEL, null, null, now).code();
      if (code == ReturnCode.OK) {
        try {
          code = decide(Event.JOIN_CHANNEL, asked, null, now).code();
        } catch (RuntimeException | Error thrown) {
          broken = thrown;
        }
      }
      mine = outbox.tend();
    }
    outbox.empty(mine);
    if (broken instanceof Error error) {
      throw error;
    } else if (broken instanceof RuntimeException exception) {
      throw exception;
    }
    return CommandResult.of(code, asked.answer);
  }

  private ReturnCode command(
      Event command,
      @Nullable SessionLink asked,
      @Nullable CompletableFuture<ReturnCode> carriedOut) {
    long now = clock.timeOf(command, location);
    ReturnCode code;
    Entry mine;
    synchronized (this) {
      code = decide(command, asked, carriedOut, now).code();
      mine = outbox.tend();
    }
    outbox.empty(mine);
    return code;
  }

  /** A fact that the transport tells about one of its sessions. */
  void fact(SessionLink link, Event fact) {
    long now = clock.timeOf(fact, location);
    Throwable broken;
    Entry mine;
    synchronized (this) {
      if (link.phase == SessionLink.Phase.OPENING) {
        // Until open has returned nobody knows whether there is a session to tell about.
        link.keepForLater(fact);
        return;
      }
      broken = hear(link, fact, link != current || link.phase == SessionLink.Phase.VOID, now);
      mine = outbox.tend();
    }
    report(broken, link);
    outbox.empty(mine);
  }

  /** The transport tells that an attempt got the client into the room. */
  void succeeded(Attempt attempt) {
    SessionLink link = attempt.episode.link;
    long now = clock.timeOf(Event.REJOINED, location);
    Throwable broken;
    Entry mine;
    synchronized (this) {
      boolean restoring = location.state() == ConnectionState.RECONNECTING;
      boolean over = link != current || (restoring && !isIn(attempt, Attempt.Phase.UNDER_WAY));
      broken = hear(link, Event.REJOINED, over, now);
      mine = outbox.tend();
    }
    report(broken, link);
    outbox.empty(mine);
  }

  /** A phase of an attempt has ended; what follows is left to the outbox. */
  void ended(Attempt attempt, Attempt.Phase phase) {
    Entry mine;
    synchronized (this) {
      if (!isIn(attempt, phase)) {
        dropped++;
        return;
      }
      Entry entry = outbox.reserve();
      entry.attempt = attempt;
      attempt.phase = phase == Attempt.Phase.UNDER_WAY ? Attempt.Phase.PAUSE : Attempt.Phase.OVER;
      outbox.append(entry);
      mine = outbox.tend();
    }
    outbox.empty(mine);
  }

  /** A timer has run out, or cannot be measured. */
  void ranOut(TimerRun run) {
    Event fact = run.timer.fact();
    long now = clock.timeOf(fact, location);
    Throwable broken;
    Entry mine;
    synchronized (this) {
      broken = hear(run.link, fact, !armings.isLatest(run.timer, run.arming), now);
      mine = outbox.tend();
    }
    report(broken, run.link);
    outbox.empty(mine);
  }

  /** The transport has opened a session: what it told meanwhile is decided now. */
  void opened(SessionLink link) {
    endOpening(link, SessionLink.Phase.OPEN);
  }

  /** The transport has failed to open a session: what it told meanwhile is void. */
  void openFailed(SessionLink link) {
    endOpening(link, SessionLink.Phase.VOID);
  }

  /** Comes from the thread that empties the outbox, and leaves what follows to it. */
  private void endOpening(SessionLink link, SessionLink.Phase phase) {
    boolean failed = phase == SessionLink.Phase.VOID;
    long now = clock.now();
    Throwable broken = null;
    synchronized (this) {
      link.phase = phase;
      for (Event fact : link.takeEarly()) {
        Throwable next = hear(link, fact, failed || link != current, now);
        broken = broken == null ? next : broken;
      }
      if (failed) {
        broken = hear(link, Event.LONG_LINK_FAILED, link != current, now);
      }
    }
    report(broken, link);
  }

  /** Whoever told a fact has nothing to do with an engine that broke on it. */
  private void report(@Nullable Throwable broken, SessionLink link) {
    if (broken != null) {
      failures.report(Callee.ENGINE, "step", link.epoch(), broken);
    }
  }

  /* ---------------- under the lock ---------------- */

  private Step decide(
      Event event,
      @Nullable SessionLink asked,
      @Nullable CompletableFuture<ReturnCode> carriedOut,
      long now) {
    // Reserved before the engine moves: when memory runs out, nothing has happened.
    Entry entry = outbox.reserve();
    Optional<ReturnCode> answer =
        waiting == null ? Optional.empty() : Answers.to(Event.JOIN_CHANNEL, event);
    Location before = location;
    Step step = engine.step(event);
    if (step.from() != before || step.event() != event) {
      throw new IllegalStateException(
          engine + " answered to " + event + " in " + before + " with " + step);
    }
    if (step.effects().contains(Effect.OPEN_TRANSPORT)) {
      begin(step, asked);
    }
    long lasted = clock.lasted(before, now);
    if (armings.count(step)) {
      clock.begin(now);
    }
    enter(step);
    if (recorded || !step.effects().isEmpty() || !step.notifications().isEmpty()) {
      entry.lasted = lasted;
      if (step.outcome() == Outcome.TAKEN) {
        promise(entry, asked, carriedOut, answer.orElse(null));
      }
      append(entry, step, current, now);
      sequence += step.notifications().size();
    }
    return step;
  }

  /** Owes what a taken step says of commands: of the join that waits, and of a leave. */
  private void promise(
      Entry entry,
      @Nullable SessionLink asked,
      @Nullable CompletableFuture<ReturnCode> carriedOut,
      @Nullable ReturnCode answer) {
    if (answer != null && waiting != null) {
      entry.join = waiting.answer;
      entry.answer = answer;
      waiting = null;
    }
    if (asked != null) {
      waiting = asked;
    }
    entry.leave = carriedOut;
  }

  /** The one place that writes the state. */
  private void enter(Step step) {
    location = step.to();
    if (step.event() == Event.RELEASE && step.outcome() == Outcome.TAKEN) {
      outbox.silence(sequence + 1);
    }
  }

  private void begin(Step step, @Nullable SessionLink asked) {
    if (asked == null) {
      throw new IllegalStateException("A session is to be opened, but in no room: " + step);
    }
    asked.begin(current == null ? 1 : current.epoch() + 1);
    current = asked;
  }

  /**
   * Decides a fact, or drops it when it is stale.
   *
   * @param over whether the session or timer that the fact is about is over
   * @return what the engine threw
   */
  private @Nullable Throwable hear(SessionLink link, Event fact, boolean over, long now) {
    try {
      if (over) {
        drop(link, fact, now);
      } else {
        decide(fact, null, null, now);
      }
      return null;
    } catch (Throwable broken) {
      return broken;
    }
  }

  /** Whether an attempt is one of the episode that lasts, and has come so far. */
  private boolean isIn(Attempt attempt, Attempt.Phase phase) {
    return attempt.phase == phase
        && location.state() == ConnectionState.RECONNECTING
        && armings.isLatest(Timer.RECONNECT_WINDOW, attempt.episode.arming);
  }

  /** Drops a stale fact; a success that comes too late is undone on its own session. */
  private void drop(SessionLink link, Event fact, long now) {
    dropped++;
    // What the specification does with this fact once the session is over. In the session that is
    // being restored a late success is not undone: its leave would hit the attempt under way.
    boolean restoring = fact.isOfAttempt() && link == current;
    Step afterTheEnd = Table.step(restoring ? Location.CONNECTED : Location.DISCONNECTED, fact);
    if (recorded || !afterTheEnd.effects().isEmpty()) {
      Entry entry = outbox.reserve();
      entry.stale = true;
      append(entry, afterTheEnd, link, now);
    }
  }

  private void append(Entry entry, Step step, @Nullable SessionLink link, long now) {
    entry.step = step;
    entry.link = link;
    entry.sequence = sequence + 1;
    entry.arming = armings.number();
    entry.nanoTime = clock.inOrder(now);
    outbox.append(entry);
  }

  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder().append(location).append(", ");
    text.append(current == null ? "no session yet" : current).append(", ");
    text.append(sequence).append(sequence == 1 ? " change" : " changes");
    if (dropped > 0) {
      text.append(", ").append(dropped).append(dropped == 1 ? " stale fact" : " stale facts");
    }
    return text.toString();
  }
}
