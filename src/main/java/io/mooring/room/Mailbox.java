package io.mooring.room;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import io.mooring.room.spec.Timer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a connection: takes commands and facts from any thread and decides them one at a
 * time, under its lock.
 *
 * <p>A decision asks the engine, writes the location, and puts what follows into the {@link
 * Outbox}. Nothing of the application is called meanwhile.
 */
final class Mailbox {

  /** The timer that each effect arms, for those that do. */
  private static final Map<Effect, Timer> ARMS = new EnumMap<>(Effect.class);

  static {
    for (Timer timer : Timer.values()) {
      ARMS.put(timer.arm(), timer);
    }
  }

  /** The events that arm a timer somewhere: when they came in matters. */
  private static final Set<Event> TIMED =
      Table.steps().stream()
          .filter(step -> step.effects().stream().anyMatch(ARMS::containsKey))
          .map(Step::event)
          .collect(toCollection(() -> EnumSet.noneOf(Event.class)));

  private final Engine engine;
  private final RoomScheduler scheduler;
  private final Failures failures;
  private final Listeners listeners;
  private final Outbox outbox;
  private final boolean recorded;

  /** Where the connection is; written by {@link #enter} alone. */
  private volatile Location location;

  // All below is guarded by this object's lock.
  private @Nullable SessionLink current;
  private long sequence;
  private int armings;
  private long dropped;
  private long latestNanoTime;

  /** Which arming is the latest of each timer. */
  private final int[] latestArming = new int[ARMS.size()];

  Mailbox(RoomConnection.Builder builder) {
    engine = requireNonNull(builder.engine.get(), "The supplier of the engine gave null");
    scheduler = builder.scheduler;
    failures = new Failures(builder.failureHandler, Failures::logger);
    listeners = new Listeners(failures);
    Effects effects =
        new Effects(this, builder.transport, scheduler, failures, builder.timerLengths);
    outbox = new Outbox(this, failures, listeners, effects, builder.recorder);
    recorded = builder.recorder != null;
    location = engine.location();
    latestNanoTime = recorded ? now() : 0;
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
    return command(command, null);
  }

  ReturnCode join(ChannelRequest request) {
    return command(Event.JOIN_CHANNEL, new SessionLink(this, request));
  }

  private ReturnCode command(Event command, @Nullable SessionLink asked) {
    long now = timeOf(command);
    ReturnCode code;
    Entry mine;
    synchronized (this) {
      code = decide(command, asked, now).code();
      mine = outbox.tend();
    }
    outbox.empty(mine);
    return code;
  }

  /** A fact that the transport tells about one of its sessions. */
  void fact(SessionLink link, Event fact) {
    long now = timeOf(fact);
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

  /** A timer has run out, or cannot be measured. */
  void ranOut(TimerRun run) {
    Event fact = run.timer.fact();
    long now = timeOf(fact);
    Throwable broken;
    Entry mine;
    synchronized (this) {
      broken = hear(run.link, fact, run.arming != latestArming[index(run.timer)], now);
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
    long now = now();
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

  private long timeOf(Event event) {
    return recorded || TIMED.contains(event) ? now() : 0;
  }

  private long now() {
    try {
      return scheduler.nanoTime();
    } catch (Throwable thrown) {
      // Without a clock a command is still decided; a timer that needs one counts as run out.
      failures.report(Callee.SCHEDULER, "nanoTime", 0, thrown);
      return 0;
    }
  }

  /** Whoever told a fact has nothing to do with an engine that broke on it. */
  private void report(@Nullable Throwable broken, SessionLink link) {
    if (broken != null) {
      failures.report(Callee.ENGINE, "step", link.epoch(), broken);
    }
  }

  /* ---------------- under the lock ---------------- */

  private Step decide(Event event, @Nullable SessionLink asked, long now) {
    // Reserved before the engine moves: when memory runs out, nothing has happened.
    Entry entry = outbox.reserve();
    Location before = location;
    Step step = engine.step(event);
    if (step.from() != before || step.event() != event) {
      throw new IllegalStateException(
          engine + " answered to " + event + " in " + before + " with " + step);
    }
    if (step.effects().contains(Effect.OPEN_TRANSPORT)) {
      begin(step, asked);
    }
    number(step);
    enter(step);
    if (recorded || !step.effects().isEmpty() || !step.notifications().isEmpty()) {
      append(entry, step, current, now);
      sequence += step.notifications().size();
    }
    return step;
  }

  /** Gives a number to the arming of each timer that a step arms. */
  private void number(Step step) {
    List<Effect> effects = step.effects();
    int arming = armings + 1;
    for (int i = 0; i < effects.size(); i++) {
      Timer timer = ARMS.get(effects.get(i));
      if (timer != null) {
        latestArming[index(timer)] = arming;
        armings = arming;
      }
    }
  }

  @SuppressWarnings("EnumOrdinal") // a map would cost each connection ten times as much
  private static int index(Timer timer) {
    return timer.ordinal();
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
        decide(fact, null, now);
      }
      return null;
    } catch (Throwable broken) {
      return broken;
    }
  }

  /** Drops a stale fact; a success that comes too late is undone on its own session. */
  private void drop(SessionLink link, Event fact, long now) {
    dropped++;
    // What the specification does with this fact once the session is over.
    Step afterTheEnd = Table.step(Location.DISCONNECTED, fact);
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
    entry.arming = armings;
    entry.nanoTime = recorded ? monotonic(now) : now;
    outbox.append(entry);
  }

  /** The clock was read before the lock: two threads may have come the other way round. */
  private long monotonic(long now) {
    if (now - latestNanoTime > 0) {
      latestNanoTime = now;
    }
    return latestNanoTime;
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
