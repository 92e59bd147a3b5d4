---------------------- MODULE RoomReconnectInductive -----------------------
(***************************************************************************)
(* The client in time satisfies its properties from every state that is    *)
(* sound, reachable or not.                                                *)
(*                                                                         *)
(* A state is sound if it has a history: a path through the contract's     *)
(* table of transitions, from the last step that was carried out to the    *)
(* last one that was decided, on which each step has left its requests to  *)
(* the transport in the queue.  The transport and the attempts match the   *)
(* beginning of that path; the state, the timer, the session and the       *)
(* episode match its end.  It may begin anywhere.  Another path, of states *)
(* alone, leads from the state that was told last through those that are   *)
(* still to be told to the decided one.  For the clocks, sound means only  *)
(* that they bound each other.                                             *)
(*                                                                         *)
(* TLC starts in all sound states at once and takes every step from each.  *)
(* That is a proof, with one gap, which is closed below, for the bounds of *)
(* the configuration: the numbers of sessions, episodes and pending steps, *)
(* and the length of a tick.  It is no proof for clients that run longer   *)
(* or have more pending.                                                   *)
(*                                                                         *)
(* The gap is out, which ranges over an infinite set: TLC starts with one  *)
(* value of it, which is no step's output.  No step reads out, except to   *)
(* keep it, and no property of steps depends on a value that is kept.      *)
(***************************************************************************)
EXTENDS RoomReconnect

\* The contract's sound states, and the value of out that is no step's output.
SoundContract == INSTANCE RoomConnectionInductive

-----------------------------------------------------------------------------
(* Histories. *)

\* A decided moment: the state, in which session and episode.
Moment ==
    {m \in [state : Contract!ConnectionState, epoch : 0..MaxEpoch, episode : 0..MaxEpisode] :
        /\ m.epoch = 0 => m.state \in {Contract!UNKNOWN, Contract!DISCONNECTED} /\ m.episode = 0
        /\ m.state = Contract!CONNECTING => m.episode = 0
        /\ m.state = Contract!RECONNECTING => m.episode > 0}

\* The facts of expired timers.
TimerFacts == {row.fact : row \in Contract!TimerTable}

\* The client's own facts do not wait, although the user and the world pause.
FromItself == TimerFacts \cup (LinkLosses \cap Facts)

\* The contract's transitions within the bounds that have a notification or a request.
Row ==
    {row \in Contract!TransitionTable :
        /\ row[2] \in Contract!Command \cup Contract!AttemptFact \cup TimerFacts \cup Facts
        /\ row[2] # "Initialize"
        /\ ~(row[1] = Contract!UNKNOWN /\ row[2] = "Release")}

\* The requests of a transition to the transport.
Undoing == <<Contract!ANNOUNCE_LEAVE, Contract!CLOSE_TRANSPORT>>
Effects(from, event) ==
    CASE event = "JoinChannel" -> <<Contract!OPEN_TRANSPORT>>
      [] event = "ProxyConnecting" -> <<>>
      [] event \in Losses -> <<Contract!START_RECONNECTING>>
      [] event = "Joined" /\ from = Contract!CONNECTING -> <<>>
      [] event = "Rejoined" /\ from = Contract!RECONNECTING -> <<Contract!STOP_RECONNECTING>>
      [] event \in {"Joined", "Rejoined"} /\ from \in Contract!AtRest -> Undoing
      [] event \in {"LeaveChannel", "Release"} ->
             <<Contract!STOP_RECONNECTING, Contract!ANNOUNCE_LEAVE, Contract!CLOSE_TRANSPORT>>
      [] OTHER -> <<Contract!STOP_RECONNECTING, Contract!CLOSE_TRANSPORT>>

\* The moment after a transition.
After(m, row) ==
    [state |-> row[4],
     epoch |-> IF row[2] = "JoinChannel" THEN m.epoch + 1 ELSE m.epoch,
     episode |-> CASE row[2] = "JoinChannel" -> 0
                   [] row[2] \in Losses -> m.episode + 1
                   [] OTHER -> m.episode]

Wish(effects, m) == [effects |-> effects, epoch |-> m.epoch, episode |-> m.episode]

\* The requests with one more at the end, if there is one.
With(wishes, effects, m) == IF effects = <<>> THEN wishes ELSE Append(wishes, Wish(effects, m))

\* A history is a record: from carried, the pending requests lead to now.  It continues

\* by a transition,
GoesOn(h, row) ==
    LET now == After(h.now, row)
    IN  [h EXCEPT !.pending = With(h.pending, Effects(row[1], row[2]), now), !.now = now,
                  !.carried = IF h.pending = <<>> /\ Effects(row[1], row[2]) = <<>> THEN now
                      ELSE h.carried]

MayGoOn(h, row) ==
    /\ row[1] = h.now.state
    /\ After(h.now, row) \in Moment
    /\ Effects(row[1], row[2]) = Undoing => h.now.epoch > 0
    /\ \/ Len(h.pending) < MaxPending
       \/ row[2] \in FromItself

\* by a success in an earlier session, which must be undone,
IsUndone(h, e) == [h EXCEPT !.pending = Append(@, Wish(Undoing, [epoch |-> e, episode |-> 0]))]

\* and by an Initialize, which leaves nothing in the queue.
IsInitialized(h) == [h EXCEPT !.now.state = Contract!DISCONNECTED]

Longer(h) ==
    LET further == {GoesOn(h, row) : row \in {r \in Row : MayGoOn(h, r)}}
    IN  further
        \cup {IsInitialized(g) : g \in {k \in further : k.now.state = Contract!UNKNOWN}}
        \cup {IsUndone(h, e) : e \in IF Len(h.pending) < MaxPending THEN 1..(h.now.epoch - 1)
              ELSE {}}

\* No request is pending.
Done == {[carried |-> m, pending |-> <<>>, now |-> m] : m \in Moment}

\* The histories hs, and all their continuations.
RECURSIVE AndFurther(_, _)
AndFurther(all, hs) ==
    LET further == UNION {Longer(h) : h \in hs} \ all
    IN  IF further = {} THEN all ELSE AndFurther(all \cup further, further)

HistoriesTo ==
    LET all == AndFurther(Done, Done)
    IN  [m \in Moment |-> {h \in all : h.now = m}]

\* The states that one step of the contract can tell after a state, as number n of those untold.
ToldAfter(s, n) ==
    {row[4] :
     row \in {r \in Row : r[1] = s /\ r[3] # <<>> /\ (n > MaxPending => r[2] \in FromItself)}}

\* The ways from the state that was told last to the state s, in n steps that are to be told.
RECURSIVE WaysTo(_, _)
WaysTo(n, s) ==
    IF n = 0
    THEN {[told |-> s, untold |-> <<>>]}
    ELSE UNION {{[told |-> way.told, untold |-> Append(way.untold, s)] :
                 way \in WaysTo(n - 1, before)} :
                    before \in {b \in Contract!ConnectionState : s \in ToldAfter(b, n)}}

\* A loss that the client notices, and the end of a window.
MostUntold == MaxPending + 2

\* All ways.
Ways ==
    [s \in Contract!ConnectionState |->
        IF s = Contract!UNKNOWN THEN WaysTo(0, s) ELSE UNION {WaysTo(n, s) : n \in 0..MostUntold}]

-----------------------------------------------------------------------------
(* What makes a state sound.  Every line that gives the range of a         *)
(* variable serves TLC twice: to list the states that it starts in, and to *)
(* check whether a step has left them.                                     *)

\* The armed timer belongs to the state.
TimerIsTheStates ==
    timer =
        CASE state = Contract!CONNECTING ->
            [tells |-> "LongLinkFailed", epoch |-> epoch, episode |-> episode]
          [] state = Contract!RECONNECTING ->
              [tells |-> "ReconnectWindowUsedUp", epoch |-> epoch, episode |-> episode]
          [] OTHER -> NoTimer

\* The transport that matches a history.
TransportOf(h) == IF h.carried.state \in Contract!InSession THEN h.carried.epoch ELSE None

\* The phases of the attempts that match a history.
PhaseOf(h) == IF h.carried.state = Contract!RECONNECTING THEN {"trying", "waiting"} ELSE {"idle"}

\* The decided variables are sound.
IsDecided ==
    /\ \E m \in Moment : state = m.state /\ epoch = m.epoch /\ episode = m.episode
    /\ proxied \in BOOLEAN /\ SoundContract!ProxyIsTheJoins
    /\ departed \in BOOLEAN /\ SoundContract!DepartedIsDisconnected
    /\ transportOpen \in BOOLEAN /\ SoundContract!TransportIsTheSessions
    /\ joinTimed \in BOOLEAN /\ SoundContract!JoinTimeIsTheJoins
    /\ reconnecting \in BOOLEAN /\ SoundContract!AttemptsAreTheEpisodes
    /\ windowArmed \in BOOLEAN /\ SoundContract!WindowIsTheEpisodes

HasHistory ==
    \E h \in HistoriesTo[[state |-> state, epoch |-> epoch, episode |-> episode]] :
        /\ pending = h.pending
        /\ opened = h.carried.epoch
        /\ transport = TransportOf(h)
        /\ phase \in PhaseOf(h)

\* The untold states lead from the one that was told to the current one.
IsBeingTold ==
    /\ calling \in BOOLEAN
    /\ \E way \in Ways[state] : untold = way.untold /\ told = way.told

\* Only a transport that may block is blocked.
MayBeBlocked == blocked \in IF TransportBlocks THEN BOOLEAN ELSE {FALSE}

\* The deadline exists in the states that have one.
DeadlineIsBounded ==
    deadline \in
        CASE state = Contract!CONNECTING -> 0..JoinTime
          [] state = Contract!RECONNECTING -> 0..Units(WINDOW_AT_MOST)
          [] OTHER -> {Off}

\* A loss can be noticed as long as the client is CONNECTED.
NoticeIsBounded ==
    unnoticed \in {Off} \cup
        IF state = Contract!CONNECTED /\ episode < MaxEpisode THEN 0..Units(DETECTION_AT_MOST)
            ELSE {}

\* The outcome is due with the deadline, or later by at most the distance of the bounds.
OutcomeIsBounded ==
    outcomeDue \in
        CASE state = Contract!CONNECTING -> {deadline}
          [] state = Contract!RECONNECTING ->
                 {due \in 0..Units(GIVE_UP_AT_MOST) :
                     due - deadline \in 0..Units(GIVE_UP_AT_MOST - GIVE_UP_AT_LEAST)}
          [] unnoticed # Off -> {unnoticed + Units(GIVE_UP_AT_MOST) - Units(DETECTION_AT_MOST)}
          [] OTHER -> {Off}

\* A request to stop the attempts is pending.
Stopping == \E i \in 1..Len(pending) : Wants(pending[i], Contract!STOP_RECONNECTING)

\* The possible numbers of attempts: until they are stopped, each takes at least one unit of time.
\* (The first begins at once.)
Attempts == {k \in 1..MaxAttempt : ~Stopping => k <= 1 + Units(WINDOW_AT_MOST) - deadline}

AttemptsAreBounded ==
    IF phase = "idle"
    THEN attempt = 0 /\ attemptLeft = Off
    ELSE /\ attemptLeft \in 0..Units(IF phase = "trying" THEN ATTEMPT_AT_MOST ELSE BACK_OFF_AT_MOST)
         \* The next one may begin at once.
         /\ attempt \in IF phase = "waiting" /\ PauseMayEnd THEN {k - 1 : k \in Attempts \ {1}}
                ELSE Attempts

Sound ==
    /\ IsDecided
    /\ HasHistory
    /\ IsBeingTold
    /\ MayBeBlocked
    /\ TimerIsTheStates
    /\ DeadlineIsBounded
    /\ NoticeIsBounded
    /\ OutcomeIsBounded
    /\ AttemptsAreBounded

-----------------------------------------------------------------------------
(* Sound is inductive, and implies everything else. *)

\* The client's initial state is among the sound states.
Start ==
    \/ Init
    \/ Sound /\ out = SoundContract!Unsaid

FromAnySound == Start /\ [][Next]_vars /\ Fairness

SoundInv == Sound

\* The steps of RefinesContractSafely.
StepsOfTheContractProp == [][UNCHANGED decided \/ Contract!Next]_decided

\* The liveness of RefinesContract.
FairToTheContractProp == Contract!Fairness

=============================================================================
