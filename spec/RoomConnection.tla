-------------------------- MODULE RoomConnection --------------------------
(***************************************************************************)
(* The connection of one client to one room, as its user sees it.          *)
(*                                                                         *)
(* A user initialises the engine, joins a room, and leaves it.  Meanwhile  *)
(* the world (the network and the server) tells the client facts about its *)
(* links, its session and its room.  Each event leads to a public state,   *)
(* to at most one notification (state, reason), and to the effects that    *)
(* the client must carry out.  Durations are not part of this module.      *)
(*                                                                         *)
(* Comments carry a tag: [D] the vendor of the SDK documents the rule,     *)
(* [I] the documents are silent or contradict each other, and we have      *)
(* decided.                                                                *)
(***************************************************************************)
EXTENDS Integers, Sequences

-----------------------------------------------------------------------------
(* The public alphabet.  Names and codes are those of the SDK. *)

\* The engine is not initialised, or was released.
UNKNOWN == 0
\* Initialised and in no room: not joined yet, left, or ended by the server.
DISCONNECTED == 1
\* The user asked to join; the first connection is being built.
CONNECTING == 2
\* In the room.
CONNECTED == 3
\* The client was in the room, a link broke, and the client tries to get back by itself.
RECONNECTING == 4
\* The client has given up and does not retry; only the user can change the state.
FAILED == 5

\* The state of a connection, as its user sees it.
ConnectionState ==
    {UNKNOWN, DISCONNECTED, CONNECTING, CONNECTED, RECONNECTING, FAILED}

\* The user left the room.
LEAVE_CHANNEL == 1
\* The server closed the room.
CHANNEL_CLOSED == 2
\* The server removed the user from the room.
BE_KICKED == 3
\* The session expired on the server, or the client's time for reconnecting ran out.
TIME_OUT == 4
\* The user asked to join a room.
JOIN_CHANNEL == 5
\* The first connection to the room is established.
JOIN_SUCCEED == 6
\* The connection is established again after a loss.
REJOIN_SUCCEED == 7
\* The media link was lost.
MEDIA_CONNECTION_DISCONNECTED == 8
\* The signalling link was lost.
SIGNAL_DISCONNECTED == 9
\* The request for the room failed during the first join.
REQUEST_CHANNEL_FAILED == 10
\* The long link to the server could not be established during the first join.
JOIN_CHANNEL_FAILED == 11
\* The network changed and a better server address was assigned.
RE_DISPATCH == 12
\* The client began to connect through the cloud proxy.
SETTING_PROXY_SERVER == 13
\* The same user id joined from elsewhere.
BE_KICKED_DUE_TO_SAME_USER_ID == 14

\* The reason of a notification.
ConnectionReason ==
    {LEAVE_CHANNEL, CHANNEL_CLOSED, BE_KICKED, TIME_OUT, JOIN_CHANNEL,
     JOIN_SUCCEED, REJOIN_SUCCEED, MEDIA_CONNECTION_DISCONNECTED,
     SIGNAL_DISCONNECTED, REQUEST_CHANNEL_FAILED, JOIN_CHANNEL_FAILED,
     RE_DISPATCH, SETTING_PROXY_SERVER, BE_KICKED_DUE_TO_SAME_USER_ID}

\* The command was accepted.
OK == 0
\* A join is already under way.
ALREADY_JOINING == 30001
\* The command does not fit the state of the engine.
WRONG_STATE == 30005
\* The user is in a room already.
ALREADY_JOINED == 30100
\* There is no room to leave.
NOT_JOINED == 30101
\* The room was left already.
REPEATED_LEAVE == 30102
\* The long link to the server could not be established, or not in time.
CONNECT_FAILED == 30015
\* The user left before the join was answered.
JOIN_CUT_BY_LEAVE == 30028
\* The user released the engine before the join was answered.
JOIN_CUT_BY_RELEASE == 30029
\* The request for the room failed.
REQUEST_JOIN_FAILED == 30103
\* The server removed the user from the room.
SERVER_KICKED == 30206
\* The server closed the room.
ROOM_BE_CLOSED == 30207
\* The same user id joined from elsewhere.
DUPLICATE_UID == 30209

\* The code that a command returns, or with which it is answered later.
ReturnCode ==
    {OK, ALREADY_JOINING, WRONG_STATE, CONNECT_FAILED, JOIN_CUT_BY_LEAVE,
     JOIN_CUT_BY_RELEASE, ALREADY_JOINED, NOT_JOINED, REPEATED_LEAVE,
     REQUEST_JOIN_FAILED, SERVER_KICKED, ROOM_BE_CLOSED, DUPLICATE_UID}

\* Ask for the room and build the links to its server.
OPEN_TRANSPORT == "openTransport"
\* Close the links and discard everything in flight on them.
CLOSE_TRANSPORT == "closeTransport"
\* Tell the server, best effort and without waiting, that the user leaves.
ANNOUNCE_LEAVE == "announceLeave"
\* Begin to try to get back into the room.
START_RECONNECTING == "startReconnecting"
\* Stop all attempts to get back into the room.
STOP_RECONNECTING == "stopReconnecting"
\* Start the timer of the first join.
ARM_JOIN_TIMEOUT == "armJoinTimeout"
\* Stop the timer of the first join.
CANCEL_JOIN_TIMEOUT == "cancelJoinTimeout"
\* Start the timer of the reconnect window.
ARM_WINDOW == "armWindow"
\* Stop the timer of the reconnect window.
CANCEL_WINDOW == "cancelWindow"

\* What the client must carry out.  Every effect is idempotent.
Effect ==
    {OPEN_TRANSPORT, CLOSE_TRANSPORT, ANNOUNCE_LEAVE, START_RECONNECTING,
     STOP_RECONNECTING, ARM_JOIN_TIMEOUT, CANCEL_JOIN_TIMEOUT, ARM_WINDOW,
     CANCEL_WINDOW}

\* The event changed something.
TAKEN == "taken"
\* The event is a fact, and nothing had to be done.
IGNORED == "ignored"
\* The event is a command of the user, and was rejected with a code.
REFUSED == "refused"

\* The outcome of an event.
Outcome == {TAKEN, IGNORED, REFUSED}

\* The commands of the user.
Command == {"Initialize", "JoinChannel", "LeaveChannel", "Release"}

\* The facts that the world can tell the client.
Fact ==
    {"Joined", "RoomRequestFailed", "LongLinkFailed", "ProxyConnecting",
     "MediaLost", "SignalLost", "ReDispatched", "Rejoined",
     "ReconnectWindowUsedUp", "ServiceTimedOut", "RoomClosed", "Kicked",
     "SameUserIdElsewhere"}

\* The events of a connection.
Event == Command \cup Fact

\* The facts that answer one attempt to get back, and are meaningless once it is over.
\* All others concern the session as a whole.
AttemptFact == {"Rejoined"}

\* The time limit of a first join.
JOIN_TIMEOUT == "joinTimeout"
\* The time in which the client may get back into the room.
RECONNECT_WINDOW == "reconnectWindow"

\* The timers of the client, measured by its own clock.
Timer == {JOIN_TIMEOUT, RECONNECT_WINDOW}

\* For each timer the effect that arms it, the effect that cancels it, and the fact
\* that the client tells itself when the timer expires.
TimerTable == {
    [timer |-> JOIN_TIMEOUT,     arm |-> ARM_JOIN_TIMEOUT, cancel |-> CANCEL_JOIN_TIMEOUT,
     fact |-> "LongLinkFailed"],
    [timer |-> RECONNECT_WINDOW, arm |-> ARM_WINDOW,       cancel |-> CANCEL_WINDOW,
     fact |-> "ReconnectWindowUsedUp"]
}

\* The facts that only a timer tells: the world does not know the client's clock.
TimerFact == {"ReconnectWindowUsedUp"}

\* How an accepted command is answered: for each event that answers it, the code.
\* It is pending until one of them is taken.  That a leave or a release ends a pending
\* join, each with its code, is [D].  The other codes are [D] too; that a join is
\* answered with them is [I].
AnswerTable == {
    [command |-> "JoinChannel", event |-> "Joined",              code |-> OK],
    [command |-> "JoinChannel", event |-> "RoomRequestFailed",   code |-> REQUEST_JOIN_FAILED],
    [command |-> "JoinChannel", event |-> "LongLinkFailed",      code |-> CONNECT_FAILED],
    [command |-> "JoinChannel", event |-> "RoomClosed",          code |-> ROOM_BE_CLOSED],
    [command |-> "JoinChannel", event |-> "Kicked",              code |-> SERVER_KICKED],
    [command |-> "JoinChannel", event |-> "SameUserIdElsewhere", code |-> DUPLICATE_UID],
    [command |-> "JoinChannel", event |-> "LeaveChannel",        code |-> JOIN_CUT_BY_LEAVE],
    [command |-> "JoinChannel", event |-> "Release",             code |-> JOIN_CUT_BY_RELEASE]
}

\* A notification of the user.
Notification == [state : ConnectionState, reason : ConnectionReason]

\* The outputs of one step.
Output ==
    [event : Event, outcome : Outcome, code : ReturnCode,
     notifications : Seq(Notification), effects : Seq(Effect)]

-----------------------------------------------------------------------------
VARIABLES
    \* The public state.
    state,
    \* The user was told during this join that the proxy is used.
    proxied,
    \* The user left, and has not asked for anything since.
    departed,
    \* A transport is open, by the effects so far.
    transportOpen,
    \* The join timeout is running, by the effects so far.
    joinTimed,
    \* Attempts to get back are under way, by the effects so far.
    reconnecting,
    \* The reconnect window is running, by the effects so far.
    windowArmed,
    \* The outputs of the last step.
    out

vars ==
    <<state, proxied, departed, transportOpen, joinTimed, reconnecting, windowArmed, out>>

\* The states in which the client has a session, or tries to get or restore one.
InSession == {CONNECTING, CONNECTED, RECONNECTING}

\* The states from which the user may join.
Joinable == {DISCONNECTED, FAILED}

\* The states in which the client does nothing by itself.
AtRest == {UNKNOWN, DISCONNECTED, FAILED}

TypeOK ==
    /\ state \in ConnectionState
    /\ proxied \in BOOLEAN
    /\ departed \in BOOLEAN
    /\ transportOpen \in BOOLEAN
    /\ joinTimed \in BOOLEAN
    /\ reconnecting \in BOOLEAN
    /\ windowArmed \in BOOLEAN
    /\ out \in Output

-----------------------------------------------------------------------------
(* The parts of a step. *)

\* Effect e is one of the effects es.
Among(e, es) == \E i \in 1..Len(es) : es[i] = e

\* One notification.
Tell(s, r) == <<[state |-> s, reason |-> r]>>

\* No notification.
TellNothing == <<>>

\* The event is taken: state s, notifications told, effects es.
Take(event, s, told, es) ==
    /\ out' = [event |-> event, outcome |-> TAKEN, code |-> OK,
               notifications |-> told, effects |-> es]
    /\ state' = s
    /\ proxied' = (s = CONNECTING /\ (proxied \/ event = "ProxyConnecting"))
    /\ departed' = (event = "LeaveChannel" \/ (departed /\ s = DISCONNECTED))
    /\ transportOpen' =
           (~Among(CLOSE_TRANSPORT, es) /\ (transportOpen \/ Among(OPEN_TRANSPORT, es)))
    /\ joinTimed' = (~Among(CANCEL_JOIN_TIMEOUT, es) /\ (joinTimed \/ Among(ARM_JOIN_TIMEOUT, es)))
    /\ reconnecting' =
           (~Among(STOP_RECONNECTING, es) /\ (reconnecting \/ Among(START_RECONNECTING, es)))
    /\ windowArmed' = (~Among(CANCEL_WINDOW, es) /\ (windowArmed \/ Among(ARM_WINDOW, es)))

\* The event changes nothing, and has neither a notification nor an effect.
Pass(event, outcome, code) ==
    /\ out' = [event |-> event, outcome |-> outcome, code |-> code,
               notifications |-> TellNothing, effects |-> <<>>]
    /\ UNCHANGED <<state, proxied, departed, transportOpen, joinTimed, reconnecting, windowArmed>>

\* The fact is stale or does not concern this state.
Ignore(event) == Pass(event, IGNORED, OK)

\* The user's command is rejected.
Refuse(event, code) == Pass(event, REFUSED, code)

\* [I] The effects that end any session: no timer and no attempt survives them.
\* They are safe to carry out in every state, so the client need not remember what runs.
FullStop == <<CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, CLOSE_TRANSPORT>>

\* [I] The same, when the user ends the session: the server is told as well.
Farewell ==
    <<CANCEL_JOIN_TIMEOUT, CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE, CLOSE_TRANSPORT>>

-----------------------------------------------------------------------------
(* The commands of the user. *)

\* The user sets up the engine.
\* [D] Afterwards the client is DISCONNECTED, without a notification.
\* [I] A second one is refused.
Initialize ==
    \/ /\ state = UNKNOWN
       /\ Take("Initialize", DISCONNECTED, TellNothing, <<>>)
    \/ /\ state # UNKNOWN
       /\ Refuse("Initialize", WRONG_STATE)

\* The user asks to join a room.
\* [D] From DISCONNECTED and from FAILED the client goes to CONNECTING with
\* reason 5; a join in a session is refused as a repeated one.  One header
\* comment says that reason 5 means connected; the guide and the other
\* headers say CONNECTING, and we follow them.
\* [I] Of the two documented codes, 30001 means that the first join is still pending,
\* 30100 that the user is in the room.
\* [I] The first join has a time limit of the client: a server that never
\* answers must not leave the user CONNECTING for ever.
JoinChannel ==
    \/ /\ state \in Joinable
       /\ Take("JoinChannel", CONNECTING, Tell(CONNECTING, JOIN_CHANNEL),
               <<OPEN_TRANSPORT, ARM_JOIN_TIMEOUT>>)
    \/ /\ state = UNKNOWN
       /\ Refuse("JoinChannel", WRONG_STATE)
    \/ /\ state = CONNECTING
       /\ Refuse("JoinChannel", ALREADY_JOINING)
    \/ /\ state \in {CONNECTED, RECONNECTING}
       /\ Refuse("JoinChannel", ALREADY_JOINED)

\* The user leaves the room.
\* [D] From CONNECTING and CONNECTED to DISCONNECTED with reason 1.
\* [I] From RECONNECTING and FAILED likewise: a leave has priority over everything,
\* and never waits for an answer.
\* [D] If there is no room to leave, it is refused; [I] the code says whether the user
\* left before.
LeaveChannel ==
    \/ /\ state \in InSession \cup {FAILED}
       /\ Take("LeaveChannel", DISCONNECTED, Tell(DISCONNECTED, LEAVE_CHANNEL), Farewell)
    \/ /\ state = UNKNOWN
       /\ Refuse("LeaveChannel", WRONG_STATE)
    \/ /\ state = DISCONNECTED /\ ~departed
       /\ Refuse("LeaveChannel", NOT_JOINED)
    \/ /\ state = DISCONNECTED /\ departed
       /\ Refuse("LeaveChannel", REPEATED_LEAVE)

\* The user releases the engine.
\* [D] From every state to UNKNOWN, without a notification.
\* [I] A session that still exists is left first.
Release ==
    \/ /\ state = UNKNOWN
       /\ Take("Release", UNKNOWN, TellNothing, <<>>)
    \/ /\ state # UNKNOWN
       /\ Take("Release", UNKNOWN, TellNothing, Farewell)

-----------------------------------------------------------------------------
(* The facts of the world. *)

\* A success that arrives after the session's end is undone, without a notification.
\* [I] The server takes the user to be in the room, so it is told that the user leaves.
UndoLate(event) == Take(event, state, TellNothing, <<ANNOUNCE_LEAVE, CLOSE_TRANSPORT>>)

\* The server let the client into the room.
\* [D] CONNECTING to CONNECTED with reason 6.
\* [I] After the session's end it is undone; in an established session it is a repetition.
Joined ==
    \/ /\ state = CONNECTING
       /\ Take("Joined", CONNECTED, Tell(CONNECTED, JOIN_SUCCEED), <<CANCEL_JOIN_TIMEOUT>>)
    \/ /\ state \in AtRest
       /\ UndoLate("Joined")
    \/ /\ state \in {CONNECTED, RECONNECTING}
       /\ Ignore("Joined")

\* The first join ends in FAILED: it never goes to RECONNECTING.
JoinFails(event, reason) ==
    \/ /\ state = CONNECTING
       /\ Take(event, FAILED, Tell(FAILED, reason), FullStop)
    \/ /\ state # CONNECTING
       /\ Ignore(event)

\* The request for the room failed, or was not answered in time.
\* [D] CONNECTING to FAILED with reason 10.
RoomRequestFailed == JoinFails("RoomRequestFailed", REQUEST_CHANNEL_FAILED)

\* The long link to the server could not be established, or not in time.
\* [D] CONNECTING to FAILED with reason 11.
\* [I] The client tells itself the same when the time limit of the first join has
\* expired, whatever it was waiting for.
LongLinkFailed == JoinFails("LongLinkFailed", JOIN_CHANNEL_FAILED)

\* The client connects through the cloud proxy.
\* [D] The user is told (CONNECTING, 13).
\* [I] This is a notification without a change of state, at most once in a join.
ProxyConnecting ==
    \/ /\ state = CONNECTING /\ ~proxied
       /\ Take("ProxyConnecting", CONNECTING, Tell(CONNECTING, SETTING_PROXY_SERVER), <<>>)
    \/ /\ state # CONNECTING \/ proxied
       /\ Ignore("ProxyConnecting")

\* A loss begins a reconnect episode.
\* [D] CONNECTED to RECONNECTING.
\* [I] A further loss belongs to the same episode: there is no second notification,
\* and the window is not restarted.
LinkLost(event, reason) ==
    \/ /\ state = CONNECTED
       /\ Take(event, RECONNECTING, Tell(RECONNECTING, reason), <<ARM_WINDOW, START_RECONNECTING>>)
    \/ /\ state # CONNECTED
       /\ Ignore(event)

\* The media link was lost.
\* [D] CONNECTED to RECONNECTING with reason 8.
MediaLost == LinkLost("MediaLost", MEDIA_CONNECTION_DISCONNECTED)

\* The signalling link was lost.
\* [D] CONNECTED to RECONNECTING with reason 9.
SignalLost == LinkLost("SignalLost", SIGNAL_DISCONNECTED)

\* The network changed, and the dispatcher assigned another server.
\* [D] To RECONNECTING with reason 12; [I] from CONNECTED.
ReDispatched == LinkLost("ReDispatched", RE_DISPATCH)

\* The server let the client into the room again.
\* [D] RECONNECTING to CONNECTED with reason 7.
\* [I] After the session's end it is undone; in other states it is stale.
Rejoined ==
    \/ /\ state = RECONNECTING
       /\ Take("Rejoined", CONNECTED, Tell(CONNECTED, REJOIN_SUCCEED),
               <<CANCEL_WINDOW, STOP_RECONNECTING>>)
    \/ /\ state \in AtRest
       /\ UndoLate("Rejoined")
    \/ /\ state \in {CONNECTING, CONNECTED}
       /\ Ignore("Rejoined")

\* The reconnect window of the client has expired.
\* [D] RECONNECTING to FAILED, after 30 s to 50 s.
\* [I] With reason 4.  The documents give that reason to DISCONNECTED alone: we
\* take that to be the server's decision (ServiceTimedOut), and this to be the client's.
ReconnectWindowUsedUp ==
    \/ /\ state = RECONNECTING
       /\ Take("ReconnectWindowUsedUp", FAILED, Tell(FAILED, TIME_OUT), FullStop)
    \/ /\ state # RECONNECTING
       /\ Ignore("ReconnectWindowUsedUp")

\* The server ends the session, and the client does not reconnect.
ServerEnds(event, from, reason) ==
    \/ /\ state \in from
       /\ Take(event, DISCONNECTED, Tell(DISCONNECTED, reason), FullStop)
    \/ /\ state \notin from
       /\ Ignore(event)

\* The session has expired on the server.
\* [D] To DISCONNECTED with reason 4; [I] from CONNECTED and RECONNECTING: while
\* the first connection is being established there is no session that could expire.
ServiceTimedOut == ServerEnds("ServiceTimedOut", {CONNECTED, RECONNECTING}, TIME_OUT)

\* The room was closed.
\* [D] CONNECTED to DISCONNECTED with reason 2; [I] likewise while connecting and reconnecting.
RoomClosed == ServerEnds("RoomClosed", InSession, CHANNEL_CLOSED)

\* The server removed the user.
\* [D] CONNECTED to DISCONNECTED with reason 3; [I] likewise while connecting and reconnecting.
Kicked == ServerEnds("Kicked", InSession, BE_KICKED)

\* The same user id joined from elsewhere.
\* [I] To DISCONNECTED with reason 14, as for a kick.
SameUserIdElsewhere == ServerEnds("SameUserIdElsewhere", InSession, BE_KICKED_DUE_TO_SAME_USER_ID)

-----------------------------------------------------------------------------
Init ==
    /\ state = UNKNOWN
    /\ proxied = FALSE
    /\ departed = FALSE
    /\ transportOpen = FALSE
    /\ joinTimed = FALSE
    /\ reconnecting = FALSE
    /\ windowArmed = FALSE
    \* As after a release: no step has had other outputs.
    /\ out = [event |-> "Release", outcome |-> TAKEN, code |-> OK,
              notifications |-> TellNothing, effects |-> <<>>]

Next ==
    \/ Initialize
    \/ JoinChannel
    \/ LeaveChannel
    \/ Release
    \/ Joined
    \/ RoomRequestFailed
    \/ LongLinkFailed
    \/ ProxyConnecting
    \/ MediaLost
    \/ SignalLost
    \/ ReDispatched
    \/ Rejoined
    \/ ReconnectWindowUsedUp
    \/ ServiceTimedOut
    \/ RoomClosed
    \/ Kicked
    \/ SameUserIdElsewhere

\* Only what the client itself must do is fair: a timer that runs expires eventually.
\* The user and the network need not do anything.
Fairness ==
    /\ WF_vars(windowArmed /\ ReconnectWindowUsedUp)
    /\ WF_vars(joinTimed /\ LongLinkFailed)

Spec == Init /\ [][Next]_vars /\ Fairness

-----------------------------------------------------------------------------
(* The tables: the contract once more, as one would draw it.               *)

\* <<from, event, notifications, to>>: every step that is taken, and no other.
TransitionTable == {
    <<UNKNOWN,      "Initialize",            TellNothing,                                       DISCONNECTED>>,
    <<UNKNOWN,      "Release",               TellNothing,                                       UNKNOWN>>,
    <<UNKNOWN,      "Joined",                TellNothing,                                       UNKNOWN>>,
    <<UNKNOWN,      "Rejoined",              TellNothing,                                       UNKNOWN>>,

    <<DISCONNECTED, "JoinChannel",           Tell(CONNECTING, JOIN_CHANNEL),                    CONNECTING>>,
    <<DISCONNECTED, "Release",               TellNothing,                                       UNKNOWN>>,
    <<DISCONNECTED, "Joined",                TellNothing,                                       DISCONNECTED>>,
    <<DISCONNECTED, "Rejoined",              TellNothing,                                       DISCONNECTED>>,

    <<CONNECTING,   "LeaveChannel",          Tell(DISCONNECTED, LEAVE_CHANNEL),                 DISCONNECTED>>,
    <<CONNECTING,   "Release",               TellNothing,                                       UNKNOWN>>,
    <<CONNECTING,   "Joined",                Tell(CONNECTED, JOIN_SUCCEED),                     CONNECTED>>,
    <<CONNECTING,   "RoomRequestFailed",     Tell(FAILED, REQUEST_CHANNEL_FAILED),              FAILED>>,
    <<CONNECTING,   "LongLinkFailed",        Tell(FAILED, JOIN_CHANNEL_FAILED),                 FAILED>>,
    <<CONNECTING,   "ProxyConnecting",       Tell(CONNECTING, SETTING_PROXY_SERVER),            CONNECTING>>,
    <<CONNECTING,   "RoomClosed",            Tell(DISCONNECTED, CHANNEL_CLOSED),                DISCONNECTED>>,
    <<CONNECTING,   "Kicked",                Tell(DISCONNECTED, BE_KICKED),                     DISCONNECTED>>,
    <<CONNECTING,   "SameUserIdElsewhere",   Tell(DISCONNECTED, BE_KICKED_DUE_TO_SAME_USER_ID), DISCONNECTED>>,

    <<CONNECTED,    "LeaveChannel",          Tell(DISCONNECTED, LEAVE_CHANNEL),                 DISCONNECTED>>,
    <<CONNECTED,    "Release",               TellNothing,                                       UNKNOWN>>,
    <<CONNECTED,    "MediaLost",             Tell(RECONNECTING, MEDIA_CONNECTION_DISCONNECTED), RECONNECTING>>,
    <<CONNECTED,    "SignalLost",            Tell(RECONNECTING, SIGNAL_DISCONNECTED),           RECONNECTING>>,
    <<CONNECTED,    "ReDispatched",          Tell(RECONNECTING, RE_DISPATCH),                   RECONNECTING>>,
    <<CONNECTED,    "ServiceTimedOut",       Tell(DISCONNECTED, TIME_OUT),                      DISCONNECTED>>,
    <<CONNECTED,    "RoomClosed",            Tell(DISCONNECTED, CHANNEL_CLOSED),                DISCONNECTED>>,
    <<CONNECTED,    "Kicked",                Tell(DISCONNECTED, BE_KICKED),                     DISCONNECTED>>,
    <<CONNECTED,    "SameUserIdElsewhere",   Tell(DISCONNECTED, BE_KICKED_DUE_TO_SAME_USER_ID), DISCONNECTED>>,

    <<RECONNECTING, "LeaveChannel",          Tell(DISCONNECTED, LEAVE_CHANNEL),                 DISCONNECTED>>,
    <<RECONNECTING, "Release",               TellNothing,                                       UNKNOWN>>,
    <<RECONNECTING, "Rejoined",              Tell(CONNECTED, REJOIN_SUCCEED),                   CONNECTED>>,
    <<RECONNECTING, "ReconnectWindowUsedUp", Tell(FAILED, TIME_OUT),                            FAILED>>,
    <<RECONNECTING, "ServiceTimedOut",       Tell(DISCONNECTED, TIME_OUT),                      DISCONNECTED>>,
    <<RECONNECTING, "RoomClosed",            Tell(DISCONNECTED, CHANNEL_CLOSED),                DISCONNECTED>>,
    <<RECONNECTING, "Kicked",                Tell(DISCONNECTED, BE_KICKED),                     DISCONNECTED>>,
    <<RECONNECTING, "SameUserIdElsewhere",   Tell(DISCONNECTED, BE_KICKED_DUE_TO_SAME_USER_ID), DISCONNECTED>>,

    <<FAILED,       "JoinChannel",           Tell(CONNECTING, JOIN_CHANNEL),                    CONNECTING>>,
    <<FAILED,       "LeaveChannel",          Tell(DISCONNECTED, LEAVE_CHANNEL),                 DISCONNECTED>>,
    <<FAILED,       "Release",               TellNothing,                                       UNKNOWN>>,
    <<FAILED,       "Joined",                TellNothing,                                       FAILED>>,
    <<FAILED,       "Rejoined",              TellNothing,                                       FAILED>>
}

\* The transition table has a row for the event in the state.
HasRow(from, event) == \E row \in TransitionTable : row[1] = from /\ row[2] = event

\* Every step that ends a join answers it once, and OK means that the user is in the room.
ASSUME
    /\ {row.event : row \in AnswerTable} =
            {row[2] : row \in {r \in TransitionTable : r[1] = CONNECTING /\ r[4] # CONNECTING}}
    /\ \A one, other \in AnswerTable : one.event = other.event => one = other
    /\ \A row \in AnswerTable :
            /\ row.command = "JoinChannel"
            /\ \A r \in TransitionTable :
                    r[1] = CONNECTING /\ r[2] = row.event => (r[4] = CONNECTED <=> row.code = OK)

\* <<from, departed, command, code>>: every refusal, and no other.
RefusalTable == {
    <<UNKNOWN,      FALSE, "JoinChannel",  WRONG_STATE>>,
    <<UNKNOWN,      FALSE, "LeaveChannel", WRONG_STATE>>,
    <<DISCONNECTED, FALSE, "Initialize",   WRONG_STATE>>,
    <<DISCONNECTED, TRUE,  "Initialize",   WRONG_STATE>>,
    <<DISCONNECTED, FALSE, "LeaveChannel", NOT_JOINED>>,
    <<DISCONNECTED, TRUE,  "LeaveChannel", REPEATED_LEAVE>>,
    <<CONNECTING,   FALSE, "Initialize",   WRONG_STATE>>,
    <<CONNECTING,   FALSE, "JoinChannel",  ALREADY_JOINING>>,
    <<CONNECTED,    FALSE, "Initialize",   WRONG_STATE>>,
    <<CONNECTED,    FALSE, "JoinChannel",  ALREADY_JOINED>>,
    <<RECONNECTING, FALSE, "Initialize",   WRONG_STATE>>,
    <<RECONNECTING, FALSE, "JoinChannel",  ALREADY_JOINED>>,
    <<FAILED,       FALSE, "Initialize",   WRONG_STATE>>
}

-----------------------------------------------------------------------------
(* Properties.  B1 to B12 are classes of bugs that clients of this kind    *)
(* have shipped; each is named after what must hold instead.               *)

\* A taken step is a row of the transition table, and an event that has a row
\* is taken; only a repeated ProxyConnecting has one and is ignored.
TransitionTableProp ==
    [][ /\ out'.outcome = TAKEN =>
            <<state, out'.event, out'.notifications, state'>> \in TransitionTable
        /\ out'.outcome # TAKEN /\ ~(out'.event = "ProxyConnecting" /\ proxied) =>
            ~HasRow(state, out'.event)
      ]_vars

\* A refusal is a row of the refusal table.
RefusalTableProp ==
    [][out'.outcome = REFUSED =>
            <<state, departed, out'.event, out'.code>> \in RefusalTable]_vars

\* Only commands are refused, with a code; only facts are ignored.
OutcomeFitsEventInv ==
    /\ out.outcome = REFUSED => out.event \in Command /\ out.code # OK
    /\ out.outcome = IGNORED => out.event \in Fact
    /\ out.code # OK => out.outcome = REFUSED

\* An ignored or refused event changes nothing, and has no notification and no effect.
OnlyTakenStepsActProp ==
    [][out'.outcome # TAKEN =>
            /\ UNCHANGED <<state, proxied, departed, transportOpen, joinTimed, reconnecting,
                           windowArmed>>
            /\ out'.notifications = <<>>
            /\ out'.effects = <<>>]_vars

\* A released engine is UNKNOWN; a client begins as if it had just been released.
ReleasedIsUnknownInv == out.event = "Release" => state = UNKNOWN

\* A session has a transport.
SessionHasTransportInv == state \in InSession => transportOpen

\* The use of the proxy is told only in CONNECTING, once per join, and remembered
\* until the join ends.
ProxyToldOncePerJoinProp ==
    [][ /\ \A i \in 1..Len(out'.notifications) :
              out'.notifications[i].reason = SETTING_PROXY_SERVER =>
                  state = CONNECTING /\ ~proxied /\ state' = CONNECTING
        /\ out'.event = "ProxyConnecting" /\ out'.outcome = TAKEN => proxied'
        /\ proxied' /\ ~proxied => out'.event = "ProxyConnecting"
        /\ proxied /\ state' = CONNECTING => proxied'
      ]_vars

\* departed becomes true by a leave, and by nothing else.
DepartureIsRememberedProp ==
    [][ /\ out'.event = "LeaveChannel" /\ out'.outcome = TAKEN => departed'
        /\ departed' /\ ~departed => out'.event = "LeaveChannel"
      ]_vars

\* proxied and departed are reset as soon as they no longer matter.
NothingIsRememberedTooLongInv ==
    /\ proxied => state = CONNECTING
    /\ departed => state = DISCONNECTED

\* A client that leaves a session, or releases the engine in one, tells the server;
\* without an engine it tells the server nothing.
FarewellIsSaidProp ==
    [][out'.outcome = TAKEN /\ out'.event \in {"LeaveChannel", "Release"} =>
            /\ state \in InSession => Among(ANNOUNCE_LEAVE, out'.effects)
            /\ state = UNKNOWN => out'.effects = <<>>]_vars

\* B1, leave does not stop reconnecting: after a leave only the user changes the state.
B1_LeaveIsFinalProp ==
    [][departed /\ out'.event \notin {"JoinChannel", "Release"} =>
            state' = state /\ departed']_vars

\* Something is under way, by the effects so far.
SomethingRuns == transportOpen \/ joinTimed \/ reconnecting \/ windowArmed

\* B1: after a leave nothing runs any more.
B1_LeaveStopsEverythingInv == departed => ~SomethingRuns

\* B2, join is dead after a leave: a leave always leads to a state that allows a join,
\* and a join in such a state is accepted.
B2_LeaveThenJoinProp ==
    [][ /\ out'.event = "LeaveChannel" /\ state # UNKNOWN => state' \in Joinable
        /\ out'.event = "JoinChannel" /\ state \in Joinable => state' = CONNECTING
      ]_vars

\* B3, stuck in reconnecting: every reconnect episode ends.
B3_EpisodeEndsProp == state = RECONNECTING ~> state # RECONNECTING

\* B3: in RECONNECTING, attempts are under way.
B3_AttemptsRunInv == state = RECONNECTING => reconnecting

\* B3: the end of an episode is told, once.
B3_OneOutcomeProp ==
    [][state = RECONNECTING /\ state' # RECONNECTING /\ out'.event # "Release" =>
            Len(out'.notifications) = 1]_vars

\* B4, getter and callback disagree: the state in a notification is the state.
B4_ToldStateIsTheStateInv ==
    \A i \in 1..Len(out.notifications) : out.notifications[i].state = state

\* B7, an old timer fires in a new episode: the window runs while the client
\* reconnects, and at no other time.
B7_WindowOnlyWhileReconnectingInv == windowArmed <=> state = RECONNECTING

\* B7: the window is not armed again within an episode.
B7_WindowArmedOnceProp ==
    [][state = RECONNECTING => ~Among(ARM_WINDOW, out'.effects)]_vars

\* B8, two reconnects at once: an episode is told and started once.
B8_OneEpisodeAtATimeProp ==
    [][state = RECONNECTING =>
            /\ ~Among(START_RECONNECTING, out'.effects)
            /\ \A i \in 1..Len(out'.notifications) :
                    out'.notifications[i].state # RECONNECTING]_vars

\* B8: no attempt runs during a first join or in an established connection.
B8_NoAttemptBesideAConnectionInv == state \in {CONNECTING, CONNECTED} => ~reconnecting

\* The reasons for the end of a session that the user did not end.
TerminalReason ==
    {CHANNEL_CLOSED, BE_KICKED, TIME_OUT, REQUEST_CHANNEL_FAILED,
     JOIN_CHANNEL_FAILED, BE_KICKED_DUE_TO_SAME_USER_ID}

\* B8, doubled terminal events: the end of a session is told only in the session,
\* so at most once.
B8_TerminalToldOnceProp ==
    [][\A i \in 1..Len(out'.notifications) :
            out'.notifications[i].reason \in TerminalReason => state \in InSession]_vars

\* B9, ended by the server, and the client fights back: after the server has ended the
\* session, nothing is started.
B9_ServerEndIsFinalProp ==
    [][out'.event \in {"ServiceTimedOut", "RoomClosed", "Kicked", "SameUserIdElsewhere"}
            /\ out'.outcome = TAKEN =>
            /\ state' = DISCONNECTED
            /\ ~Among(START_RECONNECTING, out'.effects)
            /\ ~Among(OPEN_TRANSPORT, out'.effects)]_vars

\* B9: DISCONNECTED and FAILED are final until the user acts.
B9_RestStaysAtRestProp ==
    [][~departed /\ state \in Joinable
            /\ out'.event \notin {"JoinChannel", "LeaveChannel", "Release"} =>
            state' = state]_vars

\* B9: nothing runs in a state of rest, even if the user did not leave.
B9_EndStopsEverythingInv == state \in AtRest /\ ~departed => ~SomethingRuns

\* B10, an undefined event: every event is defined in every state.  This is checked
\* after each step that is taken, since no other step changes the state.
B10_EveryEventIsDefinedInv ==
    out.outcome = TAKEN => \A event \in Event : ENABLED (Next /\ out'.event = event)

\* B10, a join that is never answered: the first join ends.
B10_JoinIsAnsweredProp == state = CONNECTING ~> state # CONNECTING

\* B10: the time limit of a join runs during the first join, and at no other time.
B10_JoinIsTimedInv == joinTimed <=> state = CONNECTING

\* B10: the time limit is not restarted within a join.
B10_JoinTimedOnceProp ==
    [][state = CONNECTING => ~Among(ARM_JOIN_TIMEOUT, out'.effects)]_vars

\* B10: the answer to a join is told once, while the join is pending.
B10_JoinAnsweredOnceProp ==
    [][ /\ \A i \in 1..Len(out'.notifications) :
            out'.notifications[i].reason
                \in {JOIN_SUCCEED, REQUEST_CHANNEL_FAILED, JOIN_CHANNEL_FAILED} =>
                    state = CONNECTING
        /\ state = CONNECTING /\ state' # CONNECTING /\ out'.event # "Release" =>
            Len(out'.notifications) = 1
      ]_vars

\* B10, a success that arrives too late: it is undone, without a notification.
B10_LateSuccessIsUndoneProp ==
    [][out'.event \in {"Joined", "Rejoined"} /\ state \in AtRest =>
            /\ state' = state
            /\ out'.notifications = <<>>
            /\ Among(ANNOUNCE_LEAVE, out'.effects)
            /\ Among(CLOSE_TRANSPORT, out'.effects)]_vars

\* B11, a second join breaks the live session: it is refused, and changes nothing.
B11_SecondJoinIsRefusedProp ==
    [][out'.event = "JoinChannel" /\ state \in InSession =>
            /\ out'.outcome = REFUSED
            /\ out'.code \in {ALREADY_JOINING, ALREADY_JOINED}
            /\ state' = state]_vars

\* B12, callbacks after release: a released engine has no notifications.
B12_SilentAfterReleaseProp ==
    [][state = UNKNOWN => out'.notifications = <<>>]_vars

=============================================================================
