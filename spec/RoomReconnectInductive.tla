---------------------- MODULE RoomReconnectInductive -----------------------
(***************************************************************************)
(* The client in time keeps its promises from every state that is sound,   *)
(* whether or not a client can get into it.                                *)
(*                                                                         *)
(* A state is sound if there is a history behind it: a path through the    *)
(* contract's table of transitions, from what was carried out last to what *)
(* was decided last, on which each step has left in the queue what it      *)
(* wants and tells.  The transport, the timer and the attempts are those   *)
(* of the beginning of that path, the state, the session and the episode   *)
(* those of its end.  It may begin anywhere.  Of the clocks a sound state  *)
(* says only how they bound each other.                                    *)
(*                                                                         *)
(* TLC starts in all sound states at once and takes every step from each.  *)
(* That is a proof, with one gap to be closed, for the bounds of the       *)
(* configuration: so many sessions and episodes, so much that is pending,  *)
(* so long a tick.  It is none for clients that run longer or wait for     *)
(* more.                                                                   *)
(*                                                                         *)
(* The gap is out, which ranges over an infinite set: TLC starts with one  *)
(* value of it, which no step lets out.  No step reads out, other than to  *)
(* keep it.  The one property of steps that sees what is kept              *)
(* (B15_CarriedOutInOrderProp) asks more if that is not a Release, and it  *)
(* is not.                                                                 *)
(***************************************************************************)
EXTENDS RoomReconnect

\* The contract's own sound states, and the value of out that no step lets out.
SoundContract == INSTANCE RoomConnectionInductive

\* What waits is carried out before its time is up.  With slower callbacks the client is late.
ASSUME \A shortest \in Window \cup {JoinTime} : Lag * (MaxPending + 1) <= shortest

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

\* The contract's transitions that happen within the bounds and leave something in the queue.
Row ==
    {row \in Contract!TransitionTable :
        /\ row[2] \in Contract!Command \cup Contract!AttemptFact \cup TimerFacts \cup Facts
        /\ row[2] # "Initialize"
        /\ ~(row[1] = Contract!UNKNOWN /\ row[2] = "Release")}

\* What a transition wants to have done.
Undoing == <<Contract!ANNOUNCE_LEAVE, Contract!CLOSE_TRANSPORT>>
Effects(from, event) ==
    CASE event = "JoinChannel" -> <<Contract!OPEN_TRANSPORT, Contract!ARM_JOIN_TIMEOUT>>
      [] event = "ProxyConnecting" -> <<>>
      [] event \in Losses -> <<Contract!ARM_WINDOW, Contract!START_RECONNECTING>>
      [] event = "Joined" /\ from = Contract!CONNECTING -> <<Contract!CANCEL_JOIN_TIMEOUT>>
      [] event = "Rejoined" /\ from = Contract!RECONNECTING ->
             <<Contract!CANCEL_WINDOW, Contract!STOP_RECONNECTING>>
      [] event \in {"Joined", "Rejoined"} /\ from \in Contract!AtRest -> Undoing
      [] event \in {"LeaveChannel", "Release"} -> Contract!Farewell
      [] OTHER -> Contract!FullStop

\* The moment after a transition.
After(m, row) ==
    [state |-> row[4],
     epoch |-> IF row[2] = "JoinChannel" THEN m.epoch + 1 ELSE m.epoch,
     episode |-> CASE row[2] = "JoinChannel" -> 0
                   [] row[2] \in Losses -> m.episode + 1
                   [] OTHER -> m.episode]

Wish(effects, notifications, m) ==
    [effects |-> effects, notifications |-> notifications, epoch |-> m.epoch, episode |-> m.episode]

\* A history is a record: from carried, what is pending leads to now; if a listener is
\* being called, the first of it belongs to what is carried out.  Here it goes on:

\* by a transition,
GoesOn(h, row) ==
    LET now == After(h.now, row)
        quiet(i) == row[2] = "Release" /\ ~(h.calling /\ i = 1)
        before == [i \in 1..Len(h.pending) |->
                      IF quiet(i) THEN [h.pending[i] EXCEPT !.notifications = <<>>] ELSE h.pending[i]]
    IN  [h EXCEPT !.pending = Append(before, Wish(Effects(row[1], row[2]), row[3], now)), !.now = now]

MayGoOn(h, row) ==
    /\ row[1] = h.now.state
    /\ After(h.now, row) \in Moment
    /\ Effects(row[1], row[2]) = Undoing => h.now.epoch > 0
    /\ \/ Len(h.pending) < MaxPending
       \* What the client tells itself does not wait.
       \/ Len(h.pending) = MaxPending /\ row[2] \in TimerFacts \cup (LinkLosses \cap Facts)

\* by a success in an earlier session, which is to be undone,
IsUndone(h, e) == [h EXCEPT !.pending = Append(@, Wish(Undoing, <<>>, [epoch |-> e, episode |-> 0]))]

\* and by an Initialize, which leaves nothing in the queue.
IsInitialized(h) == [h EXCEPT !.now.state = Contract!DISCONNECTED]

Longer(h) ==
    LET further == {GoesOn(h, row) : row \in {r \in Row : MayGoOn(h, r)}}
    IN  further
        \cup {IsInitialized(g) : g \in {k \in further : k.now.state = Contract!UNKNOWN}}
        \cup {IsUndone(h, e) : e \in IF Len(h.pending) < MaxPending THEN 1..(h.now.epoch - 1) ELSE {}}

\* Nothing is pending.
Done == {[calling |-> FALSE, carried |-> m, pending |-> <<>>, now |-> m] : m \in Moment}

\* One step is, and is being told.
BeingTold ==
    {[h EXCEPT !.calling = TRUE, !.carried = h.now] :
        h \in {g \in UNION {Longer(g) : g \in Done} : Head(g.pending).notifications # <<>>}}

\* The histories hs, and what they go on to in up to n steps.
RECURSIVE UpTo(_, _)
UpTo(n, hs) == IF n = 0 THEN hs ELSE hs \cup UpTo(n - 1, UNION {Longer(h) : h \in hs})

HistoriesTo ==
    LET all == UpTo(MaxPending + 1, Done) \cup UpTo(MaxPending, BeingTold)
    IN  [m \in Moment |-> {h \in all : h.now = m}]

-----------------------------------------------------------------------------
(* What makes a state sound.  Every line that says where a variable ranges *)
(* serves TLC twice: to list the states that it starts in, and to see      *)
(* whether a step has left them.                                           *)

\* The timer that is armed in a moment.
TimerIn(m) ==
    CASE m.state = Contract!CONNECTING -> [tells |-> "LongLinkFailed", epoch |-> m.epoch, episode |-> m.episode]
      [] m.state = Contract!RECONNECTING -> [tells |-> "ReconnectWindowUsedUp", epoch |-> m.epoch, episode |-> m.episode]
      [] OTHER -> NoTimer

\* The state was told, or will be.
ToldOf(h) ==
    IF \E i \in 1..Len(h.pending) : ~(h.calling /\ i = 1) /\ h.pending[i].notifications # <<>>
    THEN Contract!ConnectionState
    ELSE {h.now.state}

\* The timer of what was carried out; one that is about to be cancelled may have fired.
TimerOf(h) == {TimerIn(h.carried)} \cup IF TimerIn(h.carried) # TimerIn(h.now) THEN {NoTimer} ELSE {}

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
        /\ calling = h.calling
        /\ opened = h.carried.epoch
        /\ transport = TransportOf(h)
        /\ timer \in TimerOf(h)
        /\ phase \in PhaseOf(h)
        /\ told \in ToldOf(h)

\* There is a time for what waits.
WaitIsBounded == lag \in IF Settled THEN {0} ELSE 0..Lag

\* How much longer the arming of this session's or episode's timer may wait: for each callback before it.
Armings == {i \in 1..Len(pending) :
                /\ ~(calling /\ i = 1)
                /\ pending[i].epoch = epoch /\ pending[i].episode = episode
                /\ Wants(pending[i], Contract!ARM_JOIN_TIMEOUT) \/ Wants(pending[i], Contract!ARM_WINDOW)}
RECURSIVE Callbacks(_)
Callbacks(i) == IF i = 0 THEN 0 ELSE Callbacks(i - 1) + IF pending[i].notifications = <<>> THEN 0 ELSE 1
ArmedInTime(left) == \A i \in Armings : lag + Lag * Callbacks(i - 1) <= left

\* The deadline is there while one is wanted.
DeadlineIsBounded ==
    deadline \in
        CASE state = Contract!CONNECTING -> {left \in 0..JoinTime : ArmedInTime(left)}
          [] state = Contract!RECONNECTING -> {left \in 0..Units(WINDOW_AT_MOST) : ArmedInTime(left)}
          [] OTHER -> {Off}

\* A loss can be noticed as long as the client believes to be connected.
NoticeIsBounded ==
    unnoticed \in {Off} \cup
        IF state = Contract!CONNECTED /\ episode < MaxEpisode THEN 0..Units(DETECTION_AT_MOST) ELSE {}

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
Stopping == \E i \in 1..Len(pending) : ~(calling /\ i = 1) /\ Wants(pending[i], Contract!STOP_RECONNECTING)

\* How many there may have been at most: each takes one unit of time at the least.  There is time for
\* them from the callback that begins the episode, until the window ends, and until they are stopped.
Attempts ==
    {k \in 1..MaxAttempt :
        /\ calling => k <= 1 + Lag - lag
        /\ IF Stopping THEN k <= MaxAttempt - lag ELSE k <= 1 + Units(WINDOW_AT_MOST) - deadline}

AttemptsAreBounded ==
    IF phase = "idle"
    THEN attempt = 0 /\ attemptLeft = Off
    ELSE /\ attemptLeft \in 0..Units(IF phase = "trying" THEN ATTEMPT_AT_MOST ELSE BACK_OFF_AT_MOST)
         \* The next one may begin at once.
         /\ attempt \in IF phase = "waiting" /\ PauseMayEnd THEN {k - 1 : k \in Attempts \ {1}} ELSE Attempts

Sound ==
    /\ IsDecided
    /\ HasHistory
    /\ WaitIsBounded
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
