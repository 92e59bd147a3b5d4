package io.mooring.room;

import static java.util.Objects.requireNonNull;

import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.ReturnCode;
import io.mooring.room.spec.Timer;
import io.mooring.room.spec.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The connection of one client to one room at a time, as its user sees it.
 *
 * <p>What a command or a fact means in each state is decided by the specification {@code
 * RoomConnection.tla}, through the table that is generated from it ({@link
 * io.mooring.room.spec.Table}): whether it is taken, ignored or refused, the next state, what is
 * told, and what is carried out. This class adds when and on which thread that happens.
 *
 * <h2>Order</h2>
 *
 * <p>A command or fact is decided at once, under a short lock that nothing is called out of: when a
 * command returns, its return code is final and the state is written, also inside a callback. What
 * follows goes five ways, each in the order of decision and one call at a time, and none waits for
 * another but where it says so:
 *
 * <ol>
 *   <li>the timers of the step are cancelled and armed, by the thread that decided it and before
 *       anything else is called;
 *   <li>the transport is asked for the step's effects, in the order of the table;
 *   <li>failures are reported to the {@link FailureHandler};
 *   <li>the step is shown to the {@link StepRecorder};
 *   <li>the changes are told, each to all listeners in the order in which they were added, and then
 *       what a join came to ({@link CommandResult}); a step is told once it was recorded, a leave
 *       once it was carried out. A {@link Builder#listenerExecutor} is handed them in order.
 * </ol>
 *
 * <p>The connection has no thread. Whoever gives a command or tells a fact takes on, with no lock
 * held, the first of these that nobody is at, then the next, until nothing is left, also what
 * others decided meanwhile. So on one thread a step is carried out, recorded and told in this
 * order. Of several, one that is stuck in a call keeps waiting what goes the same way, and nothing
 * else: no effect waits for a listener. {@code src/docs/guide/threads.md} says of everybody who is
 * called what waits for him.
 *
 * <p>A thread inside a callback calls no listener. A command given there has its effects carried
 * out before it returns, unless another thread is at it; its callbacks come after the one that is
 * under way. A thread inside a call of the transport stores what it decided, and does nothing else
 * of this before that has returned.
 *
 * <h2>Failures</h2>
 *
 * <p>Whatever a listener, the transport, the scheduler or the recorder throws, errors included, is
 * reported to the {@link FailureHandler} and goes no further: the caller whose thread happens to
 * call them has nothing to do with it. Nothing waits for the handler but further reports. A
 * transport that throws from {@code open} has failed to build the long link, and a scheduler that
 * refuses a timer has let it run out: a join or an episode that cannot be bounded ends, and so does
 * an attempt. A session that throws from {@code tryToRejoin} has failed that attempt. Every other
 * failure changes nothing.
 *
 * <p>A call of the transport must not block. One that has not returned when a timer or its attempt
 * is over is reported once; until it returns nothing else is asked of the transport.
 *
 * <h2>Time</h2>
 *
 * <p>While the connection is {@link ConnectionState#CONNECTING} its join timeout runs, while it is
 * {@link ConnectionState#RECONNECTING} its reconnect window, each measured from the moment when the
 * command or fact that armed it came in. A deadline that has passed is decided before whatever
 * comes in after it, also in a process that was asleep. Timers that fire in spite of being
 * cancelled are dropped and counted. {@link Timer} has them all, with their bounds.
 *
 * <p>While it is {@code RECONNECTING} the session is asked for one attempt after the other to get
 * back into the room, at the pace of the {@link ReconnectPolicy} and until the reconnecting stops.
 * An attempt begins, and its time runs, when the session is asked for it; none begins after the
 * window, whatever kept it waiting. Attempts neither shorten nor prolong the window.
 *
 * <p>Safe for use by any thread.
 */
public final class RoomConnection {

  /** The default reconnect window: the midpoint of the permitted range. */
  public static final Duration DEFAULT_RECONNECT_WINDOW =
      TimerDurations.DEFAULT.of(Timer.RECONNECT_WINDOW);

  /** The default join timeout: the longest permitted one. */
  public static final Duration DEFAULT_JOIN_TIMEOUT = TimerDurations.DEFAULT.of(Timer.JOIN_TIMEOUT);

  /** The default reconnect policy: rounds over one server. */
  public static final ReconnectPolicy DEFAULT_RECONNECT_POLICY = BoundedPolicy.DEFAULT_POLICY;

  private final ConnectionCore core;

  private RoomConnection(ConnectionConfig config) {
    core = new ConnectionCore(config);
    core.resume(config);
  }

  /** Begins a connection over a transport. */
  public static Builder builder(RoomTransport transport) {
    return new Builder(requireNonNull(transport, "transport"));
  }

  /**
   * Sets the engine up: the specification's {@code Initialize}.
   *
   * @return {@link ReturnCode#OK}, or the code of the refusal
   */
  public ReturnCode initialize() {
    return core.command(Event.INITIALIZE);
  }

  /**
   * Asks to join a room: the specification's {@code JoinChannel}. An accepted join begins a new
   * session; facts of the sessions before it are stale from then on.
   *
   * @param channelName the name of the room; neither empty nor blank
   * @param uid the user's id, to be read as unsigned; 0 leaves the choice to the server
   * @return {@link ReturnCode#OK}, or the code of the refusal, and what the join came to; a refused
   *     join changes nothing
   * @throws IllegalArgumentException when the name is empty or blank; nothing is decided
   */
  public CommandResult joinChannel(String channelName, long uid) {
    return core.join(new ChannelRequest(channelName, uid));
  }

  /**
   * Leaves the room: the specification's {@code LeaveChannel}. It wins against every timer and
   * every fact that is decided after it, and waits for no answer.
   *
   * @return {@link ReturnCode#OK}, or the code of the refusal, and when the leave was carried out
   */
  public CommandResult leaveChannel() {
    return core.leave();
  }

  /**
   * Leaves the room and asks to join another one: the specification's {@code LeaveChannel} and
   * {@code JoinChannel}. No other command, fact or timer comes between them, and no listener hears
   * anything between their changes; who reads the state may see that the old room has been left.
   *
   * @param channelName the name of the other room; neither empty nor blank
   * @param uid the user's id there, to be read as unsigned; 0 leaves the choice to the server
   * @return {@link ReturnCode#OK} and what the join came to, or the code of a refused leave
   * @throws IllegalArgumentException when the name is empty or blank; nothing is decided
   */
  public CommandResult switchChannel(String channelName, long uid) {
    return core.leaveAndJoin(new ChannelRequest(channelName, uid));
  }

  /**
   * Gives the engine up: the specification's {@code Release}. A session that is still there is left
   * first. Once it is decided no call of a listener begins any more, also not for changes that were
   * decided before and not told yet; one that another thread is making may end after this returns,
   * and none follows it. Listeners stay registered: an engine that is initialised again tells them
   * of what follows. Outcomes of joins and leaves are told: nobody must wait for one for ever.
   *
   * @return {@link ReturnCode#OK}
   */
  public ReturnCode release() {
    return core.command(Event.RELEASE);
  }

  /**
   * The state now. Inside a callback this is the state that the change led to or a later one, never
   * an earlier one.
   */
  public ConnectionState getConnectionState() {
    return core.location().state();
  }

  /** The latest change, told or not, of this life or an earlier one; empty before the first. */
  public Optional<ConnectionChange> lastChange() {
    return core.lastChange();
  }

  /** Which life of the connection this is: the first, or one that goes on from a snapshot. */
  public Life life() {
    return core.life();
  }

  /** Where the connection is, for {@link Builder#restore(ConnectionSnapshot)} in a later life. */
  public ConnectionSnapshot capture() {
    return core.capture();
  }

  /**
   * Adds a listener. It hears every change that is decided after this call and none that was
   * decided before, so that a state read after adding misses nothing.
   */
  public Registration addListener(ConnectionListener listener) {
    return core.addListener(requireNonNull(listener, "listener"));
  }

  /**
   * How many facts, ends of attempts and firings of timers were dropped because their session,
   * episode or attempt was over, or because their session could not be opened.
   */
  public long droppedStaleFacts() {
    return core.dropped();
  }

  /** How many attempts to get back into a room were begun, in all episodes. */
  public long reconnectAttempts() {
    return core.attempted();
  }

  /**
   * What this connection decided last, for a bug report: a step on each line, the oldest first, as
   * many as {@link Builder#stepLog(int)} says, from the first join on. What changed nothing may
   * lack its time: it came between its neighbours. The text is for people, and may change. It
   * stands in every {@link CallFailure} that the connection reports, too.
   */
  public String stepLog() {
    return core.stepLog();
  }

  /** For example {@code RoomConnection[CONNECTED, session 2 in "lobby" as user 7, ...]}. */
  @Override
  public String toString() {
    return "RoomConnection[" + core + "]";
  }

  /** What a connection is made of. Not safe for use by several threads. */
  public static final class Builder {
    private final ConnectionConfig.Draft draft;

    private Builder(RoomTransport transport) {
      draft = new ConnectionConfig.Draft(transport);
    }

    /**
     * What decides the steps; asked once for each connection. By default a {@link CompiledEngine}.
     */
    public Builder engine(Supplier<? extends Engine> newEngine) {
      draft.engine = requireNonNull(newEngine, "newEngine");
      return this;
    }

    /** The clock and the timer. By default {@link RoomScheduler#system()}. */
    public Builder scheduler(RoomScheduler newScheduler) {
      draft.scheduler = requireNonNull(newScheduler, "newScheduler");
      return this;
    }

    /**
     * How long the client tries to get back into the room before it gives up. By default {@link
     * #DEFAULT_RECONNECT_WINDOW}.
     *
     * @param window from {@link Timing#WINDOW_AT_LEAST} to {@link Timing#WINDOW_AT_MOST}
     * @throws IllegalArgumentException when it is shorter or longer
     */
    public Builder reconnectWindow(Duration window) {
      draft.timerDurations = draft.timerDurations.with(Timer.RECONNECT_WINDOW, window);
      return this;
    }

    /**
     * The pace of the attempts to get back into the room. By default {@link
     * #DEFAULT_RECONNECT_POLICY}.
     *
     * @throws IllegalArgumentException when it breaks a bound of the specification: an attempt that
     *     may take longer than {@link Timing#ATTEMPT_AT_MOST}, or a pause shorter than {@link
     *     Timing#BACK_OFF_AT_LEAST} or longer than {@link Timing#BACK_OFF_AT_MOST}
     */
    public Builder reconnectPolicy(ReconnectPolicy newPolicy) {
      draft.policy = draft.policy.with(requireNonNull(newPolicy, "newPolicy"));
      return this;
    }

    /**
     * The source of the random numbers of a reconnect policy, for example a seeded one; used by one
     * thread at a time. By default that of the calling thread, {@link ThreadLocalRandom}.
     */
    public Builder random(RandomGenerator newRandom) {
      draft.policy = draft.policy.with(requireNonNull(newRandom, "newRandom"));
      return this;
    }

    /**
     * How long the client waits for the answer to a join before it has failed. By default {@link
     * #DEFAULT_JOIN_TIMEOUT}.
     *
     * @param timeout from {@link Timing#JOIN_AT_LEAST} to {@link Timing#JOIN_AT_MOST}
     * @throws IllegalArgumentException when it is shorter or longer
     */
    public Builder joinTimeout(Duration timeout) {
      draft.timerDurations = draft.timerDurations.with(Timer.JOIN_TIMEOUT, timeout);
      return this;
    }

    /** Who hears of failures of what is called. By default {@link FailureHandler#log()}. */
    public Builder onFailure(FailureHandler handler) {
      draft.failureHandler = requireNonNull(handler, "handler");
      return this;
    }

    /**
     * Where listeners are called and outcomes told, for example an application's main thread. By
     * default whichever thread finds them untold.
     *
     * <p>They are called one at a time and in the order of decision, whatever the executor does.
     * The connection neither waits for them nor bounds how many may wait. When the executor throws,
     * that is reported, and whatever waits is called right there, by the thread that hands over. It
     * must not drop a task that it accepted: nobody could know.
     */
    public Builder listenerExecutor(Executor executor) {
      draft.listenerExecutor = requireNonNull(executor, "executor");
      return this;
    }

    /** Receives every decision. No recorder by default. */
    public Builder recorder(StepRecorder newRecorder) {
      draft.recorder = requireNonNull(newRecorder, "newRecorder");
      return this;
    }

    /**
     * How many of its last decisions the connection keeps for {@link RoomConnection#stepLog()}. By
     * default 16, for some 190 bytes once it was asked to join; 8 bytes for each further one.
     *
     * @param size 0 for none
     * @throws IllegalArgumentException when it is negative
     */
    public Builder stepLog(int size) {
      if (size < 0) {
        throw new IllegalArgumentException("stepLog size must be >= 0, but was " + size);
      }
      draft.stepLogSize = size;
      return this;
    }

    /**
     * One more listener, which hears everything from the beginning, also what restoring decides.
     */
    public Builder listener(ConnectionListener listener) {
      draft.listeners.add(requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Where the snapshots are kept that a later process can go on from. By default nowhere.
     *
     * <p>It is called before the effects of each change are carried out and before it is told.
     */
    public Builder snapshots(SnapshotStore newStore) {
      draft.store = requireNonNull(newStore, "newStore");
      return this;
    }

    /** Goes on from a snapshot of unknown age, see below. */
    public Builder restore(ConnectionSnapshot snapshot) {
      return restore(snapshot, TimeAway.unknown());
    }

    /** Goes on from a snapshot that was taken exactly so long ago, see below. */
    public Builder restore(ConnectionSnapshot snapshot, Duration sinceCapture) {
      return restore(snapshot, TimeAway.exactly(sinceCapture));
    }

    /** Goes on from a snapshot; its process died at any time since it was taken, see below. */
    public Builder restore(ConnectionSnapshot snapshot, TimeAway sinceCapture) {
      return restore(snapshot, sinceCapture, TimeAway.atMost(sinceCapture.atMost()));
    }

    /**
     * Goes on from where a connection was that died with its process. Numbers of sessions and
     * changes go on. Its links are gone: {@link #build()} decides what that means before anybody
     * has the connection, by the specification ({@code RoomLives}), and a {@link #listener} hears
     * it. A join has failed, a connection that stood is reconnecting, an episode goes on; where its
     * window <em>may</em> be over it is, and nothing is attempted. {@code
     * src/docs/guide/restore.md} says all of it.
     *
     * @param snapshot where it was
     * @param sinceCapture how long ago that was, by a clock that runs while the process is dead
     * @param sinceDeath how long ago its process died; or, as {@link TimeAway#atMost}, the time
     *     since its last sign of life
     */
    public Builder restore(
        ConnectionSnapshot snapshot, TimeAway sinceCapture, TimeAway sinceDeath) {
      draft.restoration = new Restoration(snapshot, sinceCapture, sinceDeath);
      return this;
    }

    /**
     * A connection of these parts, where its engine is: not initialised, with the default one; or
     * where a snapshot takes it.
     *
     * @throws IllegalStateException when a snapshot is to be restored and the engine is not new
     */
    public RoomConnection build() {
      return new RoomConnection(draft.config());
    }
  }
}
