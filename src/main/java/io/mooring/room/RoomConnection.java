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
 * <p>The specification {@code RoomConnection.tla} decides what a command or a fact does in each
 * state, through the table that is generated from it ({@link io.mooring.room.spec.Table}): whether
 * it is taken, ignored or refused, the next state, the notifications, and the effects. This class
 * adds when and on which thread that happens.
 *
 * <h2>Order</h2>
 *
 * <p>A command or fact is decided at once, under a short lock under which no other code is called:
 * when a command returns, its return code is final and the state is written, also inside a
 * callback. What follows has five parts. Each is delivered in the order of decision and one call at
 * a time, and none waits for another except where stated:
 *
 * <ol>
 *   <li>the timers of the step are cancelled and armed, by the thread that decided it and before
 *       any other call;
 *   <li>the transport carries out the step's effects, in the order of the table;
 *   <li>failures are reported to the {@link FailureHandler};
 *   <li>the step is passed to the {@link StepRecorder};
 *   <li>listeners are notified of each change in the order in which they were added, and then the
 *       result of a join is completed ({@link CommandResult}): of a step after it was recorded, of
 *       a leave after it was carried out. A {@link Builder#listenerExecutor} receives these calls
 *       in order.
 * </ol>
 *
 * <p>The connection has no thread of its own. A thread that calls a command or reports a fact
 * takes, with no lock held, the first part that no other thread is delivering, then the next, until
 * nothing is pending, including what other threads have decided meanwhile. One that is stuck in a
 * call delays only further deliveries of the same part: no effect waits for a listener. {@code
 * src/docs/guide/threads.md} says for each call what waits for it.
 *
 * <p>A thread inside a callback calls no listener: the effects of its commands are carried out
 * before they return, unless another thread is carrying out effects; their callbacks follow. A
 * thread inside a call of the transport only stores what it decided until that call has returned.
 *
 * <h2>Failures</h2>
 *
 * <p>What a listener, the transport, the scheduler or the recorder throws, errors included, is
 * reported to the {@link FailureHandler} and never reaches the caller of a command or fact. Only
 * further reports wait for the handler. If {@code open} of the transport throws, the long link has
 * failed. If the scheduler rejects a timer, the timer has expired: a join, an episode or an attempt
 * that cannot be timed ends. If {@code tryToRejoin} of a session throws, that attempt has failed.
 * No other failure changes anything.
 *
 * <p>A call of the transport must not block. One that has not returned when a timer or its attempt
 * is over is reported once; until it returns there is no other call of the transport.
 *
 * <h2>Time</h2>
 *
 * <p>While the connection is {@link ConnectionState#CONNECTING} its join timeout runs, while it is
 * {@link ConnectionState#RECONNECTING} its reconnect window, each measured from the arrival of the
 * command or fact that armed it. A deadline that has passed is decided before anything that arrives
 * after it, also in a process that was asleep. Timers that fire after they were cancelled are
 * dropped and counted. {@link Timer} lists them, with their bounds.
 *
 * <p>While it is {@code RECONNECTING} the session makes one attempt after the other to rejoin the
 * room, at the pace of the {@link ReconnectPolicy} and until the reconnecting stops. The time of an
 * attempt begins when the session is called; none begins after the window, whatever delayed it.
 * Attempts neither shorten nor prolong the window.
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

  /** Begins the configuration of a connection over a transport. */
  public static Builder builder(RoomTransport transport) {
    return new Builder(requireNonNull(transport, "transport"));
  }

  /**
   * Initialises the engine: the specification's {@code Initialize}.
   *
   * @return {@link ReturnCode#OK}, or the code of the refusal
   */
  public ReturnCode initialize() {
    return core.command(Event.INITIALIZE);
  }

  /**
   * Joins a room: the specification's {@code JoinChannel}. An accepted join begins a new session;
   * facts of earlier sessions are stale from then on.
   *
   * @param channelName the name of the room; neither empty nor blank
   * @param uid the user's id, unsigned; 0 if the server is to choose one
   * @return {@link ReturnCode#OK}, or the code of the refusal, and the result of the join; a
   *     refused join changes nothing
   * @throws IllegalArgumentException when the name is empty or blank; nothing is decided
   */
  public CommandResult joinChannel(String channelName, long uid) {
    return core.join(new ChannelRequest(channelName, uid));
  }

  /**
   * Leaves the room: the specification's {@code LeaveChannel}. It has priority over every timer and
   * every fact that is decided after it, and waits for no answer.
   *
   * @return {@link ReturnCode#OK}, or the code of the refusal, and completion when the leave was
   *     carried out
   */
  public CommandResult leaveChannel() {
    return core.leave();
  }

  /**
   * Leaves the room if the join of a session has no result yet: the specification's {@code
   * LeaveChannel}, decided only then. A caller that gives up its join never ends another one's, nor
   * a join that has succeeded.
   *
   * @param sessionEpoch the number of the session, from {@link CommandResult#sessionEpoch()}
   * @return whether the room was left
   */
  public boolean cancelJoin(long sessionEpoch) {
    return sessionEpoch > Decider.ANY_SESSION && core.cancelJoin(sessionEpoch);
  }

  /**
   * Leaves the room and joins another one: the specification's {@code LeaveChannel} and {@code
   * JoinChannel}, with nothing decided or notified between them. A read of the state may show that
   * the old room has been left.
   *
   * @param channelName the name of the other room; neither empty nor blank
   * @param uid the user's id there, unsigned; 0 if the server is to choose one
   * @return {@link ReturnCode#OK} and the result of the join, or the code of a refused leave
   * @throws IllegalArgumentException when the name is empty or blank; nothing is decided
   */
  public CommandResult switchChannel(String channelName, long uid) {
    return core.leaveAndJoin(new ChannelRequest(channelName, uid));
  }

  /**
   * Releases the engine: the specification's {@code Release}. A session is left first. After the
   * decision listeners are notified of no earlier change; a call of another thread may end later.
   * They stay registered. The results of pending joins and leaves are completed.
   *
   * @return {@link ReturnCode#OK}
   */
  public ReturnCode release() {
    return core.command(Event.RELEASE);
  }

  /**
   * The current state. Inside a callback this is the state that the change led to or a later one,
   * never an earlier one.
   */
  public ConnectionState getConnectionState() {
    return core.location().state();
  }

  /** The latest change of this life or an earlier one, notified or not; empty before the first. */
  public Optional<ConnectionChange> lastChange() {
    return core.lastChange();
  }

  /** Which life of the connection this is: the first, or one that was restored from a snapshot. */
  public Life life() {
    return core.life();
  }

  /**
   * A snapshot of the connection, for {@link Builder#restore(ConnectionSnapshot)} in a later life.
   */
  public ConnectionSnapshot capture() {
    return core.capture();
  }

  /**
   * Adds a listener. It is notified of every change that is decided after this call and of none
   * that was decided before, so that a state read after adding misses nothing.
   */
  public Registration addListener(ConnectionListener listener) {
    return core.addListener(requireNonNull(listener, "listener"));
  }

  /** How many facts and timers were dropped because what they are about was over. */
  public long droppedStaleFacts() {
    return core.dropped();
  }

  /** How many attempts to rejoin a room were begun, in all episodes. */
  public long reconnectAttempts() {
    return core.attempted();
  }

  /**
   * The last {@link Builder#stepLog(int)} decisions since the first join, for a bug report: one on
   * each line, the oldest first. One that changed nothing may have no time. The text may change.
   * Every reported {@link CallFailure} includes it.
   */
  public String stepLog() {
    return core.stepLog();
  }

  /** For example {@code RoomConnection[CONNECTED, session 2 in "lobby" as user 7, ...]}. */
  @Override
  public String toString() {
    return "RoomConnection[" + core + "]";
  }

  /** The configuration of a connection. Not safe for use by several threads. */
  public static final class Builder {
    private final ConnectionConfig.Draft draft;

    private Builder(RoomTransport transport) {
      draft = new ConnectionConfig.Draft(transport);
    }

    /**
     * The engine that decides the steps; the supplier is called once for each connection. By
     * default a {@link CompiledEngine}.
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
     * How long the client tries to rejoin the room. By default {@link #DEFAULT_RECONNECT_WINDOW}.
     *
     * @param window from {@link Timing#WINDOW_AT_LEAST} to {@link Timing#WINDOW_AT_MOST}
     * @throws IllegalArgumentException when it is shorter or longer
     */
    public Builder reconnectWindow(Duration window) {
      draft.timerDurations = draft.timerDurations.with(Timer.RECONNECT_WINDOW, window);
      return this;
    }

    /**
     * The pace of the attempts to rejoin the room. By default {@link #DEFAULT_RECONNECT_POLICY}.
     *
     * @throws IllegalArgumentException when it exceeds a bound of the specification: an attempt
     *     that may take longer than {@link Timing#ATTEMPT_AT_MOST}, or a pause shorter than {@link
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

    /** Receives what called code throws. By default {@link FailureHandler#log()}. */
    public Builder onFailure(FailureHandler handler) {
      draft.failureHandler = requireNonNull(handler, "handler");
      return this;
    }

    /**
     * Runs the calls of listeners and completes results, for example on an application's main
     * thread. By default the thread that delivers them. The calls are made one at a time and in the
     * order of decision, whatever the executor does. The connection neither waits for them nor
     * limits their number. If the executor throws, that is reported, and its caller makes the
     * queued calls. It must not drop an accepted task.
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
     * How many of its last decisions, 0 for none, the connection keeps for {@link
     * RoomConnection#stepLog()}. By default 16, for some 190 bytes once it was asked to join; 8
     * bytes for each further one.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Builder stepLog(int size) {
      if (size < 0) {
        throw new IllegalArgumentException("stepLog size must be >= 0, but was " + size);
      }
      draft.stepLogSize = size;
      return this;
    }

    /** Adds a listener that is notified from the beginning, also of what a restoration decides. */
    public Builder listener(ConnectionListener listener) {
      draft.listeners.add(requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Stores the snapshots that a later process can be restored from, each before the effects of
     * its change are carried out and listeners are notified. No store by default.
     */
    public Builder snapshots(SnapshotStore newStore) {
      draft.store = requireNonNull(newStore, "newStore");
      return this;
    }

    /** Restores a snapshot of unknown age, see below. */
    public Builder restore(ConnectionSnapshot snapshot) {
      return restore(snapshot, TimeAway.unknown());
    }

    /** Restores a snapshot of exactly this age, see below. */
    public Builder restore(ConnectionSnapshot snapshot, Duration sinceCapture) {
      return restore(snapshot, TimeAway.exactly(sinceCapture));
    }

    /** Restores a snapshot; its process died at any time since it was taken, see below. */
    public Builder restore(ConnectionSnapshot snapshot, TimeAway sinceCapture) {
      return restore(snapshot, sinceCapture, TimeAway.atMost(sinceCapture.atMost()));
    }

    /**
     * Restores a connection whose process died. The numbers of sessions and changes continue. Its
     * links are lost: {@link #build()} decides what that means by the specification ({@code
     * RoomLives}), before the connection is used, and a {@link #listener} is notified of it. A join
     * in progress has failed, a connection that had a link is reconnecting, an episode continues; a
     * window that <em>may</em> be over is over, and nothing is attempted. {@code
     * src/docs/guide/restore.md} has the details.
     *
     * @param snapshot the state of the connection
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
     * Creates a connection in the location of its engine: not initialised, with the default engine;
     * or where a snapshot restores it to.
     *
     * @throws IllegalStateException if a snapshot is restored and the engine is not in its initial
     *     location
     */
    public RoomConnection build() {
      return new RoomConnection(draft.config());
    }
  }
}
