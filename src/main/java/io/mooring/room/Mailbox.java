package io.mooring.room;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import io.mooring.room.CallFailure.Callee;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Effect;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Notification;
import io.mooring.room.spec.Outcome;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a connection: decides under its lock, one event at a time, and sees to it that what
 * follows is carried out in that order with no lock held.
 *
 * <p>A decision asks the engine, writes the location, and puts what is owed into the outbox.
 * Nothing outside this library is called meanwhile. The outbox is emptied by whoever finds it
 * untended: one thread, until nothing is left.
 */
final class Mailbox {

  /** The events that begin a reconnect episode somewhere: when they came in matters. */
  private static final Set<Event> BEGIN_EPISODES =
      Table.steps().stream()
          .filter(step -> step.effects().contains(Effect.ARM_WINDOW))
          .map(Step::event)
          .collect(toCollection(() -> EnumSet.noneOf(Event.class)));

  private final Engine engine;
  private final RoomScheduler scheduler;
  private final Failures failures;
  private final Listeners listeners;
  private final Effects effects;
  private final @Nullable StepRecorder recorder;

  /** Where the connection is; written by {@link #enter} alone. */
  private volatile Location location;

  /**
   * The number of the first change after the last release: what comes before is not told any more.
   */
  private volatile long toldFrom;

  // All below is guarded by this object's lock.
  private @Nullable SessionLink current;
  private long sequence;
  private long episode;
  private long dropped;
  private long latestNanoTime;

  // The outbox: a queue, whether somebody is emptying it, and an entry to use again.
  private @Nullable Entry first;
  private @Nullable Entry last;
  private boolean tended;
  private @Nullable Entry spare;

  Mailbox(RoomConnection.Builder builder) {
    engine = requireNonNull(builder.engine.get(), "The supplier of the engine gave null");
    scheduler = builder.scheduler;
    recorder = builder.recorder;
    failures = new Failures(builder.failureHandler);
    listeners = new Listeners(failures);
    effects = new Effects(this, builder.transport, scheduler, failures, builder.reconnectWindow);
    location = engine.location();
    latestNanoTime = recorder == null ? 0 : scheduler.nanoTime();
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
      mine = tend();
    }
    empty(mine);
    return code;
  }

  /** A fact that the transport tells about one of its sessions. */
  void fact(SessionLink link, Event fact) {
    long now = timeOf(fact);
    Entry mine;
    synchronized (this) {
      if (link.phase == SessionLink.Phase.OPENING) {
        // Until open has returned nobody knows whether there is a session to tell about.
        link.keepForLater(fact);
        return;
      }
      if (link != current || link.phase == SessionLink.Phase.VOID) {
        drop(link, fact, now);
      } else {
        decide(fact, null, now);
      }
      mine = tend();
    }
    empty(mine);
  }

  /** A reconnect window has run out, or cannot be measured. */
  void windowUsedUp(SessionLink link, long ofEpisode) {
    Event fact = Event.RECONNECT_WINDOW_USED_UP;
    long now = timeOf(fact);
    Throwable broken = null;
    Entry mine;
    synchronized (this) {
      if (link != current || ofEpisode != episode) {
        drop(link, fact, now);
      } else {
        broken = tryToDecide(fact, now);
      }
      mine = tend();
    }
    report(broken, link);
    empty(mine);
  }

  /** The transport has opened a session: what it told meanwhile is decided now. */
  void opened(SessionLink link) {
    long now = timeOf(Event.MEDIA_LOST);
    Throwable broken = null;
    synchronized (this) {
      link.phase = SessionLink.Phase.OPEN;
      for (Event fact : link.takeEarly()) {
        if (link != current) {
          drop(link, fact, now);
        } else if (broken == null) {
          broken = tryToDecide(fact, now);
        }
      }
    }
    report(broken, link);
  }

  /** The transport has failed to open a session: what it told meanwhile is void. */
  void openFailed(SessionLink link) {
    long now = timeOf(Event.LONG_LINK_FAILED);
    Throwable broken = null;
    synchronized (this) {
      link.phase = SessionLink.Phase.VOID;
      for (Event fact : link.takeEarly()) {
        drop(link, fact, now);
      }
      if (link == current) {
        broken = tryToDecide(Event.LONG_LINK_FAILED, now);
      }
    }
    report(broken, link);
  }

  private long timeOf(Event event) {
    return recorder != null || BEGIN_EPISODES.contains(event) ? scheduler.nanoTime() : 0;
  }

  private void report(@Nullable Throwable broken, SessionLink link) {
    if (broken != null) {
      failures.report(Callee.ENGINE, "step", link.epoch(), broken);
    }
  }

  /* ---------------- deciding, under the lock ---------------- */

  private Step decide(Event event, @Nullable SessionLink asked, long now) {
    // Taken before the engine moves: when memory runs out, nothing has happened.
    Entry entry = reserve();
    Location before = location;
    Step step = engine.step(event);
    if (step.from() != before || step.event() != event) {
      throw new IllegalStateException(
          engine + " answered to " + event + " in " + before + " with " + step);
    }
    if (step.effects().contains(Effect.OPEN_TRANSPORT)) {
      begin(step, asked);
    }
    if (step.effects().contains(Effect.ARM_WINDOW)) {
      episode++;
    }
    enter(step);
    if (recorder != null || !step.effects().isEmpty() || !step.notifications().isEmpty()) {
      append(entry, step, current, now);
      sequence += step.notifications().size();
    }
    return step;
  }

  /** The one place that writes the state. */
  private void enter(Step step) {
    location = step.to();
    if (step.event() == Event.RELEASE && step.outcome() == Outcome.TAKEN) {
      toldFrom = sequence + 1;
    }
  }

  private void begin(Step step, @Nullable SessionLink asked) {
    if (asked == null) {
      throw new IllegalStateException("A session is to be opened, but in no room: " + step);
    }
    asked.begin(current == null ? 1 : current.epoch() + 1);
    current = asked;
  }

  /** Decides where nobody waits for an answer: an engine that breaks is to be reported. */
  private @Nullable Throwable tryToDecide(Event fact, long now) {
    try {
      decide(fact, null, now);
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
    if (recorder != null || !afterTheEnd.effects().isEmpty()) {
      Entry entry = reserve();
      append(entry, afterTheEnd, link, now);
      entry.stale = true;
    }
  }

  /* ---------------- the outbox, under the lock ---------------- */

  /** An entry for the next decision; it stays the spare one until it is appended. */
  private Entry reserve() {
    Entry entry = spare;
    if (entry == null) {
      entry = new Entry();
      spare = entry;
    }
    return entry;
  }

  private void append(Entry entry, Step step, @Nullable SessionLink link, long now) {
    spare = null;
    entry.step = step;
    entry.link = link;
    entry.sequence = sequence + 1;
    entry.episode = episode;
    entry.nanoTime = recorder == null ? now : monotonic(now);
    if (last == null) {
      first = entry;
    } else {
      last.next = entry;
    }
    last = entry;
  }

  /** The clock was read before the lock: two threads may have come the other way round. */
  private long monotonic(long now) {
    if (now - latestNanoTime > 0) {
      latestNanoTime = now;
    }
    return latestNanoTime;
  }

  /**
   * Makes the caller the one who empties the outbox, if there is anything in it and nobody does.
   */
  private @Nullable Entry tend() {
    if (tended || first == null) {
      return null;
    }
    tended = true;
    return take();
  }

  private @Nullable Entry take() {
    Entry entry = first;
    if (entry != null) {
      first = entry.next;
      if (first == null) {
        last = null;
      }
    }
    return entry;
  }

  private synchronized @Nullable Entry takeNext(Entry done) {
    done.clear();
    spare = done;
    Entry next = take();
    tended = next != null;
    return next;
  }

  private synchronized void abandon() {
    tended = false;
  }

  /* ---------------- carrying out, with no lock held ---------------- */

  private void empty(@Nullable Entry mine) {
    boolean emptied = false;
    try {
      for (Entry entry = mine; entry != null; entry = takeNext(entry)) {
        carryOut(entry);
      }
      emptied = true;
    } finally {
      if (!emptied) {
        // Only a lack of stack or memory in this very method ends up here. Whoever comes next goes
        // on with what is left.
        abandon();
      }
    }
  }

  private void carryOut(Entry entry) {
    Step step = requireNonNull(entry.step);
    if (recorder != null) {
      record(recorder, entry, step);
    }
    List<Effect> wanted = step.effects();
    for (int i = 0; i < wanted.size(); i++) {
      effects.carryOut(entry, wanted.get(i));
    }
    if (!entry.stale && !step.notifications().isEmpty()) {
      tell(entry, step);
    }
  }

  private void record(StepRecorder witness, Entry entry, Step step) {
    try {
      if (entry.stale) {
        witness.stale(entry.nanoTime, entry.sessionEpoch(), step.event(), step.effects());
      } else {
        witness.recorded(entry.nanoTime, entry.sessionEpoch(), step);
      }
    } catch (Throwable thrown) {
      failures.report(Callee.RECORDER, step.event().action(), entry.sessionEpoch(), thrown);
    }
  }

  private void tell(Entry entry, Step step) {
    if (listeners.isEmpty()) {
      return;
    }
    ConnectionState from = step.from().state();
    long number = entry.sequence;
    for (Notification told : step.notifications()) {
      ConnectionState to = told.state();
      long epoch = entry.sessionEpoch();
      listeners.tell(new ConnectionChange(from, to, told.reason(), number, epoch), this);
      from = to;
      number++;
    }
  }

  /** Whether no release was decided after a change; asked anew before each call of a listener. */
  boolean mayTell(ConnectionChange change) {
    return change.sequence() >= toldFrom;
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
