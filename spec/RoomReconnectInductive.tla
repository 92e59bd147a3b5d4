---------------------- MODULE RoomReconnectInductive -----------------------
(***************************************************************************)
(* The client in time keeps its promises from every state that is sound,   *)
(* whether or not a client can get into it.                                *)
(*                                                                         *)
(* A state is sound if there is a history behind it: a path through the    *)
(* contract's table of transitions, from what was carried out last to what *)
(* was decided last, on which each step has left in the queue what it asks *)
(* of the transport.  The transport and the attempts are those of the      *)
(* beginning of that path, the state, the timer, the session and the       *)
(* episode those of its end.  It may begin anywhere.  Another path, of     *)
(* states alone, leads from what was told last over what is to be told to  *)
(* what was decided last.  Of the clocks a sound state says only how they  *)
(* bound each other.                                                       *)
(*                                                                         *)
(* TLC starts in all sound states at once and takes every step from each.  *)
(* That is a proof, with one gap to be closed, for the bounds of the       *)
(* configuration: so many sessions and episodes, so much that is pending,  *)
(* so long a tick.  It is none for clients that run longer or wait for     *)
(* more.                                                                   *)
(*                                                                         *)
(* The gap is out, which ranges over an infinite set: TLC starts with one  *)
(* value of it, which no step lets out.  No step reads out, other than to  *)
(* keep it, and no property of steps sees what is kept.                    *)
(***************************************************************************)
EXTENDS RoomReconnect

\* The contract's own sound states, and the value of out that no step lets out.
SoundContract == INSTANCE RoomConnectionInductive

-----------------------------------------------------------------------------
(* Histories. *)

\* What was decided, once: the state, in which session and episode.
Moment ==
    {m \in [state : Contract!ConnectionState, epoch : 0..MaxEpoch, episode : 0..MaxEpisode] :
        /\ m.epoch = 0 => m.state \in {Contract!UNKNOWN, Contract!DISCONNECTED} /\ m.episode = 0
        /\ m.state = Contract!CONNECTING => m.episode = 0
        /\ m.state = Contract!RECONNECTING => m.episode > 0}

\* What is told when a time has passed.
TimerFacts == {row.fact : row \in Contract!TimerTable}

\* What the client tells itself does not wait, though the user and the world pause.
FromItself == TimerFacts \cup (LinkLosses \cap Facts)

\* The contract's transitions that happen within the bounds and tell or ask for something.
Row ==
    {row \in Contract!TransitionTable :
        /\ row[2] \in Contract!Command \cup Contract!AttemptFact \cup TimerFacts \cup Facts
        /\ row[2] # "Initialize"
        /\ ~(row[1] = Contract!UNKNOWN /\ row[2] = "Release")}

\* What a transition asks of the transport.
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

\* With one more at the end, if it asks for anything.
With(wishes, effects, m) == IF effects = <<>> THEN wishes ELSE Append(wishes, Wish(effects, m))

\* A history is a record: from carried, what is pending leads to now.  Here it goes on:

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

\* by a success in an earlier session, which is to be undone,
IsUndone(h, e) == [h EXCEPT !.pending = Append(@, Wish(Undoing, [epoch |-> e, episode |-> 0]))]

\* and by an Initialize, which leaves nothing in the queue.
IsInitialized(h) == [h EXCEPT !.now.state = Contract!DISCONNECTED]

Longer(h) ==
    LET further == {GoesOn(h, row) : row \in {r \in Row : MayGoOn(h, r)}}
    IN  further
        \cup {IsInitialized(g) : g \in {k \in further : k.now.state = Contract!UNKNOWN}}
        \cup {IsUndone(h, e) : e \in IF Len(h.pending) < MaxPending THEN 1..(h.now.epoch - 1)
              ELSE {}}

\* Nothing is pending.
Done == {[carried |-> m, pending |-> <<>>, now |-> m] : m \in Moment}

\* The histories hs, and all that they go on to.
RECURSIVE AndFurther(_, _)
AndFurther(all, hs) ==
    LET further == UNION {Longer(h) : h \in hs} \ all
    IN  IF further = {} THEN all ELSE AndFurther(all \cup further, further)

HistoriesTo ==
    LET all == AndFurther(Done, Done)
    IN  [m \in Moment |-> {h \in all : h.now = m}]

\* What can be told after a state, in one step of the contract, as number n of what is to be told.
ToldAfter(s, n) ==
    {row[4] :
     row \in {r \in Row : r[1] = s /\ r[3] # <<>> /\ (n > MaxPending => r[2] \in FromItself)}}

\* The ways from what was told last to the state s, in n steps that are to be told.
RECURSIVE WaysTo(_, _)
WaysTo(n, s) ==
    IF n = 0
    THEN {[told |-> s, untold |-> <<>>]}
    ELSE UNION {{[told |-> way.told, untold |-> Append(way.untold, s)] :
                 way \in WaysTo(n - 1, before)} :
                    before \in {b \in Contract!ConnectionState : s \in ToldAfter(b, n)}}

\* A loss that the client notices, and the end of a window.
MostUntold == MaxPending + 2

\* All of them.
Ways ==
    [s \in Contract!ConnectionState |->
        IF s = Contract!UNKNOWN THEN WaysTo(0, s) ELSE UNION {WaysTo(n, s) : n \in 0..MostUntold}]

-----------------------------------------------------------------------------
(* What makes a state sound.  Every line that says where a variable ranges *)
(* serves TLC twice: to list the states that it starts in, and to see      *)
(* whether a step has left them.                                           *)

\* The timer that is armed.
TimerIsTheStates ==
    timer =
        CASE state = Contract!CONNECTING ->
            [tells |-> "LongLinkFailed", epoch |-> epoch, episode |-> episode]
          [] state = Contract!RECONNECTING ->
              [tells |-> "ReconnectWindowUsedUp", epoch |-> epoch, episode |-> episode]
          [] OTHER -> NoTimer

\* The transport.
TransportOf(h) == IF h.carried.state \in Contract!InSession THEN h.carried.epoch ELSE None

\* The attempts.
PhaseOf(h) == IF h.carried.state = Contract!RECONNECTING THEN {"trying", "waiting"} ELSE {"idle"}

\* What was decided is sound by itself.
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

\* What is to be told leads from what was told to the state.
IsBeingTold ==
    /\ calling \in BOOLEAN
    /\ \E way \in Ways[state] : untold = way.untold /\ told = way.told

\* Only a transport that may block is blocked.
MayBeBlocked == blocked \in IF TransportBlocks THEN BOOLEAN ELSE {FALSE}

\* The deadline is there while one is wanted.
DeadlineIsBounded ==
    deadline \in
        CASE state = Contract!CONNECTING -> 0..JoinTime
          [] state = Contract!RECONNECTING -> 0..Units(WINDOW_AT_MOST)
          [] OTHER -> {Off}

\* A loss can be noticed as long as the client believes to be connected.
NoticeIsBounded ==
    unnoticed \in {Off} \cup
        IF state = Contract!CONNECTED /\ episode < MaxEpisode THEN 0..Units(DETECTION_AT_MOST)
            ELSE {}

\* The outcome is due with the deadline, or later by as much as the bounds are apart.
OutcomeIsBounded ==
    outcomeDue \in
        CASE state = Contract!CONNECTING -> {deadline}
          [] state = Contract!RECONNECTING ->
                 {due \in 0..Units(GIVE_UP_AT_MOST) :
                     due - deadline \in 0..Units(GIVE_UP_AT_MOST - GIVE_UP_AT_LEAST)}
          [] unnoticed # Off -> {unnoticed + Units(GIVE_UP_AT_MOST) - Units(DETECTION_AT_MOST)}
          [] OTHER -> {Off}

\* The attempts that are under way are to be stopped.
Stopping == \E i \in 1..Len(pending) : Wants(pending[i], Contract!STOP_RECONNECTING)

\* How many there may have been at most: each takes one unit of time at the least, until they are
\* stopped.
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
(* It is inductive, and from it everything follows. *)

\* The client's own beginning is among the sound states.
Start ==
    \/ Init
    \/ Sound /\ out = SoundContract!Unsaid

FromAnySound == Start /\ [][Next]_vars /\ Fairness

SoundInv == Sound

\* What RefinesContractSafely says of steps.
StepsOfTheContractProp == [][UNCHANGED decided \/ Contract!Next]_decided

\* What RefinesContract says of what must happen some day.
FairToTheContractProp == Contract!Fairness

=============================================================================
