// Generated from spec/RoomConnection.tla by mooring-codegen. Do not edit; run: ./mooring generate

/**
 * The connection of one client to one room, as its user sees it.
 *
 * A user initialises the engine, joins a room, and leaves it. Meanwhile the world (the network
 * and the server) tells the client facts about its links, its session and its room. Each event
 * leads to a public state, to at most one notification (state, reason), and to the effects
 * that the client must carry out. Durations are not part of this module.
 *
 * Comments carry a tag: [D] the vendor of the SDK documents the rule,
 *
 * [I] the documents are silent or contradict each other, and we have decided.
 *
 * Of the specification `RoomConnection`. All of it is data and functions without state: a
 * program keeps the location, looks up the step of what happens, carries out its effects and
 * notifies its listeners.
 *
 * @packageDocumentation
 */

/** The state of a connection, as its user sees it. */
export const ConnectionState = {
  /** The engine is not initialised, or was released. */
  UNKNOWN: "UNKNOWN",
  /** Initialised and in no room: not joined yet, left, or ended by the server. */
  DISCONNECTED: "DISCONNECTED",
  /** The user asked to join; the first connection is being built. */
  CONNECTING: "CONNECTING",
  /** In the room. */
  CONNECTED: "CONNECTED",
  /** The client was in the room, a link broke, and the client tries to get back by itself. */
  RECONNECTING: "RECONNECTING",
  /** The client has given up and does not retry; only the user can change the state. */
  FAILED: "FAILED",
} as const;
export type ConnectionState = (typeof ConnectionState)[keyof typeof ConnectionState];

/** The reason of a notification. */
export const ConnectionReason = {
  /** The user left the room. */
  LEAVE_CHANNEL: "LEAVE_CHANNEL",
  /** The server closed the room. */
  CHANNEL_CLOSED: "CHANNEL_CLOSED",
  /** The server removed the user from the room. */
  BE_KICKED: "BE_KICKED",
  /** The session expired on the server, or the client's time for reconnecting ran out. */
  TIME_OUT: "TIME_OUT",
  /** The user asked to join a room. */
  JOIN_CHANNEL: "JOIN_CHANNEL",
  /** The first connection to the room is established. */
  JOIN_SUCCEED: "JOIN_SUCCEED",
  /** The connection is established again after a loss. */
  REJOIN_SUCCEED: "REJOIN_SUCCEED",
  /** The media link was lost. */
  MEDIA_CONNECTION_DISCONNECTED: "MEDIA_CONNECTION_DISCONNECTED",
  /** The signalling link was lost. */
  SIGNAL_DISCONNECTED: "SIGNAL_DISCONNECTED",
  /** The request for the room failed during the first join. */
  REQUEST_CHANNEL_FAILED: "REQUEST_CHANNEL_FAILED",
  /** The long link to the server could not be established during the first join. */
  JOIN_CHANNEL_FAILED: "JOIN_CHANNEL_FAILED",
  /** The network changed and a better server address was assigned. */
  RE_DISPATCH: "RE_DISPATCH",
  /** The client began to connect through the cloud proxy. */
  SETTING_PROXY_SERVER: "SETTING_PROXY_SERVER",
  /** The same user id joined from elsewhere. */
  BE_KICKED_DUE_TO_SAME_USER_ID: "BE_KICKED_DUE_TO_SAME_USER_ID",
} as const;
export type ConnectionReason = (typeof ConnectionReason)[keyof typeof ConnectionReason];

/** The code that a command returns, or with which it is answered later. */
export const ReturnCode = {
  /** The command was accepted. */
  OK: "OK",
  /** A join is already under way. */
  ALREADY_JOINING: "ALREADY_JOINING",
  /** The command does not fit the state of the engine. */
  WRONG_STATE: "WRONG_STATE",
  /** The long link to the server could not be established, or not in time. */
  CONNECT_FAILED: "CONNECT_FAILED",
  /** The user left before the join was answered. */
  JOIN_CUT_BY_LEAVE: "JOIN_CUT_BY_LEAVE",
  /** The user released the engine before the join was answered. */
  JOIN_CUT_BY_RELEASE: "JOIN_CUT_BY_RELEASE",
  /** The user is in a room already. */
  ALREADY_JOINED: "ALREADY_JOINED",
  /** There is no room to leave. */
  NOT_JOINED: "NOT_JOINED",
  /** The room was left already. */
  REPEATED_LEAVE: "REPEATED_LEAVE",
  /** The request for the room failed. */
  REQUEST_JOIN_FAILED: "REQUEST_JOIN_FAILED",
  /** The server removed the user from the room. */
  SERVER_KICKED: "SERVER_KICKED",
  /** The server closed the room. */
  ROOM_BE_CLOSED: "ROOM_BE_CLOSED",
  /** The same user id joined from elsewhere. */
  DUPLICATE_UID: "DUPLICATE_UID",
} as const;
export type ReturnCode = (typeof ReturnCode)[keyof typeof ReturnCode];

/** What the client must carry out. Every effect is idempotent. */
export const Effect = {
  /** Ask for the room and build the links to its server. */
  OPEN_TRANSPORT: "OPEN_TRANSPORT",
  /** Close the links and discard everything in flight on them. */
  CLOSE_TRANSPORT: "CLOSE_TRANSPORT",
  /** Tell the server, best effort and without waiting, that the user leaves. */
  ANNOUNCE_LEAVE: "ANNOUNCE_LEAVE",
  /** Begin to try to get back into the room. */
  START_RECONNECTING: "START_RECONNECTING",
  /** Stop all attempts to get back into the room. */
  STOP_RECONNECTING: "STOP_RECONNECTING",
  /** Start the timer of the first join. */
  ARM_JOIN_TIMEOUT: "ARM_JOIN_TIMEOUT",
  /** Stop the timer of the first join. */
  CANCEL_JOIN_TIMEOUT: "CANCEL_JOIN_TIMEOUT",
  /** Start the timer of the reconnect window. */
  ARM_WINDOW: "ARM_WINDOW",
  /** Stop the timer of the reconnect window. */
  CANCEL_WINDOW: "CANCEL_WINDOW",
} as const;
export type Effect = (typeof Effect)[keyof typeof Effect];

/** The outcome of an event. */
export const Outcome = {
  /** The event changed something. */
  TAKEN: "TAKEN",
  /** The event is a fact, and nothing had to be done. */
  IGNORED: "IGNORED",
  /** The event is a command of the user, and was rejected with a code. */
  REFUSED: "REFUSED",
} as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** The timers of the client, measured by its own clock. */
export const Timer = {
  /** The time limit of a first join. */
  JOIN_TIMEOUT: "JOIN_TIMEOUT",
  /** The time in which the client may get back into the room. */
  RECONNECT_WINDOW: "RECONNECT_WINDOW",
} as const;
export type Timer = (typeof Timer)[keyof typeof Timer];

/** The integer of each constant, in the specification and outside. */
export const codes: {
  readonly ConnectionState: Readonly<Record<ConnectionState, number>>;
  readonly ConnectionReason: Readonly<Record<ConnectionReason, number>>;
  readonly ReturnCode: Readonly<Record<ReturnCode, number>>;
} = {
  ConnectionState: {
    UNKNOWN: 0,
    DISCONNECTED: 1,
    CONNECTING: 2,
    CONNECTED: 3,
    RECONNECTING: 4,
    FAILED: 5,
  },
  ConnectionReason: {
    LEAVE_CHANNEL: 1,
    CHANNEL_CLOSED: 2,
    BE_KICKED: 3,
    TIME_OUT: 4,
    JOIN_CHANNEL: 5,
    JOIN_SUCCEED: 6,
    REJOIN_SUCCEED: 7,
    MEDIA_CONNECTION_DISCONNECTED: 8,
    SIGNAL_DISCONNECTED: 9,
    REQUEST_CHANNEL_FAILED: 10,
    JOIN_CHANNEL_FAILED: 11,
    RE_DISPATCH: 12,
    SETTING_PROXY_SERVER: 13,
    BE_KICKED_DUE_TO_SAME_USER_ID: 14,
  },
  ReturnCode: {
    OK: 0,
    ALREADY_JOINING: 30001,
    WRONG_STATE: 30005,
    CONNECT_FAILED: 30015,
    JOIN_CUT_BY_LEAVE: 30028,
    JOIN_CUT_BY_RELEASE: 30029,
    ALREADY_JOINED: 30100,
    NOT_JOINED: 30101,
    REPEATED_LEAVE: 30102,
    REQUEST_JOIN_FAILED: 30103,
    SERVER_KICKED: 30206,
    ROOM_BE_CLOSED: 30207,
    DUPLICATE_UID: 30209,
  },
};

/** The string of each constant in the specification. */
export const words: {
  readonly Effect: Readonly<Record<Effect, string>>;
  readonly Outcome: Readonly<Record<Outcome, string>>;
  readonly Timer: Readonly<Record<Timer, string>>;
} = {
  Effect: {
    OPEN_TRANSPORT: "openTransport",
    CLOSE_TRANSPORT: "closeTransport",
    ANNOUNCE_LEAVE: "announceLeave",
    START_RECONNECTING: "startReconnecting",
    STOP_RECONNECTING: "stopReconnecting",
    ARM_JOIN_TIMEOUT: "armJoinTimeout",
    CANCEL_JOIN_TIMEOUT: "cancelJoinTimeout",
    ARM_WINDOW: "armWindow",
    CANCEL_WINDOW: "cancelWindow",
  },
  Outcome: {
    TAKEN: "taken",
    IGNORED: "ignored",
    REFUSED: "refused",
  },
  Timer: {
    JOIN_TIMEOUT: "joinTimeout",
    RECONNECT_WINDOW: "reconnectWindow",
  },
};

/**
 * The constant that has this code or string, or undefined if there is none:
 * `constantOf(codes.ConnectionState, code)`.
 */
export function constantOf<C extends string>(
  of: Readonly<Record<C, number | string>>,
  value: number | string,
): C | undefined {
  return (Object.keys(of) as C[]).find((each) => of[each] === value);
}

/** A notification of the user. */
export interface Notification {
  readonly state: ConnectionState;
  readonly reason: ConnectionReason;
}

/** The events of a connection. */
export const Event = {
  /**
   * The user sets up the engine.
   *
   * [D] Afterwards the client is DISCONNECTED, without a notification.
   *
   * [I] A second one is refused.
   */
  INITIALIZE: "INITIALIZE",
  /**
   * The user asks to join a room.
   *
   * [D] From DISCONNECTED and from FAILED the client goes to CONNECTING with reason 5; a join in
   * a session is refused as a repeated one. One header comment says that reason 5 means
   * connected; the guide and the other headers say CONNECTING, and we follow them.
   *
   * [I] Of the two documented codes, 30001 means that the first join is still pending, 30100
   * that the user is in the room.
   *
   * [I] The first join has a time limit of the client: a server that never answers must not
   * leave the user CONNECTING for ever.
   */
  JOIN_CHANNEL: "JOIN_CHANNEL",
  /**
   * The user leaves the room.
   *
   * [D] From CONNECTING and CONNECTED to DISCONNECTED with reason 1.
   *
   * [I] From RECONNECTING and FAILED likewise: a leave has priority over everything, and never
   * waits for an answer.
   *
   * [D] If there is no room to leave, it is refused; [I] the code says whether the user left
   * before.
   */
  LEAVE_CHANNEL: "LEAVE_CHANNEL",
  /**
   * The user releases the engine.
   *
   * [D] From every state to UNKNOWN, without a notification.
   *
   * [I] A session that still exists is left first.
   */
  RELEASE: "RELEASE",
  /**
   * The server let the client into the room.
   *
   * [D] CONNECTING to CONNECTED with reason 6.
   *
   * [I] After the session's end it is undone; in an established session it is a repetition.
   */
  JOINED: "JOINED",
  /**
   * The request for the room failed, or was not answered in time.
   *
   * [D] CONNECTING to FAILED with reason 10.
   */
  ROOM_REQUEST_FAILED: "ROOM_REQUEST_FAILED",
  /**
   * The long link to the server could not be established, or not in time.
   *
   * [D] CONNECTING to FAILED with reason 11.
   *
   * [I] The client tells itself the same when the time limit of the first join has expired,
   * whatever it was waiting for.
   */
  LONG_LINK_FAILED: "LONG_LINK_FAILED",
  /**
   * The client connects through the cloud proxy.
   *
   * [D] The user is told (CONNECTING, 13).
   *
   * [I] This is a notification without a change of state, at most once in a join.
   */
  PROXY_CONNECTING: "PROXY_CONNECTING",
  /**
   * The media link was lost.
   *
   * [D] CONNECTED to RECONNECTING with reason 8.
   */
  MEDIA_LOST: "MEDIA_LOST",
  /**
   * The signalling link was lost.
   *
   * [D] CONNECTED to RECONNECTING with reason 9.
   */
  SIGNAL_LOST: "SIGNAL_LOST",
  /**
   * The network changed, and the dispatcher assigned another server.
   *
   * [D] To RECONNECTING with reason 12; [I] from CONNECTED.
   */
  RE_DISPATCHED: "RE_DISPATCHED",
  /**
   * The server let the client into the room again.
   *
   * [D] RECONNECTING to CONNECTED with reason 7.
   *
   * [I] After the session's end it is undone; in other states it is stale.
   */
  REJOINED: "REJOINED",
  /**
   * The reconnect window of the client has expired.
   *
   * [D] RECONNECTING to FAILED, after 30 s to 50 s.
   *
   * [I] With reason 4. The documents give that reason to DISCONNECTED alone: we take that to be
   * the server's decision (ServiceTimedOut), and this to be the client's.
   */
  RECONNECT_WINDOW_USED_UP: "RECONNECT_WINDOW_USED_UP",
  /**
   * The session has expired on the server.
   *
   * [D] To DISCONNECTED with reason 4; [I] from CONNECTED and RECONNECTING: while the first
   * connection is being established there is no session that could expire.
   */
  SERVICE_TIMED_OUT: "SERVICE_TIMED_OUT",
  /**
   * The room was closed.
   *
   * [D] CONNECTED to DISCONNECTED with reason 2; [I] likewise while connecting and reconnecting.
   */
  ROOM_CLOSED: "ROOM_CLOSED",
  /**
   * The server removed the user.
   *
   * [D] CONNECTED to DISCONNECTED with reason 3; [I] likewise while connecting and reconnecting.
   */
  KICKED: "KICKED",
  /**
   * The same user id joined from elsewhere.
   *
   * [I] To DISCONNECTED with reason 14, as for a kick.
   */
  SAME_USER_ID_ELSEWHERE: "SAME_USER_ID_ELSEWHERE",
} as const;
export type Event = (typeof Event)[keyof typeof Event];

/** What is known of an event. */
export interface EventFacts {
  /** The name of the action in the specification. */
  readonly action: string;
  /** Whether it is a command of the user; otherwise it is a fact. */
  readonly command: boolean;
  /** Whether it is a fact that answers an attempt; all others concern the whole session. */
  readonly ofAttempt: boolean;
}

/** What is known of each event. */
export const events: Readonly<Record<Event, EventFacts>> = {
  INITIALIZE: { action: "Initialize", command: true, ofAttempt: false },
  JOIN_CHANNEL: { action: "JoinChannel", command: true, ofAttempt: false },
  LEAVE_CHANNEL: { action: "LeaveChannel", command: true, ofAttempt: false },
  RELEASE: { action: "Release", command: true, ofAttempt: false },
  JOINED: { action: "Joined", command: false, ofAttempt: false },
  ROOM_REQUEST_FAILED: { action: "RoomRequestFailed", command: false, ofAttempt: false },
  LONG_LINK_FAILED: { action: "LongLinkFailed", command: false, ofAttempt: false },
  PROXY_CONNECTING: { action: "ProxyConnecting", command: false, ofAttempt: false },
  MEDIA_LOST: { action: "MediaLost", command: false, ofAttempt: false },
  SIGNAL_LOST: { action: "SignalLost", command: false, ofAttempt: false },
  RE_DISPATCHED: { action: "ReDispatched", command: false, ofAttempt: false },
  REJOINED: { action: "Rejoined", command: false, ofAttempt: true },
  RECONNECT_WINDOW_USED_UP: { action: "ReconnectWindowUsedUp", command: false, ofAttempt: false },
  SERVICE_TIMED_OUT: { action: "ServiceTimedOut", command: false, ofAttempt: false },
  ROOM_CLOSED: { action: "RoomClosed", command: false, ofAttempt: false },
  KICKED: { action: "Kicked", command: false, ofAttempt: false },
  SAME_USER_ID_ELSEWHERE: { action: "SameUserIdElsewhere", command: false, ofAttempt: false },
};

/**
 * The locations of the room connection: each is a public state together with all else that
 * decides what the next event does.
 */
export const Location = {
  /**
   * The engine is not initialised, or was released.
   *
   * `state = UNKNOWN, proxied = FALSE, departed = FALSE, transportOpen = FALSE, joinTimed =
   * FALSE, reconnecting = FALSE, windowArmed = FALSE`
   */
  UNKNOWN: "UNKNOWN",
  /**
   * Initialised and in no room: not joined yet, left, or ended by the server.
   *
   * `state = DISCONNECTED, proxied = FALSE, departed = FALSE, transportOpen = FALSE, joinTimed =
   * FALSE, reconnecting = FALSE, windowArmed = FALSE`
   */
  DISCONNECTED: "DISCONNECTED",
  /**
   * The user asked to join; the first connection is being built.
   *
   * `state = CONNECTING, proxied = FALSE, departed = FALSE, transportOpen = TRUE, joinTimed =
   * TRUE, reconnecting = FALSE, windowArmed = FALSE`
   */
  CONNECTING: "CONNECTING",
  /**
   * Initialised and in no room: not joined yet, left, or ended by the server.
   *
   * `state = DISCONNECTED, proxied = FALSE, departed = TRUE, transportOpen = FALSE, joinTimed =
   * FALSE, reconnecting = FALSE, windowArmed = FALSE`
   */
  DISCONNECTED_DEPARTED: "DISCONNECTED_DEPARTED",
  /**
   * In the room.
   *
   * `state = CONNECTED, proxied = FALSE, departed = FALSE, transportOpen = TRUE, joinTimed =
   * FALSE, reconnecting = FALSE, windowArmed = FALSE`
   */
  CONNECTED: "CONNECTED",
  /**
   * The client has given up and does not retry; only the user can change the state.
   *
   * `state = FAILED, proxied = FALSE, departed = FALSE, transportOpen = FALSE, joinTimed =
   * FALSE, reconnecting = FALSE, windowArmed = FALSE`
   */
  FAILED: "FAILED",
  /**
   * The user asked to join; the first connection is being built.
   *
   * `state = CONNECTING, proxied = TRUE, departed = FALSE, transportOpen = TRUE, joinTimed =
   * TRUE, reconnecting = FALSE, windowArmed = FALSE`
   */
  CONNECTING_PROXIED: "CONNECTING_PROXIED",
  /**
   * The client was in the room, a link broke, and the client tries to get back by itself.
   *
   * `state = RECONNECTING, proxied = FALSE, departed = FALSE, transportOpen = TRUE, joinTimed =
   * FALSE, reconnecting = TRUE, windowArmed = TRUE`
   */
  RECONNECTING: "RECONNECTING",
} as const;
export type Location = (typeof Location)[keyof typeof Location];

/** The values of the specification's variables in a location. */
export interface LocationValues {
  /** The public state. */
  readonly state: ConnectionState;
  /** The user was told during this join that the proxy is used. */
  readonly proxied: boolean;
  /** The user left, and has not asked for anything since. */
  readonly departed: boolean;
  /** A transport is open, by the effects so far. */
  readonly transportOpen: boolean;
  /** The join timeout is running, by the effects so far. */
  readonly joinTimed: boolean;
  /** Attempts to get back are under way, by the effects so far. */
  readonly reconnecting: boolean;
  /** The reconnect window is running, by the effects so far. */
  readonly windowArmed: boolean;
}

/** The values of the specification's variables in each location. */
export const locations: Readonly<Record<Location, LocationValues>> = {
  UNKNOWN: { state: "UNKNOWN", proxied: false, departed: false, transportOpen: false, joinTimed: false, reconnecting: false, windowArmed: false },
  DISCONNECTED: { state: "DISCONNECTED", proxied: false, departed: false, transportOpen: false, joinTimed: false, reconnecting: false, windowArmed: false },
  CONNECTING: { state: "CONNECTING", proxied: false, departed: false, transportOpen: true, joinTimed: true, reconnecting: false, windowArmed: false },
  DISCONNECTED_DEPARTED: { state: "DISCONNECTED", proxied: false, departed: true, transportOpen: false, joinTimed: false, reconnecting: false, windowArmed: false },
  CONNECTED: { state: "CONNECTED", proxied: false, departed: false, transportOpen: true, joinTimed: false, reconnecting: false, windowArmed: false },
  FAILED: { state: "FAILED", proxied: false, departed: false, transportOpen: false, joinTimed: false, reconnecting: false, windowArmed: false },
  CONNECTING_PROXIED: { state: "CONNECTING", proxied: true, departed: false, transportOpen: true, joinTimed: true, reconnecting: false, windowArmed: false },
  RECONNECTING: { state: "RECONNECTING", proxied: false, departed: false, transportOpen: true, joinTimed: false, reconnecting: true, windowArmed: true },
};

/** The timers that run in each location. */
export const runningTimers: Readonly<Record<Location, readonly Timer[]>> = {
  UNKNOWN: [],
  DISCONNECTED: [],
  CONNECTING: ["JOIN_TIMEOUT"],
  DISCONNECTED_DEPARTED: [],
  CONNECTED: [],
  FAILED: [],
  CONNECTING_PROXIED: ["JOIN_TIMEOUT"],
  RECONNECTING: ["RECONNECT_WINDOW"],
};

/** What arms, cancels and bounds a timer, and what it reports. */
export interface TimerFacts {
  /** The effect that arms it, with its full duration. */
  readonly arm: Effect;
  /** The effect that cancels it, if it runs. */
  readonly cancel: Effect;
  /** The fact that it reports when it expires. */
  readonly fact: Event;
  /** Whether nothing else reports that fact. */
  readonly onlySource: boolean;
  /** The shortest time that it may run, in milliseconds. */
  readonly shortest: number;
  /** The longest time that it may run, in milliseconds. */
  readonly longest: number;
}

/** What is known of each timer. */
export const timers: Readonly<Record<Timer, TimerFacts>> = {
  JOIN_TIMEOUT: {
    arm: "ARM_JOIN_TIMEOUT",
    cancel: "CANCEL_JOIN_TIMEOUT",
    fact: "LONG_LINK_FAILED",
    onlySource: false,
    shortest: 1000,
    longest: 30000,
  },
  RECONNECT_WINDOW: {
    arm: "ARM_WINDOW",
    cancel: "CANCEL_WINDOW",
    fact: "RECONNECT_WINDOW_USED_UP",
    onlySource: true,
    shortest: 30000,
    longest: 40000,
  },
};

/** How long things take, in milliseconds: the durations of `RoomTiming`. */
export const durations = {
  /**
   * A client that lost its network does not give up earlier than this after the loss. [D]
   *
   * `RoomTiming.tla:11`
   */
  GIVE_UP_AT_LEAST: 30000,
  /**
   * A client that lost its network gives up no later than this after the loss. [D]
   *
   * `RoomTiming.tla:13`
   */
  GIVE_UP_AT_MOST: 50000,
  /**
   * A client notices the loss of a link within this time. [I] Heartbeats of clients of this kind
   * notice within 4 s to 15 s; the vendor's heartbeat is sent every 6 s.
   *
   * `RoomTiming.tla:17`
   */
  DETECTION_AT_MOST: 10000,
  /**
   * The reconnect window is at least as long as this. [I] It is measured from the moment in
   * which the loss is noticed, which may be the moment of the loss.
   *
   * `RoomTiming.tla:21`
   */
  WINDOW_AT_LEAST: 30000,
  /**
   * The reconnect window is at most as long as this. [I] The client may have noticed the loss
   * late, and must still give up in time.
   *
   * `RoomTiming.tla:24`
   */
  WINDOW_AT_MOST: 40000,
  /**
   * The shortest time limit of a first join. [I]
   *
   * `RoomTiming.tla:27`
   */
  JOIN_AT_LEAST: 1000,
  /**
   * A first join that is not answered within this time has failed. [I] The vendor's web client
   * spends 12 s on each server that it tries.
   *
   * `RoomTiming.tla:30`
   */
  JOIN_AT_MOST: 30000,
  /**
   * An attempt to get back fails if it is not answered within this time. [I]
   *
   * `RoomTiming.tla:33`
   */
  ATTEMPT_AT_MOST: 10000,
  /**
   * How long a client waits that tries its servers in rounds, as the vendor's web client does:
   * in the first round for the answer of each server. [I]
   *
   * `RoomTiming.tla:36`
   */
  FIRST_ROUND: 2000,
  /**
   * In the second round. [I]
   *
   * `RoomTiming.tla:38`
   */
  SECOND_ROUND: 4000,
  /**
   * In the third one; then the rounds begin again. [I]
   *
   * `RoomTiming.tla:40`
   */
  THIRD_ROUND: 6000,
  /**
   * The shortest pause between a failed attempt and the next one. [I]
   *
   * `RoomTiming.tla:42`
   */
  BACK_OFF_AT_LEAST: 1000,
  /**
   * The longest pause between them. [I] In the shortest window a second attempt is made even if
   * the first one takes as long as it may.
   *
   * `RoomTiming.tla:45`
   */
  BACK_OFF_AT_MOST: 10000,
  /**
   * The server keeps a session without packets for at least this time, and then tells the others
   * in the room that its user left. [D]
   *
   * `RoomTiming.tla:49`
   */
  SESSION_AT_LEAST: 40000,
  /**
   * The server keeps a session without packets for at most this time. [D]
   *
   * `RoomTiming.tla:51`
   */
  SESSION_AT_MOST: 50000,
} as const;

/**
 * The code with which a taken event answers a pending command, or undefined if the command
 * remains pending.
 */
export function answerTo(command: Event, event: Event): ReturnCode | undefined {
  return answers.get(command + " " + event);
}

const answers: ReadonlyMap<string, ReturnCode> = new Map<string, ReturnCode>([
  ["JOIN_CHANNEL LEAVE_CHANNEL", "JOIN_CUT_BY_LEAVE"],
  ["JOIN_CHANNEL RELEASE", "JOIN_CUT_BY_RELEASE"],
  ["JOIN_CHANNEL JOINED", "OK"],
  ["JOIN_CHANNEL ROOM_REQUEST_FAILED", "REQUEST_JOIN_FAILED"],
  ["JOIN_CHANNEL LONG_LINK_FAILED", "CONNECT_FAILED"],
  ["JOIN_CHANNEL ROOM_CLOSED", "ROOM_BE_CLOSED"],
  ["JOIN_CHANNEL KICKED", "SERVER_KICKED"],
  ["JOIN_CHANNEL SAME_USER_ID_ELSEWHERE", "DUPLICATE_UID"],
]);

/** What an event does in a location. */
export interface Step {
  /** The location that the step leaves. */
  readonly from: Location;
  /** The event. */
  readonly event: Event;
  /** What became of the event. */
  readonly outcome: Outcome;
  /** The location that the step enters; may be the same one. */
  readonly to: Location;
  /** The code that a command returns to its caller. */
  readonly code: ReturnCode;
  /** What listeners are notified of, in order. */
  readonly notifications: readonly Notification[];
  /** The effects to carry out, in order. */
  readonly effects: readonly Effect[];
  /** The timers that the effects arm, in order; one that runs begins again. */
  readonly armed: readonly Timer[];
  /** The timers that the effects cancel, in order. */
  readonly cancelled: readonly Timer[];
  /** The file and line of the specification that allows it. */
  readonly source: string;
}

/**
 * What an event does in a location; the same arguments always give the same step.
 *
 * @throws RangeError if there is no such location or event
 */
export function step(from: Location, event: Event): Step {
  const found = table.get(from)?.get(event);
  if (found === undefined) {
    throw new RangeError("There is no step of " + event + " in " + from);
  }
  return found;
}

function timersOf(effects: readonly Effect[], how: "arm" | "cancel"): readonly Timer[] {
  const all = Object.keys(timers) as Timer[];
  return effects.flatMap((effect) => all.filter((timer) => timers[timer][how] === effect));
}

function row(
  from: Location,
  event: Event,
  outcome: Outcome,
  to: Location,
  code: ReturnCode,
  notifications: readonly Notification[],
  effects: readonly Effect[],
  source: string,
): Step {
  return {
    from,
    event,
    outcome,
    to,
    code,
    notifications,
    effects,
    armed: timersOf(effects, "arm"),
    cancelled: timersOf(effects, "cancel"),
    source,
  };
}

/**
 * Identifies the table: a digest of all its rows, and of nothing else. Java has the same one
 * in `Table.FINGERPRINT`.
 */
export const FINGERPRINT = "a85ce04fa9089184";

/** Represents the initial state: it enters the initial location, with the initial outputs. */
export const initial: Step = row("UNKNOWN", "RELEASE", "TAKEN", "UNKNOWN", "OK", [], [], "RoomConnection.tla:458");

/** The step of every event in every location, by location, then by event. */
export const steps: readonly Step[] = [
  //  from                     event                       outcome    to                       code               notifications                                                         effects                                                                                             source
  row("UNKNOWN",               "INITIALIZE",               "TAKEN",   "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:295"),
  row("UNKNOWN",               "JOIN_CHANNEL",             "REFUSED", "UNKNOWN",               "WRONG_STATE",     [],                                                                   [],                                                                                                 "RoomConnection.tla:313"),
  row("UNKNOWN",               "LEAVE_CHANNEL",            "REFUSED", "UNKNOWN",               "WRONG_STATE",     [],                                                                   [],                                                                                                 "RoomConnection.tla:329"),
  row("UNKNOWN",               "RELEASE",                  "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:340"),
  row("UNKNOWN",               "JOINED",                   "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   ["ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"],                                                              "RoomConnection.tla:358"),
  row("UNKNOWN",               "ROOM_REQUEST_FAILED",      "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("UNKNOWN",               "LONG_LINK_FAILED",         "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("UNKNOWN",               "PROXY_CONNECTING",         "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:386"),
  row("UNKNOWN",               "MEDIA_LOST",               "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("UNKNOWN",               "SIGNAL_LOST",              "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("UNKNOWN",               "RE_DISPATCHED",            "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("UNKNOWN",               "REJOINED",                 "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   ["ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"],                                                              "RoomConnection.tla:418"),
  row("UNKNOWN",               "RECONNECT_WINDOW_USED_UP", "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:430"),
  row("UNKNOWN",               "SERVICE_TIMED_OUT",        "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("UNKNOWN",               "ROOM_CLOSED",              "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("UNKNOWN",               "KICKED",                   "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("UNKNOWN",               "SAME_USER_ID_ELSEWHERE",   "IGNORED", "UNKNOWN",               "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),

  row("DISCONNECTED",          "INITIALIZE",               "REFUSED", "DISCONNECTED",          "WRONG_STATE",     [],                                                                   [],                                                                                                 "RoomConnection.tla:297"),
  row("DISCONNECTED",          "JOIN_CHANNEL",             "TAKEN",   "CONNECTING",            "OK",              [{ state: "CONNECTING", reason: "JOIN_CHANNEL" }],                    ["OPEN_TRANSPORT", "ARM_JOIN_TIMEOUT"],                                                             "RoomConnection.tla:310"),
  row("DISCONNECTED",          "LEAVE_CHANNEL",            "REFUSED", "DISCONNECTED",          "NOT_JOINED",      [],                                                                   [],                                                                                                 "RoomConnection.tla:331"),
  row("DISCONNECTED",          "RELEASE",                  "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:342"),
  row("DISCONNECTED",          "JOINED",                   "TAKEN",   "DISCONNECTED",          "OK",              [],                                                                   ["ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"],                                                              "RoomConnection.tla:358"),
  row("DISCONNECTED",          "ROOM_REQUEST_FAILED",      "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("DISCONNECTED",          "LONG_LINK_FAILED",         "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("DISCONNECTED",          "PROXY_CONNECTING",         "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:386"),
  row("DISCONNECTED",          "MEDIA_LOST",               "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("DISCONNECTED",          "SIGNAL_LOST",              "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("DISCONNECTED",          "RE_DISPATCHED",            "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("DISCONNECTED",          "REJOINED",                 "TAKEN",   "DISCONNECTED",          "OK",              [],                                                                   ["ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"],                                                              "RoomConnection.tla:418"),
  row("DISCONNECTED",          "RECONNECT_WINDOW_USED_UP", "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:430"),
  row("DISCONNECTED",          "SERVICE_TIMED_OUT",        "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("DISCONNECTED",          "ROOM_CLOSED",              "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("DISCONNECTED",          "KICKED",                   "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("DISCONNECTED",          "SAME_USER_ID_ELSEWHERE",   "IGNORED", "DISCONNECTED",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),

  row("CONNECTING",            "INITIALIZE",               "REFUSED", "CONNECTING",            "WRONG_STATE",     [],                                                                   [],                                                                                                 "RoomConnection.tla:297"),
  row("CONNECTING",            "JOIN_CHANNEL",             "REFUSED", "CONNECTING",            "ALREADY_JOINING", [],                                                                   [],                                                                                                 "RoomConnection.tla:315"),
  row("CONNECTING",            "LEAVE_CHANNEL",            "TAKEN",   "DISCONNECTED_DEPARTED", "OK",              [{ state: "DISCONNECTED", reason: "LEAVE_CHANNEL" }],                 ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:327"),
  row("CONNECTING",            "RELEASE",                  "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:342"),
  row("CONNECTING",            "JOINED",                   "TAKEN",   "CONNECTED",             "OK",              [{ state: "CONNECTED", reason: "JOIN_SUCCEED" }],                     ["CANCEL_JOIN_TIMEOUT"],                                                                            "RoomConnection.tla:356"),
  row("CONNECTING",            "ROOM_REQUEST_FAILED",      "TAKEN",   "FAILED",                "OK",              [{ state: "FAILED", reason: "REQUEST_CHANNEL_FAILED" }],              ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:365"),
  row("CONNECTING",            "LONG_LINK_FAILED",         "TAKEN",   "FAILED",                "OK",              [{ state: "FAILED", reason: "JOIN_CHANNEL_FAILED" }],                 ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:365"),
  row("CONNECTING",            "PROXY_CONNECTING",         "TAKEN",   "CONNECTING_PROXIED",    "OK",              [{ state: "CONNECTING", reason: "SETTING_PROXY_SERVER" }],            [],                                                                                                 "RoomConnection.tla:384"),
  row("CONNECTING",            "MEDIA_LOST",               "IGNORED", "CONNECTING",            "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("CONNECTING",            "SIGNAL_LOST",              "IGNORED", "CONNECTING",            "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("CONNECTING",            "RE_DISPATCHED",            "IGNORED", "CONNECTING",            "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("CONNECTING",            "REJOINED",                 "IGNORED", "CONNECTING",            "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:420"),
  row("CONNECTING",            "RECONNECT_WINDOW_USED_UP", "IGNORED", "CONNECTING",            "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:430"),
  row("CONNECTING",            "SERVICE_TIMED_OUT",        "IGNORED", "CONNECTING",            "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("CONNECTING",            "ROOM_CLOSED",              "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "CHANNEL_CLOSED" }],                ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("CONNECTING",            "KICKED",                   "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "BE_KICKED" }],                     ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("CONNECTING",            "SAME_USER_ID_ELSEWHERE",   "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "BE_KICKED_DUE_TO_SAME_USER_ID" }], ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),

  row("DISCONNECTED_DEPARTED", "INITIALIZE",               "REFUSED", "DISCONNECTED_DEPARTED", "WRONG_STATE",     [],                                                                   [],                                                                                                 "RoomConnection.tla:297"),
  row("DISCONNECTED_DEPARTED", "JOIN_CHANNEL",             "TAKEN",   "CONNECTING",            "OK",              [{ state: "CONNECTING", reason: "JOIN_CHANNEL" }],                    ["OPEN_TRANSPORT", "ARM_JOIN_TIMEOUT"],                                                             "RoomConnection.tla:310"),
  row("DISCONNECTED_DEPARTED", "LEAVE_CHANNEL",            "REFUSED", "DISCONNECTED_DEPARTED", "REPEATED_LEAVE",  [],                                                                   [],                                                                                                 "RoomConnection.tla:333"),
  row("DISCONNECTED_DEPARTED", "RELEASE",                  "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:342"),
  row("DISCONNECTED_DEPARTED", "JOINED",                   "TAKEN",   "DISCONNECTED_DEPARTED", "OK",              [],                                                                   ["ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"],                                                              "RoomConnection.tla:358"),
  row("DISCONNECTED_DEPARTED", "ROOM_REQUEST_FAILED",      "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("DISCONNECTED_DEPARTED", "LONG_LINK_FAILED",         "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("DISCONNECTED_DEPARTED", "PROXY_CONNECTING",         "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:386"),
  row("DISCONNECTED_DEPARTED", "MEDIA_LOST",               "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("DISCONNECTED_DEPARTED", "SIGNAL_LOST",              "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("DISCONNECTED_DEPARTED", "RE_DISPATCHED",            "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("DISCONNECTED_DEPARTED", "REJOINED",                 "TAKEN",   "DISCONNECTED_DEPARTED", "OK",              [],                                                                   ["ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"],                                                              "RoomConnection.tla:418"),
  row("DISCONNECTED_DEPARTED", "RECONNECT_WINDOW_USED_UP", "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:430"),
  row("DISCONNECTED_DEPARTED", "SERVICE_TIMED_OUT",        "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("DISCONNECTED_DEPARTED", "ROOM_CLOSED",              "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("DISCONNECTED_DEPARTED", "KICKED",                   "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("DISCONNECTED_DEPARTED", "SAME_USER_ID_ELSEWHERE",   "IGNORED", "DISCONNECTED_DEPARTED", "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),

  row("CONNECTED",             "INITIALIZE",               "REFUSED", "CONNECTED",             "WRONG_STATE",     [],                                                                   [],                                                                                                 "RoomConnection.tla:297"),
  row("CONNECTED",             "JOIN_CHANNEL",             "REFUSED", "CONNECTED",             "ALREADY_JOINED",  [],                                                                   [],                                                                                                 "RoomConnection.tla:317"),
  row("CONNECTED",             "LEAVE_CHANNEL",            "TAKEN",   "DISCONNECTED_DEPARTED", "OK",              [{ state: "DISCONNECTED", reason: "LEAVE_CHANNEL" }],                 ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:327"),
  row("CONNECTED",             "RELEASE",                  "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:342"),
  row("CONNECTED",             "JOINED",                   "IGNORED", "CONNECTED",             "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:360"),
  row("CONNECTED",             "ROOM_REQUEST_FAILED",      "IGNORED", "CONNECTED",             "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("CONNECTED",             "LONG_LINK_FAILED",         "IGNORED", "CONNECTED",             "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("CONNECTED",             "PROXY_CONNECTING",         "IGNORED", "CONNECTED",             "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:386"),
  row("CONNECTED",             "MEDIA_LOST",               "TAKEN",   "RECONNECTING",          "OK",              [{ state: "RECONNECTING", reason: "MEDIA_CONNECTION_DISCONNECTED" }], ["ARM_WINDOW", "START_RECONNECTING"],                                                               "RoomConnection.tla:394"),
  row("CONNECTED",             "SIGNAL_LOST",              "TAKEN",   "RECONNECTING",          "OK",              [{ state: "RECONNECTING", reason: "SIGNAL_DISCONNECTED" }],           ["ARM_WINDOW", "START_RECONNECTING"],                                                               "RoomConnection.tla:394"),
  row("CONNECTED",             "RE_DISPATCHED",            "TAKEN",   "RECONNECTING",          "OK",              [{ state: "RECONNECTING", reason: "RE_DISPATCH" }],                   ["ARM_WINDOW", "START_RECONNECTING"],                                                               "RoomConnection.tla:394"),
  row("CONNECTED",             "REJOINED",                 "IGNORED", "CONNECTED",             "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:420"),
  row("CONNECTED",             "RECONNECT_WINDOW_USED_UP", "IGNORED", "CONNECTED",             "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:430"),
  row("CONNECTED",             "SERVICE_TIMED_OUT",        "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "TIME_OUT" }],                      ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("CONNECTED",             "ROOM_CLOSED",              "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "CHANNEL_CLOSED" }],                ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("CONNECTED",             "KICKED",                   "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "BE_KICKED" }],                     ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("CONNECTED",             "SAME_USER_ID_ELSEWHERE",   "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "BE_KICKED_DUE_TO_SAME_USER_ID" }], ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),

  row("FAILED",                "INITIALIZE",               "REFUSED", "FAILED",                "WRONG_STATE",     [],                                                                   [],                                                                                                 "RoomConnection.tla:297"),
  row("FAILED",                "JOIN_CHANNEL",             "TAKEN",   "CONNECTING",            "OK",              [{ state: "CONNECTING", reason: "JOIN_CHANNEL" }],                    ["OPEN_TRANSPORT", "ARM_JOIN_TIMEOUT"],                                                             "RoomConnection.tla:310"),
  row("FAILED",                "LEAVE_CHANNEL",            "TAKEN",   "DISCONNECTED_DEPARTED", "OK",              [{ state: "DISCONNECTED", reason: "LEAVE_CHANNEL" }],                 ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:327"),
  row("FAILED",                "RELEASE",                  "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:342"),
  row("FAILED",                "JOINED",                   "TAKEN",   "FAILED",                "OK",              [],                                                                   ["ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"],                                                              "RoomConnection.tla:358"),
  row("FAILED",                "ROOM_REQUEST_FAILED",      "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("FAILED",                "LONG_LINK_FAILED",         "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("FAILED",                "PROXY_CONNECTING",         "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:386"),
  row("FAILED",                "MEDIA_LOST",               "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("FAILED",                "SIGNAL_LOST",              "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("FAILED",                "RE_DISPATCHED",            "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("FAILED",                "REJOINED",                 "TAKEN",   "FAILED",                "OK",              [],                                                                   ["ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"],                                                              "RoomConnection.tla:418"),
  row("FAILED",                "RECONNECT_WINDOW_USED_UP", "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:430"),
  row("FAILED",                "SERVICE_TIMED_OUT",        "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("FAILED",                "ROOM_CLOSED",              "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("FAILED",                "KICKED",                   "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("FAILED",                "SAME_USER_ID_ELSEWHERE",   "IGNORED", "FAILED",                "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),

  row("CONNECTING_PROXIED",    "INITIALIZE",               "REFUSED", "CONNECTING_PROXIED",    "WRONG_STATE",     [],                                                                   [],                                                                                                 "RoomConnection.tla:297"),
  row("CONNECTING_PROXIED",    "JOIN_CHANNEL",             "REFUSED", "CONNECTING_PROXIED",    "ALREADY_JOINING", [],                                                                   [],                                                                                                 "RoomConnection.tla:315"),
  row("CONNECTING_PROXIED",    "LEAVE_CHANNEL",            "TAKEN",   "DISCONNECTED_DEPARTED", "OK",              [{ state: "DISCONNECTED", reason: "LEAVE_CHANNEL" }],                 ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:327"),
  row("CONNECTING_PROXIED",    "RELEASE",                  "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:342"),
  row("CONNECTING_PROXIED",    "JOINED",                   "TAKEN",   "CONNECTED",             "OK",              [{ state: "CONNECTED", reason: "JOIN_SUCCEED" }],                     ["CANCEL_JOIN_TIMEOUT"],                                                                            "RoomConnection.tla:356"),
  row("CONNECTING_PROXIED",    "ROOM_REQUEST_FAILED",      "TAKEN",   "FAILED",                "OK",              [{ state: "FAILED", reason: "REQUEST_CHANNEL_FAILED" }],              ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:365"),
  row("CONNECTING_PROXIED",    "LONG_LINK_FAILED",         "TAKEN",   "FAILED",                "OK",              [{ state: "FAILED", reason: "JOIN_CHANNEL_FAILED" }],                 ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:365"),
  row("CONNECTING_PROXIED",    "PROXY_CONNECTING",         "IGNORED", "CONNECTING_PROXIED",    "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:386"),
  row("CONNECTING_PROXIED",    "MEDIA_LOST",               "IGNORED", "CONNECTING_PROXIED",    "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("CONNECTING_PROXIED",    "SIGNAL_LOST",              "IGNORED", "CONNECTING_PROXIED",    "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("CONNECTING_PROXIED",    "RE_DISPATCHED",            "IGNORED", "CONNECTING_PROXIED",    "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("CONNECTING_PROXIED",    "REJOINED",                 "IGNORED", "CONNECTING_PROXIED",    "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:420"),
  row("CONNECTING_PROXIED",    "RECONNECT_WINDOW_USED_UP", "IGNORED", "CONNECTING_PROXIED",    "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:430"),
  row("CONNECTING_PROXIED",    "SERVICE_TIMED_OUT",        "IGNORED", "CONNECTING_PROXIED",    "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:437"),
  row("CONNECTING_PROXIED",    "ROOM_CLOSED",              "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "CHANNEL_CLOSED" }],                ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("CONNECTING_PROXIED",    "KICKED",                   "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "BE_KICKED" }],                     ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("CONNECTING_PROXIED",    "SAME_USER_ID_ELSEWHERE",   "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "BE_KICKED_DUE_TO_SAME_USER_ID" }], ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),

  row("RECONNECTING",          "INITIALIZE",               "REFUSED", "RECONNECTING",          "WRONG_STATE",     [],                                                                   [],                                                                                                 "RoomConnection.tla:297"),
  row("RECONNECTING",          "JOIN_CHANNEL",             "REFUSED", "RECONNECTING",          "ALREADY_JOINED",  [],                                                                   [],                                                                                                 "RoomConnection.tla:317"),
  row("RECONNECTING",          "LEAVE_CHANNEL",            "TAKEN",   "DISCONNECTED_DEPARTED", "OK",              [{ state: "DISCONNECTED", reason: "LEAVE_CHANNEL" }],                 ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:327"),
  row("RECONNECTING",          "RELEASE",                  "TAKEN",   "UNKNOWN",               "OK",              [],                                                                   ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "ANNOUNCE_LEAVE", "CLOSE_TRANSPORT"], "RoomConnection.tla:342"),
  row("RECONNECTING",          "JOINED",                   "IGNORED", "RECONNECTING",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:360"),
  row("RECONNECTING",          "ROOM_REQUEST_FAILED",      "IGNORED", "RECONNECTING",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("RECONNECTING",          "LONG_LINK_FAILED",         "IGNORED", "RECONNECTING",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:367"),
  row("RECONNECTING",          "PROXY_CONNECTING",         "IGNORED", "RECONNECTING",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:386"),
  row("RECONNECTING",          "MEDIA_LOST",               "IGNORED", "RECONNECTING",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("RECONNECTING",          "SIGNAL_LOST",              "IGNORED", "RECONNECTING",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("RECONNECTING",          "RE_DISPATCHED",            "IGNORED", "RECONNECTING",          "OK",              [],                                                                   [],                                                                                                 "RoomConnection.tla:396"),
  row("RECONNECTING",          "REJOINED",                 "TAKEN",   "CONNECTED",             "OK",              [{ state: "CONNECTED", reason: "REJOIN_SUCCEED" }],                   ["CANCEL_WINDOW", "STOP_RECONNECTING"],                                                             "RoomConnection.tla:415"),
  row("RECONNECTING",          "RECONNECT_WINDOW_USED_UP", "TAKEN",   "FAILED",                "OK",              [{ state: "FAILED", reason: "TIME_OUT" }],                            ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:428"),
  row("RECONNECTING",          "SERVICE_TIMED_OUT",        "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "TIME_OUT" }],                      ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("RECONNECTING",          "ROOM_CLOSED",              "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "CHANNEL_CLOSED" }],                ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("RECONNECTING",          "KICKED",                   "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "BE_KICKED" }],                     ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
  row("RECONNECTING",          "SAME_USER_ID_ELSEWHERE",   "TAKEN",   "DISCONNECTED",          "OK",              [{ state: "DISCONNECTED", reason: "BE_KICKED_DUE_TO_SAME_USER_ID" }], ["CANCEL_JOIN_TIMEOUT", "CANCEL_WINDOW", "STOP_RECONNECTING", "CLOSE_TRANSPORT"],                   "RoomConnection.tla:435"),
];

const table: ReadonlyMap<Location, ReadonlyMap<Event, Step>> = (() => {
  const found = new Map<Location, Map<Event, Step>>();
  for (const each of steps) {
    const ofLocation = found.get(each.from) ?? new Map<Event, Step>();
    found.set(each.from, ofLocation.set(each.event, each));
  }
  return found;
})();

/** Is called once for each notification of a step, in order. */
export type Listener = (notification: Notification, step: Step) => void;

/** Calls listeners with each notification of a step, in order. */
export function notify(step: Step, listeners: Iterable<Listener>): void {
  for (const notification of step.notifications) {
    for (const listener of listeners) {
      listener(notification, step);
    }
  }
}

/**
 * A listener made of one for each `state` of a notification: of all, or of some and one for
 * all others.
 */
export function byState(listeners: Readonly<Record<ConnectionState, Listener>>): Listener;
export function byState(
  listeners: Readonly<Partial<Record<ConnectionState, Listener>>>,
  otherwise: Listener,
): Listener;
export function byState(
  listeners: Readonly<Partial<Record<ConnectionState, Listener>>>,
  otherwise?: Listener,
): Listener {
  return (notification, step) => {
    (listeners[notification.state] ?? otherwise)?.(notification, step);
  };
}

/**
 * A listener made of one for each `reason` of a notification: of all, or of some and one for
 * all others.
 */
export function byReason(listeners: Readonly<Record<ConnectionReason, Listener>>): Listener;
export function byReason(
  listeners: Readonly<Partial<Record<ConnectionReason, Listener>>>,
  otherwise: Listener,
): Listener;
export function byReason(
  listeners: Readonly<Partial<Record<ConnectionReason, Listener>>>,
  otherwise?: Listener,
): Listener {
  return (notification, step) => {
    (listeners[notification.reason] ?? otherwise)?.(notification, step);
  };
}

/** A text that is the same for equal values, and different for all others. */
function key(value: unknown): string {
  if (value instanceof Set) {
    return "{" + [...value].map(key).sort().join() + "}";
  }
  if (value instanceof Map) {
    const pairs = [...value].map(([argument, result]) => key(argument) + "=" + key(result));
    return "(" + pairs.sort().join() + ")";
  }
  if (Array.isArray(value)) {
    return "[" + value.map(key).join() + "]";
  }
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(([field, part]) => field + ":" + key(part));
    return "<" + fields.sort().join() + ">";
  }
  return JSON.stringify(value);
}

/** Whether two values are equal: what they consist of, not which objects they are. */
function is(left: unknown, right: unknown): boolean {
  return left === right || (typeof left === "object" && key(left) === key(right));
}

/** Whether two steps have the same outputs, whichever locations they enter. */
function sameOutputs(left: Step, right: Step): boolean {
  return (
    left.event === right.event &&
    left.outcome === right.outcome &&
    left.code === right.code &&
    is(left.notifications, right.notifications) &&
    is(left.effects, right.effects)
  );
}

/** Whether two steps end in one state: in one location, with the same outputs. */
function sameState(left: Step, right: Step): boolean {
  return left.to === right.to && sameOutputs(left, right);
}

/** Whether a set or a sequence has an element. */
function has(all: Iterable<unknown>, element: unknown): boolean {
  for (const each of all) {
    if (is(each, element)) {
      return true;
    }
  }
  return false;
}

/** Whether a value is a constant of an enumeration. */
function isConstant(
  enumeration: Readonly<Record<string, string>>,
  value: unknown,
): boolean {
  return has(Object.values(enumeration), value);
}

/** The set of all constants of an enumeration. */
function constantsOf<T>(enumeration: Readonly<Record<string, T>>): ReadonlySet<T> {
  return new Set(Object.values(enumeration));
}

/** Whether the next step of one of the events satisfies the condition. */
function canStep(
  from: Step,
  some: readonly Event[],
  condition: (next: Step) => boolean,
): boolean {
  return some.some((event) => condition(step(from.to, event)));
}

/** The set of these elements, which may repeat. */
function setOf<T>(...elements: readonly T[]): ReadonlySet<T> {
  return distinct(elements);
}

/** The elements, each once. */
function distinct<T>(elements: readonly T[]): ReadonlySet<T> {
  return new Set(new Map(elements.map((each) => [key(each), each] as const)).values());
}

/** Whether all elements satisfy a condition. */
function every<T>(all: Iterable<T>, condition: (each: T) => boolean): boolean {
  return [...all].every((each) => condition(each));
}

/** Whether an element satisfies a condition. */
function some<T>(all: Iterable<T>, condition: (each: T) => boolean): boolean {
  return [...all].some((each) => condition(each));
}

/** The commands of the user. */
const COMMAND: ReadonlySet<Event> =
  setOf<Event>(Event.INITIALIZE, Event.JOIN_CHANNEL, Event.LEAVE_CHANNEL, Event.RELEASE);

/** The facts that the world can tell the client. */
const FACT: ReadonlySet<Event> =
  setOf<Event>(
      Event.JOINED,
      Event.ROOM_REQUEST_FAILED,
      Event.LONG_LINK_FAILED,
      Event.PROXY_CONNECTING,
      Event.MEDIA_LOST,
      Event.SIGNAL_LOST,
      Event.RE_DISPATCHED,
      Event.REJOINED,
      Event.RECONNECT_WINDOW_USED_UP,
      Event.SERVICE_TIMED_OUT,
      Event.ROOM_CLOSED,
      Event.KICKED,
      Event.SAME_USER_ID_ELSEWHERE);

/** The states in which the client has a session, or tries to get or restore one. */
const IN_SESSION: ReadonlySet<ConnectionState> =
  setOf<ConnectionState>(
      ConnectionState.CONNECTING,
      ConnectionState.CONNECTED,
      ConnectionState.RECONNECTING);

/** Something is under way, by the effects so far. */
function somethingRuns(at: Step): boolean {
  return locations[at.to].transportOpen
      || locations[at.to].joinTimed
      || locations[at.to].reconnecting
      || locations[at.to].windowArmed;
}

/** The states in which the client does nothing by itself. */
const AT_REST: ReadonlySet<ConnectionState> =
  setOf<ConnectionState>(
      ConnectionState.UNKNOWN,
      ConnectionState.DISCONNECTED,
      ConnectionState.FAILED);

/** No notification. */
const TELL_NOTHING: readonly Notification[] =
  [];

/** One notification. */
function tell(s: ConnectionState, r: ConnectionReason): readonly Notification[] {
  return [{ state: s, reason: r }];
}

/** \<\<from, event, notifications, to>>: every step that is taken, and no other. */
const TRANSITION_TABLE_SET: ReadonlySet<readonly [ConnectionState, Event, readonly Notification[], ConnectionState]> =
  setOf<readonly [ConnectionState, Event, readonly Notification[], ConnectionState]>(
      [ConnectionState.UNKNOWN,      Event.INITIALIZE,               TELL_NOTHING,                                                                       ConnectionState.DISCONNECTED],
      [ConnectionState.UNKNOWN,      Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN],
      [ConnectionState.UNKNOWN,      Event.JOINED,                   TELL_NOTHING,                                                                       ConnectionState.UNKNOWN],
      [ConnectionState.UNKNOWN,      Event.REJOINED,                 TELL_NOTHING,                                                                       ConnectionState.UNKNOWN],
      [ConnectionState.DISCONNECTED, Event.JOIN_CHANNEL,             tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL),                    ConnectionState.CONNECTING],
      [ConnectionState.DISCONNECTED, Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN],
      [ConnectionState.DISCONNECTED, Event.JOINED,                   TELL_NOTHING,                                                                       ConnectionState.DISCONNECTED],
      [ConnectionState.DISCONNECTED, Event.REJOINED,                 TELL_NOTHING,                                                                       ConnectionState.DISCONNECTED],
      [ConnectionState.CONNECTING,   Event.LEAVE_CHANNEL,            tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 ConnectionState.DISCONNECTED],
      [ConnectionState.CONNECTING,   Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN],
      [ConnectionState.CONNECTING,   Event.JOINED,                   tell(ConnectionState.CONNECTED, ConnectionReason.JOIN_SUCCEED),                     ConnectionState.CONNECTED],
      [ConnectionState.CONNECTING,   Event.ROOM_REQUEST_FAILED,      tell(ConnectionState.FAILED, ConnectionReason.REQUEST_CHANNEL_FAILED),              ConnectionState.FAILED],
      [ConnectionState.CONNECTING,   Event.LONG_LINK_FAILED,         tell(ConnectionState.FAILED, ConnectionReason.JOIN_CHANNEL_FAILED),                 ConnectionState.FAILED],
      [ConnectionState.CONNECTING,   Event.PROXY_CONNECTING,         tell(ConnectionState.CONNECTING, ConnectionReason.SETTING_PROXY_SERVER),            ConnectionState.CONNECTING],
      [ConnectionState.CONNECTING,   Event.ROOM_CLOSED,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                ConnectionState.DISCONNECTED],
      [ConnectionState.CONNECTING,   Event.KICKED,                   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     ConnectionState.DISCONNECTED],
      [ConnectionState.CONNECTING,   Event.SAME_USER_ID_ELSEWHERE,   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), ConnectionState.DISCONNECTED],
      [ConnectionState.CONNECTED,    Event.LEAVE_CHANNEL,            tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 ConnectionState.DISCONNECTED],
      [ConnectionState.CONNECTED,    Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN],
      [ConnectionState.CONNECTED,    Event.MEDIA_LOST,               tell(ConnectionState.RECONNECTING, ConnectionReason.MEDIA_CONNECTION_DISCONNECTED), ConnectionState.RECONNECTING],
      [ConnectionState.CONNECTED,    Event.SIGNAL_LOST,              tell(ConnectionState.RECONNECTING, ConnectionReason.SIGNAL_DISCONNECTED),           ConnectionState.RECONNECTING],
      [ConnectionState.CONNECTED,    Event.RE_DISPATCHED,            tell(ConnectionState.RECONNECTING, ConnectionReason.RE_DISPATCH),                   ConnectionState.RECONNECTING],
      [ConnectionState.CONNECTED,    Event.SERVICE_TIMED_OUT,        tell(ConnectionState.DISCONNECTED, ConnectionReason.TIME_OUT),                      ConnectionState.DISCONNECTED],
      [ConnectionState.CONNECTED,    Event.ROOM_CLOSED,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                ConnectionState.DISCONNECTED],
      [ConnectionState.CONNECTED,    Event.KICKED,                   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     ConnectionState.DISCONNECTED],
      [ConnectionState.CONNECTED,    Event.SAME_USER_ID_ELSEWHERE,   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), ConnectionState.DISCONNECTED],
      [ConnectionState.RECONNECTING, Event.LEAVE_CHANNEL,            tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 ConnectionState.DISCONNECTED],
      [ConnectionState.RECONNECTING, Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN],
      [ConnectionState.RECONNECTING, Event.REJOINED,                 tell(ConnectionState.CONNECTED, ConnectionReason.REJOIN_SUCCEED),                   ConnectionState.CONNECTED],
      [ConnectionState.RECONNECTING, Event.RECONNECT_WINDOW_USED_UP, tell(ConnectionState.FAILED, ConnectionReason.TIME_OUT),                            ConnectionState.FAILED],
      [ConnectionState.RECONNECTING, Event.SERVICE_TIMED_OUT,        tell(ConnectionState.DISCONNECTED, ConnectionReason.TIME_OUT),                      ConnectionState.DISCONNECTED],
      [ConnectionState.RECONNECTING, Event.ROOM_CLOSED,              tell(ConnectionState.DISCONNECTED, ConnectionReason.CHANNEL_CLOSED),                ConnectionState.DISCONNECTED],
      [ConnectionState.RECONNECTING, Event.KICKED,                   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED),                     ConnectionState.DISCONNECTED],
      [ConnectionState.RECONNECTING, Event.SAME_USER_ID_ELSEWHERE,   tell(ConnectionState.DISCONNECTED, ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID), ConnectionState.DISCONNECTED],
      [ConnectionState.FAILED,       Event.JOIN_CHANNEL,             tell(ConnectionState.CONNECTING, ConnectionReason.JOIN_CHANNEL),                    ConnectionState.CONNECTING],
      [ConnectionState.FAILED,       Event.LEAVE_CHANNEL,            tell(ConnectionState.DISCONNECTED, ConnectionReason.LEAVE_CHANNEL),                 ConnectionState.DISCONNECTED],
      [ConnectionState.FAILED,       Event.RELEASE,                  TELL_NOTHING,                                                                       ConnectionState.UNKNOWN],
      [ConnectionState.FAILED,       Event.JOINED,                   TELL_NOTHING,                                                                       ConnectionState.FAILED],
      [ConnectionState.FAILED,       Event.REJOINED,                 TELL_NOTHING,                                                                       ConnectionState.FAILED]);

/** The transition table has a row for the event in the state. */
function hasRow(from: ConnectionState, event: Event): boolean {
  return some(TRANSITION_TABLE_SET, (row_) => is(row_[0], from) && is(row_[1], event));
}

/** \<\<from, departed, command, code>>: every refusal, and no other. */
const REFUSAL_TABLE_SET: ReadonlySet<readonly [ConnectionState, boolean, Event, ReturnCode]> =
  setOf<readonly [ConnectionState, boolean, Event, ReturnCode]>(
      [ConnectionState.UNKNOWN,      false, Event.JOIN_CHANNEL,  ReturnCode.WRONG_STATE],
      [ConnectionState.UNKNOWN,      false, Event.LEAVE_CHANNEL, ReturnCode.WRONG_STATE],
      [ConnectionState.DISCONNECTED, false, Event.INITIALIZE,    ReturnCode.WRONG_STATE],
      [ConnectionState.DISCONNECTED, true,  Event.INITIALIZE,    ReturnCode.WRONG_STATE],
      [ConnectionState.DISCONNECTED, false, Event.LEAVE_CHANNEL, ReturnCode.NOT_JOINED],
      [ConnectionState.DISCONNECTED, true,  Event.LEAVE_CHANNEL, ReturnCode.REPEATED_LEAVE],
      [ConnectionState.CONNECTING,   false, Event.INITIALIZE,    ReturnCode.WRONG_STATE],
      [ConnectionState.CONNECTING,   false, Event.JOIN_CHANNEL,  ReturnCode.ALREADY_JOINING],
      [ConnectionState.CONNECTED,    false, Event.INITIALIZE,    ReturnCode.WRONG_STATE],
      [ConnectionState.CONNECTED,    false, Event.JOIN_CHANNEL,  ReturnCode.ALREADY_JOINED],
      [ConnectionState.RECONNECTING, false, Event.INITIALIZE,    ReturnCode.WRONG_STATE],
      [ConnectionState.RECONNECTING, false, Event.JOIN_CHANNEL,  ReturnCode.ALREADY_JOINED],
      [ConnectionState.FAILED,       false, Event.INITIALIZE,    ReturnCode.WRONG_STATE]);

/** Effect e is one of the effects es. */
function among(e: Effect, es: readonly Effect[]): boolean {
  return has(es, e);
}

/** The states from which the user may join. */
const JOINABLE: ReadonlySet<ConnectionState> =
  setOf<ConnectionState>(ConnectionState.DISCONNECTED, ConnectionState.FAILED);

/** The reasons for the end of a session that the user did not end. */
const TERMINAL_REASON: ReadonlySet<ConnectionReason> =
  setOf<ConnectionReason>(
      ConnectionReason.CHANNEL_CLOSED,
      ConnectionReason.BE_KICKED,
      ConnectionReason.TIME_OUT,
      ConnectionReason.REQUEST_CHANNEL_FAILED,
      ConnectionReason.JOIN_CHANNEL_FAILED,
      ConnectionReason.BE_KICKED_DUE_TO_SAME_USER_ID);

/** A property that can be checked of two successive steps. */
export interface Rule {
  /** The name of the property in the specification. */
  readonly property: string;
  /** The file and line of the specification at which the property stands. */
  readonly source: string;
  /** Whether it is an invariant, which looks at the later step alone. */
  readonly invariant: boolean;
  /** Whether it allows one step to follow another; the first may be `initial`. */
  readonly holds: (before: Step, after: Step) => boolean;
}

/** The names of the rules. */
export type RuleName =
  | "TYPE_OK"
  | "OUTCOME_FITS_EVENT"
  | "RELEASED_IS_UNKNOWN"
  | "SESSION_HAS_TRANSPORT"
  | "NOTHING_IS_REMEMBERED_TOO_LONG"
  | "B1_LEAVE_STOPS_EVERYTHING"
  | "B3_ATTEMPTS_RUN"
  | "B4_TOLD_STATE_IS_THE_STATE"
  | "B7_WINDOW_ONLY_WHILE_RECONNECTING"
  | "B8_NO_ATTEMPT_BESIDE_A_CONNECTION"
  | "B9_END_STOPS_EVERYTHING"
  | "B10_EVERY_EVENT_IS_DEFINED"
  | "B10_JOIN_IS_TIMED"
  | "TRANSITION_TABLE"
  | "REFUSAL_TABLE"
  | "ONLY_TAKEN_STEPS_ACT"
  | "PROXY_TOLD_ONCE_PER_JOIN"
  | "DEPARTURE_IS_REMEMBERED"
  | "FAREWELL_IS_SAID"
  | "B1_LEAVE_IS_FINAL"
  | "B2_LEAVE_THEN_JOIN"
  | "B3_ONE_OUTCOME"
  | "B7_WINDOW_ARMED_ONCE"
  | "B8_ONE_EPISODE_AT_A_TIME"
  | "B8_TERMINAL_TOLD_ONCE"
  | "B9_SERVER_END_IS_FINAL"
  | "B9_REST_STAYS_AT_REST"
  | "B10_JOIN_TIMED_ONCE"
  | "B10_JOIN_ANSWERED_ONCE"
  | "B10_LATE_SUCCESS_IS_UNDONE"
  | "B11_SECOND_JOIN_IS_REFUSED"
  | "B12_SILENT_AFTER_RELEASE";

/**
 * The properties of the specification that can be checked of two successive steps. Properties of
 * whole behaviours are not here: only the model checker checks them.
 */
export const rules: Readonly<Record<RuleName, Rule>> = {
  /** The property `TypeOK`. */
  TYPE_OK: {
    property: "TypeOK",
    source: "RoomConnection.tla:232",
    invariant: true,
    holds: (_before, after) =>
      isConstant(ConnectionState, locations[after.to].state)
          && isConstant(Event, after.event)
          && isConstant(Outcome, after.outcome)
          && isConstant(ReturnCode, after.code)
          && every(
              after.notifications,
              (each) =>
                isConstant(ConnectionState, each.state)
                    && isConstant(ConnectionReason, each.reason))
          && every(after.effects, (each2) => isConstant(Effect, each2)),
  },

  /** Only commands are refused, with a code; only facts are ignored. */
  OUTCOME_FITS_EVENT: {
    property: "OutcomeFitsEventInv",
    source: "RoomConnection.tla:597",
    invariant: true,
    holds: (_before, after) =>
      (!is(after.outcome, Outcome.REFUSED)
              || (has(COMMAND, after.event) && !is(after.code, ReturnCode.OK)))
          && (!is(after.outcome, Outcome.IGNORED) || has(FACT, after.event))
          && (is(after.code, ReturnCode.OK) || is(after.outcome, Outcome.REFUSED)),
  },

  /** A released engine is UNKNOWN; a client begins as if it had just been released. */
  RELEASED_IS_UNKNOWN: {
    property: "ReleasedIsUnknownInv",
    source: "RoomConnection.tla:611",
    invariant: true,
    holds: (_before, after) =>
      !is(after.event, Event.RELEASE) || is(locations[after.to].state, ConnectionState.UNKNOWN),
  },

  /** A session has a transport. */
  SESSION_HAS_TRANSPORT: {
    property: "SessionHasTransportInv",
    source: "RoomConnection.tla:614",
    invariant: true,
    holds: (_before, after) =>
      !has(IN_SESSION, locations[after.to].state) || locations[after.to].transportOpen,
  },

  /** proxied and departed are reset as soon as they no longer matter. */
  NOTHING_IS_REMEMBERED_TOO_LONG: {
    property: "NothingIsRememberedTooLongInv",
    source: "RoomConnection.tla:634",
    invariant: true,
    holds: (_before, after) =>
      (!locations[after.to].proxied || is(locations[after.to].state, ConnectionState.CONNECTING))
          && (!locations[after.to].departed
              || is(locations[after.to].state, ConnectionState.DISCONNECTED)),
  },

  /** B1: after a leave nothing runs any more. */
  B1_LEAVE_STOPS_EVERYTHING: {
    property: "B1_LeaveStopsEverythingInv",
    source: "RoomConnection.tla:654",
    invariant: true,
    holds: (_before, after) =>
      !locations[after.to].departed || !somethingRuns(after),
  },

  /** B3: in RECONNECTING, attempts are under way. */
  B3_ATTEMPTS_RUN: {
    property: "B3_AttemptsRunInv",
    source: "RoomConnection.tla:667",
    invariant: true,
    holds: (_before, after) =>
      !is(locations[after.to].state, ConnectionState.RECONNECTING)
          || locations[after.to].reconnecting,
  },

  /** B4, getter and callback disagree: the state in a notification is the state. */
  B4_TOLD_STATE_IS_THE_STATE: {
    property: "B4_ToldStateIsTheStateInv",
    source: "RoomConnection.tla:675",
    invariant: true,
    holds: (_before, after) =>
      every(
          after.notifications,
          (notification) => is(notification.state, locations[after.to].state)),
  },

  /**
   * B7, an old timer fires in a new episode: the window runs while the client reconnects, and at
   * no other time.
   */
  B7_WINDOW_ONLY_WHILE_RECONNECTING: {
    property: "B7_WindowOnlyWhileReconnectingInv",
    source: "RoomConnection.tla:680",
    invariant: true,
    holds: (_before, after) =>
      is(
          locations[after.to].windowArmed,
          is(locations[after.to].state, ConnectionState.RECONNECTING)),
  },

  /** B8: no attempt runs during a first join or in an established connection. */
  B8_NO_ATTEMPT_BESIDE_A_CONNECTION: {
    property: "B8_NoAttemptBesideAConnectionInv",
    source: "RoomConnection.tla:694",
    invariant: true,
    holds: (_before, after) =>
      !(is(locations[after.to].state, ConnectionState.CONNECTING)
              || is(locations[after.to].state, ConnectionState.CONNECTED))
          || !locations[after.to].reconnecting,
  },

  /** B9: nothing runs in a state of rest, even if the user did not leave. */
  B9_END_STOPS_EVERYTHING: {
    property: "B9_EndStopsEverythingInv",
    source: "RoomConnection.tla:723",
    invariant: true,
    holds: (_before, after) =>
      !(has(AT_REST, locations[after.to].state) && !locations[after.to].departed)
          || !somethingRuns(after),
  },

  /**
   * B10, an undefined event: every event is defined in every state. This is checked after each
   * step that is taken, since no other step changes the state.
   */
  B10_EVERY_EVENT_IS_DEFINED: {
    property: "B10_EveryEventIsDefinedInv",
    source: "RoomConnection.tla:727",
    invariant: true,
    holds: (_before, after) =>
      !is(after.outcome, Outcome.TAKEN)
          || every(
              constantsOf(Event),
              (event) =>
                canStep(
                    after,
                    [
                        Event.INITIALIZE,
                        Event.JOIN_CHANNEL,
                        Event.LEAVE_CHANNEL,
                        Event.RELEASE,
                        Event.JOINED,
                        Event.ROOM_REQUEST_FAILED,
                        Event.LONG_LINK_FAILED,
                        Event.PROXY_CONNECTING,
                        Event.MEDIA_LOST,
                        Event.SIGNAL_LOST,
                        Event.RE_DISPATCHED,
                        Event.REJOINED,
                        Event.RECONNECT_WINDOW_USED_UP,
                        Event.SERVICE_TIMED_OUT,
                        Event.ROOM_CLOSED,
                        Event.KICKED,
                        Event.SAME_USER_ID_ELSEWHERE],
                    (next) => is(next.event, event))),
  },

  /** B10: the time limit of a join runs during the first join, and at no other time. */
  B10_JOIN_IS_TIMED: {
    property: "B10_JoinIsTimedInv",
    source: "RoomConnection.tla:734",
    invariant: true,
    holds: (_before, after) =>
      is(locations[after.to].joinTimed, is(locations[after.to].state, ConnectionState.CONNECTING)),
  },

  /**
   * A taken step is a row of the transition table, and an event that has a row is taken; only a
   * repeated ProxyConnecting has one and is ignored.
   */
  TRANSITION_TABLE: {
    property: "TransitionTableProp",
    source: "RoomConnection.tla:584",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || ((!is(after.outcome, Outcome.TAKEN)
                  || has(
                      TRANSITION_TABLE_SET,
                      [
                          locations[before.to].state,
                          after.event,
                          after.notifications,
                          locations[after.to].state]))
              && (!(!is(after.outcome, Outcome.TAKEN)
                      && !(is(after.event, Event.PROXY_CONNECTING)
                          && locations[before.to].proxied))
                  || !hasRow(locations[before.to].state, after.event))),
  },

  /** A refusal is a row of the refusal table. */
  REFUSAL_TABLE: {
    property: "RefusalTableProp",
    source: "RoomConnection.tla:592",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !is(after.outcome, Outcome.REFUSED)
          || has(
              REFUSAL_TABLE_SET,
              [locations[before.to].state, locations[before.to].departed, after.event, after.code]),
  },

  /** An ignored or refused event changes nothing, and has no notification and no effect. */
  ONLY_TAKEN_STEPS_ACT: {
    property: "OnlyTakenStepsActProp",
    source: "RoomConnection.tla:603",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || is(after.outcome, Outcome.TAKEN)
          || (is(locations[after.to].state, locations[before.to].state)
              && is(locations[after.to].proxied, locations[before.to].proxied)
              && is(locations[after.to].departed, locations[before.to].departed)
              && is(locations[after.to].transportOpen, locations[before.to].transportOpen)
              && is(locations[after.to].joinTimed, locations[before.to].joinTimed)
              && is(locations[after.to].reconnecting, locations[before.to].reconnecting)
              && is(locations[after.to].windowArmed, locations[before.to].windowArmed)
              && is(after.notifications, [])
              && is(after.effects, [])),
  },

  /**
   * The use of the proxy is told only in CONNECTING, once per join, and remembered until the
   * join ends.
   */
  PROXY_TOLD_ONCE_PER_JOIN: {
    property: "ProxyToldOncePerJoinProp",
    source: "RoomConnection.tla:618",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || (every(
                  after.notifications,
                  (notification) =>
                    !is(notification.reason, ConnectionReason.SETTING_PROXY_SERVER)
                        || (is(locations[before.to].state, ConnectionState.CONNECTING)
                            && !locations[before.to].proxied
                            && is(locations[after.to].state, ConnectionState.CONNECTING)))
              && (!(is(after.event, Event.PROXY_CONNECTING) && is(after.outcome, Outcome.TAKEN))
                  || locations[after.to].proxied)
              && (!(locations[after.to].proxied && !locations[before.to].proxied)
                  || is(after.event, Event.PROXY_CONNECTING))
              && (!(locations[before.to].proxied
                      && is(locations[after.to].state, ConnectionState.CONNECTING))
                  || locations[after.to].proxied)),
  },

  /** departed becomes true by a leave, and by nothing else. */
  DEPARTURE_IS_REMEMBERED: {
    property: "DepartureIsRememberedProp",
    source: "RoomConnection.tla:628",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || ((!(is(after.event, Event.LEAVE_CHANNEL) && is(after.outcome, Outcome.TAKEN))
                  || locations[after.to].departed)
              && (!(locations[after.to].departed && !locations[before.to].departed)
                  || is(after.event, Event.LEAVE_CHANNEL))),
  },

  /**
   * A client that leaves a session, or releases the engine in one, tells the server; without an
   * engine it tells the server nothing.
   */
  FAREWELL_IS_SAID: {
    property: "FarewellIsSaidProp",
    source: "RoomConnection.tla:640",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !(is(after.outcome, Outcome.TAKEN)
              && (is(after.event, Event.LEAVE_CHANNEL) || is(after.event, Event.RELEASE)))
          || ((!has(IN_SESSION, locations[before.to].state)
                  || among(Effect.ANNOUNCE_LEAVE, after.effects))
              && (!is(locations[before.to].state, ConnectionState.UNKNOWN)
                  || is(after.effects, []))),
  },

  /** B1, leave does not stop reconnecting: after a leave only the user changes the state. */
  B1_LEAVE_IS_FINAL: {
    property: "B1_LeaveIsFinalProp",
    source: "RoomConnection.tla:646",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !(locations[before.to].departed
              && !(is(after.event, Event.JOIN_CHANNEL) || is(after.event, Event.RELEASE)))
          || (is(locations[after.to].state, locations[before.to].state)
              && locations[after.to].departed),
  },

  /**
   * B2, join is dead after a leave: a leave always leads to a state that allows a join, and a
   * join in such a state is accepted.
   */
  B2_LEAVE_THEN_JOIN: {
    property: "B2_LeaveThenJoinProp",
    source: "RoomConnection.tla:658",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || ((!(is(after.event, Event.LEAVE_CHANNEL)
                      && !is(locations[before.to].state, ConnectionState.UNKNOWN))
                  || has(JOINABLE, locations[after.to].state))
              && (!(is(after.event, Event.JOIN_CHANNEL)
                      && has(JOINABLE, locations[before.to].state))
                  || is(locations[after.to].state, ConnectionState.CONNECTING))),
  },

  /** B3: the end of an episode is told, once. */
  B3_ONE_OUTCOME: {
    property: "B3_OneOutcomeProp",
    source: "RoomConnection.tla:670",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !(is(locations[before.to].state, ConnectionState.RECONNECTING)
              && !is(locations[after.to].state, ConnectionState.RECONNECTING)
              && !is(after.event, Event.RELEASE))
          || is(after.notifications.length, 1),
  },

  /** B7: the window is not armed again within an episode. */
  B7_WINDOW_ARMED_ONCE: {
    property: "B7_WindowArmedOnceProp",
    source: "RoomConnection.tla:683",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !is(locations[before.to].state, ConnectionState.RECONNECTING)
          || !among(Effect.ARM_WINDOW, after.effects),
  },

  /** B8, two reconnects at once: an episode is told and started once. */
  B8_ONE_EPISODE_AT_A_TIME: {
    property: "B8_OneEpisodeAtATimeProp",
    source: "RoomConnection.tla:687",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !is(locations[before.to].state, ConnectionState.RECONNECTING)
          || (!among(Effect.START_RECONNECTING, after.effects)
              && every(
                  after.notifications,
                  (notification) => !is(notification.state, ConnectionState.RECONNECTING))),
  },

  /**
   * B8, doubled terminal events: the end of a session is told only in the session, so at most
   * once.
   */
  B8_TERMINAL_TOLD_ONCE: {
    property: "B8_TerminalToldOnceProp",
    source: "RoomConnection.tla:703",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || every(
              after.notifications,
              (notification) =>
                !has(TERMINAL_REASON, notification.reason)
                    || has(IN_SESSION, locations[before.to].state)),
  },

  /**
   * B9, ended by the server, and the client fights back: after the server has ended the session,
   * nothing is started.
   */
  B9_SERVER_END_IS_FINAL: {
    property: "B9_ServerEndIsFinalProp",
    source: "RoomConnection.tla:709",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !((is(after.event, Event.SERVICE_TIMED_OUT)
                  || is(after.event, Event.ROOM_CLOSED)
                  || is(after.event, Event.KICKED)
                  || is(after.event, Event.SAME_USER_ID_ELSEWHERE))
              && is(after.outcome, Outcome.TAKEN))
          || (is(locations[after.to].state, ConnectionState.DISCONNECTED)
              && !among(Effect.START_RECONNECTING, after.effects)
              && !among(Effect.OPEN_TRANSPORT, after.effects)),
  },

  /** B9: DISCONNECTED and FAILED are final until the user acts. */
  B9_REST_STAYS_AT_REST: {
    property: "B9_RestStaysAtRestProp",
    source: "RoomConnection.tla:717",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !(!locations[before.to].departed
              && has(JOINABLE, locations[before.to].state)
              && !(is(after.event, Event.JOIN_CHANNEL)
                  || is(after.event, Event.LEAVE_CHANNEL)
                  || is(after.event, Event.RELEASE)))
          || is(locations[after.to].state, locations[before.to].state),
  },

  /** B10: the time limit is not restarted within a join. */
  B10_JOIN_TIMED_ONCE: {
    property: "B10_JoinTimedOnceProp",
    source: "RoomConnection.tla:737",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !is(locations[before.to].state, ConnectionState.CONNECTING)
          || !among(Effect.ARM_JOIN_TIMEOUT, after.effects),
  },

  /** B10: the answer to a join is told once, while the join is pending. */
  B10_JOIN_ANSWERED_ONCE: {
    property: "B10_JoinAnsweredOnceProp",
    source: "RoomConnection.tla:741",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || (every(
                  after.notifications,
                  (notification) =>
                    !(is(notification.reason, ConnectionReason.JOIN_SUCCEED)
                            || is(notification.reason, ConnectionReason.REQUEST_CHANNEL_FAILED)
                            || is(notification.reason, ConnectionReason.JOIN_CHANNEL_FAILED))
                        || is(locations[before.to].state, ConnectionState.CONNECTING))
              && (!(is(locations[before.to].state, ConnectionState.CONNECTING)
                      && !is(locations[after.to].state, ConnectionState.CONNECTING)
                      && !is(after.event, Event.RELEASE))
                  || is(after.notifications.length, 1))),
  },

  /** B10, a success that arrives too late: it is undone, without a notification. */
  B10_LATE_SUCCESS_IS_UNDONE: {
    property: "B10_LateSuccessIsUndoneProp",
    source: "RoomConnection.tla:751",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !((is(after.event, Event.JOINED) || is(after.event, Event.REJOINED))
              && has(AT_REST, locations[before.to].state))
          || (is(locations[after.to].state, locations[before.to].state)
              && is(after.notifications, [])
              && among(Effect.ANNOUNCE_LEAVE, after.effects)
              && among(Effect.CLOSE_TRANSPORT, after.effects)),
  },

  /** B11, a second join breaks the live session: it is refused, and changes nothing. */
  B11_SECOND_JOIN_IS_REFUSED: {
    property: "B11_SecondJoinIsRefusedProp",
    source: "RoomConnection.tla:759",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !(is(after.event, Event.JOIN_CHANNEL) && has(IN_SESSION, locations[before.to].state))
          || (is(after.outcome, Outcome.REFUSED)
              && (is(after.code, ReturnCode.ALREADY_JOINING)
                  || is(after.code, ReturnCode.ALREADY_JOINED))
              && is(locations[after.to].state, locations[before.to].state)),
  },

  /** B12, callbacks after release: a released engine has no notifications. */
  B12_SILENT_AFTER_RELEASE: {
    property: "B12_SilentAfterReleaseProp",
    source: "RoomConnection.tla:766",
    invariant: false,
    holds: (before, after) =>
      sameState(before, after)
          || !is(locations[before.to].state, ConnectionState.UNKNOWN)
          || is(after.notifications, []),
  },
};

/** The first rule that forbids one step to follow another, or undefined if none does. */
export function violated(before: Step, after: Step): RuleName | undefined {
  const names = Object.keys(rules) as RuleName[];
  return names.find((name) => !rules[name].holds(before, after));
}
