--------------------------- MODULE RoomReconnect ---------------------------
(***************************************************************************)
(* The connection of one client in time: when, and for which session.      *)
(*                                                                         *)
(* The contract (RoomConnection) says what each command and fact means.    *)
(* This module says when it takes effect.  A step of the contract is       *)
(* decided at once, and its timers are armed and cancelled with it.  Its   *)
(* requests to the transport go into one queue, its notifications into     *)
(* another, and neither waits for the other: a listener that never returns *)
(* delays later callbacks, and nothing else.  Timers count down and expire *)
(* when they are due.  Sessions have an epoch, reconnect episodes and      *)
(* attempts a number; a fact about an earlier one is dropped.              *)
(*                                                                         *)
(* The transport must not block.  One that blocks delays later requests,   *)
(* but no deadline.                                                        *)
(*                                                                         *)
(* The network is as bad as possible: as soon as there is a session, and   *)
(* for ever after, the world may tell any fact about it, in any order, any *)
(* number of times, or never.  So facts are delayed, duplicated,           *)
(* reordered, lost, and outlive their session, without a list of what is   *)
(* in flight.  Timers that were cancelled may fire as well.                *)
(*                                                                         *)
(* Time is discrete.  Timers count down with each Tick, and a Tick does    *)
(* not go beyond what is due.  All bounds are closed, so a behaviour in    *)
(* continuous time that breaks one has a companion at whole units that     *)
(* breaks it too, if the unit divides the bounds; shorter times, such as   *)
(* the back-off between attempts, are rounded up to one unit.  TLC takes   *)
(* a large unit.  RoomReconnectUnbounded takes a millisecond and a Tick    *)
(* of any length, and is proven for all numbers that are constants here.   *)
(***************************************************************************)
EXTENDS Integers, Sequences, RoomTiming

CONSTANTS
    \* The unit of time, in milliseconds.
    Unit,
    \* The longest Tick, in units.
    MaxTick,
    \* The number of sessions that the user begins.
    MaxEpoch,
    \* The number of reconnect episodes of a session.
    MaxEpisode,
    \* The number of decided steps that may be pending, or untold, before user and world pause.
    MaxPending,
    \* The facts that the world tells.
    Facts,
    \* The world may also tell that an attempt has failed, before its time limit.
    AttemptsFail,
    \* The transport may block.
    TransportBlocks

VARIABLES
    \* The contract's variables: the decided state.
    state, proxied, departed, transportOpen, reconnecting, windowArmed, joinTimed, out,
    \* The number of the session: the joins so far.
    epoch,
    \* The number of the reconnect episode within the session.
    episode,
    \* The requests to the transport that are pending, the oldest first.
    pending,
    \* The transport has not returned from the latest request.
    blocked,
    \* The states that are still to be told, the oldest first.
    untold,
    \* A callback is running.
    calling,
    \* The state that a listener was told last.
    told,
    \* The session whose transport is open, or None.
    transport,
    \* The latest session whose transport was opened.
    opened,
    \* The timer that is armed, or NoTimer.
    timer,
    \* The time left until CONNECTING or RECONNECTING is given up.
    deadline,
    \* The number of the attempt to get back, within the episode.
    attempt,
    \* The phase of the attempts.
    phase,
    \* The time left for the attempt, or for the pause before the next one.
    attemptLeft,
    \* The time left in which the client must notice that the link is down.
    unnoticed,
    \* The time left until the user must know the outcome.
    outcomeDue

Contract == INSTANCE RoomConnection
    WITH state         <- state,
         proxied       <- proxied,
         departed      <- departed,
         transportOpen <- transportOpen,
         reconnecting  <- reconnecting,
         windowArmed   <- windowArmed,
         joinTimed     <- joinTimed,
         out           <- out

decided == <<state, proxied, departed, transportOpen, reconnecting, windowArmed, joinTimed, out>>
toDo == <<pending, blocked>>
telling == <<untold, calling, told>>
session == <<epoch, episode>>
carriedOut == <<transport, opened>>
attempts == <<attempt, phase, attemptLeft>>
clocks == <<timer, deadline, unnoticed, outcomeDue>>

vars == <<decided, toDo, telling, session, carriedOut, attempts, clocks>>

-----------------------------------------------------------------------------
(* Time. *)

\* A number of seconds in units, rounded up.
Units(seconds) == (1000 * seconds + Unit - 1) \div Unit

\* A countdown that does not run.
Off == -2

\* A countdown that has expired.
Passed == -1

\* A countdown after a Tick of length d.
Down(left, d) == IF left = Off THEN Off ELSE IF left >= d THEN left - d ELSE 0

\* The same for a countdown that requires no action: it shows that it has expired.
Watched(left, d) == IF left = Off THEN Off ELSE IF left >= d THEN left - d ELSE Passed

\* A countdown expires before a Tick of length d is over.
Expires(left, d) == left >= 0 /\ left < d

\* The possible times that the client waits for the answer to a join.
JoinTime == Units(JOIN_AT_MOST)

\* The possible lengths of the reconnect window.
Window == Units(WINDOW_AT_LEAST)..Units(WINDOW_AT_MOST)

ASSUME /\ Unit \in Nat \ {0} /\ MaxTick \in Nat \ {0}
       /\ AttemptsFail \in BOOLEAN /\ TransportBlocks \in BOOLEAN
       /\ MaxEpoch \in Nat \ {0} /\ MaxEpisode \in Nat /\ MaxPending \in Nat \ {0}
       \* The facts of attempts and of the window have actions of their own.
       /\ Facts \subseteq Contract!Fact \ (Contract!AttemptFact \cup Contract!TimerFact)
       \* These bounds must not be changed by rounding.
       /\ \A bound \in {GIVE_UP_AT_LEAST, GIVE_UP_AT_MOST, DETECTION_AT_MOST, JOIN_AT_MOST} :
              (1000 * bound) % Unit = 0

-----------------------------------------------------------------------------
(* Types. *)

None == 0

\* A timer records for which session and episode it was armed, and which fact it tells.
Timer == [tells : {row.fact : row \in Contract!TimerTable}, epoch : 1..MaxEpoch,
          episode : 0..MaxEpisode]
NoTimer == [tells |-> "nothing", epoch |-> None, episode |-> 0]

\* The effects that arm and cancel timers; all others are requests to the transport.
TimerEffect == {row.arm : row \in Contract!TimerTable}
    \cup {row.cancel : row \in Contract!TimerTable}

\* The requests of a decision to the transport, for which session and episode.
Entry == [effects : Seq(Contract!Effect \ TimerEffect), epoch : 0..MaxEpoch,
          episode : 0..MaxEpisode]

\* The largest number of attempts that fit into a window, if each fails at once.
MaxAttempt == Units(WINDOW_AT_MOST) \div Units(BACK_OFF_AT_LEAST) + 1

TypeOK ==
    /\ Contract!TypeOK
    /\ epoch \in 0..MaxEpoch
    /\ episode \in 0..MaxEpisode
    /\ pending \in Seq(Entry)
    /\ blocked \in BOOLEAN
    /\ untold \in Seq(Contract!ConnectionState)
    /\ calling \in BOOLEAN
    /\ told \in Contract!ConnectionState
    /\ transport \in 0..MaxEpoch
    /\ opened \in 0..MaxEpoch
    /\ timer \in Timer \cup {NoTimer}
    /\ deadline \in {Off} \cup 0..Units(JOIN_AT_MOST + WINDOW_AT_MOST)
    /\ attempt \in 0..MaxAttempt
    /\ phase \in {"idle", "trying", "waiting"}
    \* An attempt and a pause have a limit.
    /\ attemptLeft \in {Off} \cup
           0..Units(IF phase = "trying" THEN ATTEMPT_AT_MOST ELSE BACK_OFF_AT_MOST)
    /\ unnoticed \in {Off} \cup 0..Units(DETECTION_AT_MOST)
    /\ outcomeDue \in {Off, Passed} \cup 0..Units(GIVE_UP_AT_MOST)

\* No request to the transport is pending.
Settled == pending = <<>>

\* The user and the world may act.
MayAct == Len(pending) < MaxPending /\ Len(untold) < MaxPending

-----------------------------------------------------------------------------
(* Decisions. *)

\* The contract's step for an event.
Means(event) ==
    \/ event = "Initialize"            /\ Contract!Initialize
    \/ event = "JoinChannel"           /\ Contract!JoinChannel
    \/ event = "LeaveChannel"          /\ Contract!LeaveChannel
    \/ event = "Release"               /\ Contract!Release
    \/ event = "Joined"                /\ Contract!Joined
    \/ event = "RoomRequestFailed"     /\ Contract!RoomRequestFailed
    \/ event = "LongLinkFailed"        /\ Contract!LongLinkFailed
    \/ event = "ProxyConnecting"       /\ Contract!ProxyConnecting
    \/ event = "MediaLost"             /\ Contract!MediaLost
    \/ event = "SignalLost"            /\ Contract!SignalLost
    \/ event = "ReDispatched"          /\ Contract!ReDispatched
    \/ event = "Rejoined"              /\ Contract!Rejoined
    \/ event = "ReconnectWindowUsedUp" /\ Contract!ReconnectWindowUsedUp
    \/ event = "ServiceTimedOut"       /\ Contract!ServiceTimedOut
    \/ event = "RoomClosed"            /\ Contract!RoomClosed
    \/ event = "Kicked"                /\ Contract!Kicked
    \/ event = "SameUserIdElsewhere"   /\ Contract!SameUserIdElsewhere

\* The effect is one of those of a step, decided or pending.
Wants(step, effect) == Contract!Among(effect, step.effects)

\* The steps es with one more at the end, if that one has requests to the transport.
Queued(es, effects, e, n) ==
    LET asked == SelectSeq(effects, LAMBDA effect : effect \notin TimerEffect)
    IN  IF asked = <<>> THEN es ELSE Append(es, [effects |-> asked, epoch |-> e, episode |-> n])

\* The states of notifications.
StatesOf(notifications) == [i \in 1..Len(notifications) |-> notifications[i].state]

\* After a release no callback begins: the states that are still to be told are dropped.  A running
\* callback is not affected.
Silenced == <<>>

\* Timers are armed and cancelled with the decision.  They wait for nothing.
ArmOrCancel ==
    LET arms == {row \in Contract!TimerTable : Wants(out', row.arm)}
        cancels == {row \in Contract!TimerTable : Wants(out', row.cancel)}
    IN  \/ \E row \in arms :
              timer' = [tells |-> row.fact, epoch |-> epoch', episode |-> episode']
        \/ arms = {} /\ timer' = IF \E row \in cancels : row.fact = timer.tells THEN NoTimer
               ELSE timer

\* Both deadlines begin with the decision.
SetDeadline ==
    \/ /\ Wants(out', Contract!ARM_JOIN_TIMEOUT)
       /\ deadline' = JoinTime
    \/ /\ Wants(out', Contract!ARM_WINDOW)
       /\ deadline' \in Window
    \/ /\ ~Wants(out', Contract!ARM_JOIN_TIMEOUT) /\ ~Wants(out', Contract!ARM_WINDOW)
       /\ deadline' = IF joinTimed' \/ windowArmed' THEN deadline ELSE Off

\* The event is decided.  [I] The state is written at once, also inside a callback; its requests
\* and notifications are queued.
Decide(event) ==
    /\ Means(event)
    /\ epoch' = IF Wants(out', Contract!OPEN_TRANSPORT) THEN epoch + 1 ELSE epoch
    /\ episode' = CASE Wants(out', Contract!OPEN_TRANSPORT) -> 0
                    [] Wants(out', Contract!ARM_WINDOW) -> episode + 1
                    [] OTHER -> episode
    /\ pending' = Queued(pending, out'.effects, epoch', episode')
    /\ untold' = (IF event = "Release" THEN Silenced ELSE untold) \o StatesOf(out'.notifications)
    /\ ArmOrCancel
    /\ SetDeadline
    /\ unnoticed' = IF state' = Contract!CONNECTED THEN unnoticed ELSE Off
    /\ outcomeDue' =
           CASE state' = state -> outcomeDue
             [] state' = Contract!CONNECTING -> Units(JOIN_AT_MOST)
             \* The loss happened before it was noticed, or the world told it at once.
             [] state' = Contract!RECONNECTING ->
                    IF unnoticed # Off THEN outcomeDue ELSE Units(GIVE_UP_AT_MOST)
             [] OTHER -> Off
    \* These two have no notification, so the listener is up to date.
    /\ told' = IF event \in {"Initialize", "Release"} /\ out'.outcome = Contract!TAKEN THEN state'
           ELSE told
    /\ UNCHANGED <<blocked, calling, carriedOut, attempts>>

\* The fact is not about this session, episode or attempt.  It changes nothing and
\* is not told to the user.
Drop == UNCHANGED vars

\* The same for a success: the server takes the user to be in the room, so it is
\* told on that session that the user leaves.
Undo(e) ==
    /\ pending' = Queued(pending, <<Contract!ANNOUNCE_LEAVE, Contract!CLOSE_TRANSPORT>>, e, 0)
    /\ UNCHANGED <<decided, blocked, telling, session, carriedOut, attempts, clocks>>

-----------------------------------------------------------------------------
(* The commands of the user, at any time, also inside a callback. *)

Initialize == MayAct /\ Decide("Initialize")
JoinChannel == MayAct /\ (epoch < MaxEpoch \/ state \notin Contract!Joinable)
    /\ Decide("JoinChannel")
LeaveChannel == MayAct /\ Decide("LeaveChannel")
Release == MayAct /\ Decide("Release")

-----------------------------------------------------------------------------
(* The world. *)

\* The facts that say that a link is down.
LinkLosses == {"MediaLost", "SignalLost"}

\* The facts that begin an episode.
Losses == LinkLosses \cup {"ReDispatched"}

\* The fact stays within the bounds of the model.
Room(fact) == fact \in Losses /\ state = Contract!CONNECTED => episode < MaxEpisode

\* The world tells a fact about session e.
WorldTells(fact, e) ==
    /\ MayAct /\ e <= opened /\ Room(fact)
    /\ IF e = epoch
       THEN Decide(fact)
       ELSE IF fact = "Joined" THEN Undo(e) ELSE Drop

\* The attempt (e, n, k) is number k of episode n of session e.  Attempts that are over
\* do not differ: of those of an earlier session, of an earlier episode, and of this
\* episode, the first stands for all.
Over(e, n) == e < epoch \/ n < episode \/ phase = "idle"
StandIn(e, n, k) == <<e, IF e < epoch THEN 1 ELSE n, IF Over(e, n) THEN 1 ELSE k>>

\* The attempt was made, and is such a first one or the current one.
Made(e, n, k) ==
    /\ <<e, n, k>> = StandIn(e, n, k)
    /\ e <= opened
    /\ e = epoch => n <= episode
    /\ Over(e, n) \/ k <= attempt

\* The attempt is the current one.  It is not, once its end is decided.
UnderWay(e, n, k) ==
    e = epoch /\ n = episode /\ k = attempt /\ phase = "trying" /\ state = Contract!RECONNECTING

\* The world tells that an attempt got the client back into the room.
\* [I] In the session that is being restored a late success is dropped and not
\* undone: its leave would affect the current attempt.
AttemptSucceeds(e, n, k) ==
    /\ MayAct /\ Made(e, n, k)
    /\ IF e = epoch
       THEN IF state = Contract!RECONNECTING /\ ~UnderWay(e, n, k)
            THEN Drop
            ELSE Decide("Rejoined")
       ELSE Undo(e)

\* The world tells that an attempt has failed.
AttemptFails(e, n, k) ==
    /\ AttemptsFail /\ Made(e, n, k)
    /\ IF UnderWay(e, n, k)
       THEN /\ phase' = "waiting"
            /\ attemptLeft' = Units(BACK_OFF_AT_MOST)
            /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, attempt, clocks>>
       ELSE Drop

\* A link breaks under a client that is in the room.
LinkBreaks ==
    /\ state = Contract!CONNECTED /\ unnoticed = Off /\ episode < MaxEpisode
    /\ unnoticed' = Units(DETECTION_AT_MOST)
    /\ outcomeDue' = Units(GIVE_UP_AT_MOST)
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, attempts, timer, deadline>>

\* It heals before the client noticed.
LinkHeals ==
    /\ unnoticed # Off
    /\ unnoticed' = Off
    /\ outcomeDue' = Off
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, attempts, timer, deadline>>

-----------------------------------------------------------------------------
(* The steps of the client itself. *)

\* The client notices that a link is down.
LossNoticed(fact) ==
    /\ unnoticed # Off /\ fact \in Facts
    /\ Decide(fact)

\* The transport after the entry.  An undo closes the transport of its own session only.
Transport(entry) ==
    CASE Wants(entry, Contract!OPEN_TRANSPORT) -> entry.epoch
      [] Wants(entry, Contract!CLOSE_TRANSPORT) /\ entry.epoch = transport -> None
      [] OTHER -> transport

\* The attempts after the entry.
StartOrStop(entry) ==
    CASE Wants(entry, Contract!START_RECONNECTING) ->
             /\ attempt' = 1
             /\ phase' = "trying"
             /\ attemptLeft' = Units(ATTEMPT_AT_MOST)
      [] Wants(entry, Contract!STOP_RECONNECTING) ->
             /\ attempt' = 0
             /\ phase' = "idle"
             /\ attemptLeft' = Off
      [] OTHER -> UNCHANGED attempts

\* The transport may not return from a request.
MayBlock == blocked' \in IF TransportBlocks THEN BOOLEAN ELSE {FALSE}

\* The first pending request is made to the transport.  It does not wait for a listener.
CarryOut ==
    /\ ~Settled /\ ~blocked
    /\ LET first == Head(pending)
       IN  /\ transport' = Transport(first)
           /\ opened' = IF Wants(first, Contract!OPEN_TRANSPORT) THEN first.epoch ELSE opened
           /\ StartOrStop(first)
    /\ pending' = Tail(pending)
    /\ MayBlock
    /\ UNCHANGED <<decided, telling, session, clocks>>

\* The transport returns.  The pause before the next attempt begins now.
TransportReturns ==
    /\ blocked
    /\ blocked' = FALSE
    /\ attemptLeft' = IF phase = "waiting" THEN Units(BACK_OFF_AT_MOST) ELSE attemptLeft
    /\ UNCHANGED <<decided, pending, telling, session, carriedOut, attempt, phase, clocks>>

\* The first untold state is told: a callback begins.
CallbackBegins ==
    /\ untold # <<>> /\ ~calling
    /\ calling' = TRUE
    /\ told' = Head(untold)
    /\ untold' = Tail(untold)
    /\ UNCHANGED <<decided, toDo, session, carriedOut, attempts, clocks>>

\* The callback returns.
CallbackReturns ==
    /\ calling
    /\ calling' = FALSE
    /\ UNCHANGED <<decided, toDo, untold, told, session, carriedOut, attempts, clocks>>

\* The expiry of a timer is a fact about the timer's own session and episode.
Elapse(event, e, n) == IF e = epoch /\ n = episode THEN Decide(event) ELSE Drop

\* The armed timer fires on time.
TimerFires ==
    /\ timer # NoTimer /\ deadline = 0
    /\ Elapse(timer.tells, timer.epoch, timer.episode)

\* This timer was armed, and then cancelled.  The first one of an earlier session stands for all.
Cancelled(event, e, n) ==
    /\ e <= opened
    /\ \/ /\ event = "LongLinkFailed"
          /\ n = 0
          /\ e = epoch => ~joinTimed
       \/ /\ event = "ReconnectWindowUsedUp"
          /\ n > 0
          /\ e < epoch => n = 1
          /\ e = epoch => n < episode \/ (n = episode /\ ~windowArmed)

\* A cancelled timer fires nevertheless.
CancelledTimerFires(event, e, n) ==
    /\ MayAct
    /\ Cancelled(event, e, n)
    /\ Elapse(event, e, n)

\* An attempt exceeds its time limit.
AttemptTimesOut ==
    /\ phase = "trying" /\ attemptLeft = 0
    /\ phase' = "waiting"
    /\ attemptLeft' = Units(BACK_OFF_AT_MOST)
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, attempt, clocks>>

\* The shortest pause before the next attempt is over.
PauseMayEnd == attemptLeft <= Units(BACK_OFF_AT_MOST) - Units(BACK_OFF_AT_LEAST)

\* The pause is over, and the next attempt begins.
NextAttempt ==
    /\ phase = "waiting" /\ PauseMayEnd /\ ~blocked
    /\ phase' = "trying"
    /\ attempt' = attempt + 1
    /\ attemptLeft' = Units(ATTEMPT_AT_MOST)
    /\ MayBlock
    /\ UNCHANGED <<decided, pending, telling, session, carriedOut, clocks>>

-----------------------------------------------------------------------------
(* The passage of time. *)

\* Something must be done before a Tick of length d is over.  A notification may wait for a callback
\* to return, and a request for a transport that blocks.
Waiting == (~Settled /\ ~blocked) \/ (untold # <<>> /\ ~calling)
Due(d) ==
    \/ timer # NoTimer /\ Expires(deadline, d)
    \/ Expires(unnoticed, d)
    \/ Expires(attemptLeft, d) /\ ~(blocked /\ phase = "waiting")
    \/ Waiting

\* Time d passes.
Tick(d) ==
    /\ ~Due(d)
    /\ deadline' = Down(deadline, d)
    /\ attemptLeft' = Down(attemptLeft, d)
    /\ unnoticed' = Down(unnoticed, d)
    /\ outcomeDue' = Watched(outcomeDue, d)
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, timer, attempt, phase>>

-----------------------------------------------------------------------------
Init ==
    /\ Contract!Init
    /\ epoch = 0
    /\ episode = 0
    /\ pending = <<>>
    /\ blocked = FALSE
    /\ untold = <<>>
    /\ calling = FALSE
    /\ told = Contract!UNKNOWN
    /\ transport = None
    /\ opened = 0
    /\ timer = NoTimer
    /\ deadline = Off
    /\ attempt = 0
    /\ phase = "idle"
    /\ attemptLeft = Off
    /\ unnoticed = Off
    /\ outcomeDue = Off

User == Initialize \/ JoinChannel \/ LeaveChannel \/ Release

World ==
    \/ \E fact \in Facts, e \in 1..MaxEpoch : WorldTells(fact, e)
    \/ \E e \in 1..MaxEpoch, n \in 1..MaxEpisode, k \in 1..MaxAttempt :
           AttemptSucceeds(e, n, k) \/ AttemptFails(e, n, k)
    \/ LinkBreaks
    \/ LinkHeals
    \/ \E row \in Contract!TimerTable, e \in 1..MaxEpoch, n \in 0..MaxEpisode :
           CancelledTimerFires(row.fact, e, n)

\* The steps that empty the queues.
Work == CarryOut \/ CallbackBegins

\* The calls of the client return.
Returns == CallbackReturns \/ TransportReturns

\* A time limit has expired, or what it was set for has happened.
Elapsed ==
    \/ TimerFires
    \/ AttemptTimesOut
    \/ NextAttempt
    \/ \E fact \in LinkLosses : LossNoticed(fact)

Client == Work \/ Elapsed

\* Time passes.
Ticks == \E d \in 1..MaxTick : Tick(d)

Next == Ticks \/ Client \/ Returns \/ User \/ World

\* The client does what it must, and time passes.  The user, the network, a listener and the
\* transport need not do anything: a callback may never return.  But they do not act infinitely
\* often in one moment, so pending work is done now and then.
Fairness ==
    /\ WF_vars(CarryOut)
    /\ WF_vars(CallbackBegins)
    /\ SF_vars(Work /\ ~Waiting')
    /\ WF_vars(Elapsed)
    /\ SF_vars(Ticks)

Spec == Init /\ [][Next]_vars /\ Fairness

-----------------------------------------------------------------------------
(* Properties.  Those that begin with B and a number are named after the   *)
(* classes of bugs that clients of this kind have shipped.                 *)

\* This module refines the contract.  The decided state is the contract's own; the contract does
\* not see what is added here.  A listener that never returns stops no step of the contract.
RefinesContract == Contract!Spec

\* The same without liveness.
RefinesContractSafely == Contract!Init /\ [][UNCHANGED decided \/ Contract!Next]_decided

\* Queue q begins with the elements of an earlier one.
BeginsWith(q, earlier) == Len(q) >= Len(earlier) /\ SubSeq(q, 1, Len(earlier)) = earlier

\* Every decision is carried out, in the order of decision: an entry is removed only at the front
\* of pending, and added only at its end.
B15_CarriedOutInOrderProp ==
    [][ \/ pending' = pending
        \/ ~Settled /\ pending' = Tail(pending)
        \/ Len(pending') = Len(pending) + 1 /\ BeginsWith(pending', pending)
      ]_vars

\* States are told in that order, too, and each once: the first is removed when its callback begins.
\* Initialize and Release tell their caller; a release removes what is not told yet.
B15_ToldInOrderProp ==
    [][ \/ told' = told /\ BeginsWith(untold', untold)
        \/ /\ untold # <<>> /\ untold' = Tail(untold) /\ told' = Head(untold)
           /\ calling'
        \/ /\ Contract!UNKNOWN \in {state, state'} /\ told' = state'
           /\ untold' = <<>> \/ BeginsWith(untold', untold)
      ]_vars

\* B15, a deferred command is silently lost: every request to the transport is made, whether or not
\* a listener returns; only a transport that blocks for ever prevents that.
B15_NothingWaitsForEverProp == []<>Settled \/ []<><<CarryOut>>_vars \/ <>[]blocked

\* Every state that is to be told is told; only a listener that never returns prevents that.
B15_ToldInTheEndProp == []<>(untold = <<>>) \/ []<><<CallbackBegins>>_vars \/ <>[]calling

\* No effect waits for a listener.
NoEffectWaitsForAListenerInv == ~Settled /\ ~blocked => ENABLED CarryOut

\* B5, a command inside a callback starts a second loop: callbacks do not overlap.
B5_OneCallbackAtATimeProp ==
    [][calling /\ calling' => Len(untold') >= Len(untold) \/ state' = Contract!UNKNOWN]_vars

\* B4, getter and callback disagree: once nothing is to be told, the state is the one told last.
B4_SettledStateWasToldInv == untold = <<>> /\ state # Contract!UNKNOWN => told = state

\* B12, callbacks after release: no callback begins after a release.
B12_NoCallbackBeginsAfterReleaseProp ==
    [][~calling /\ calling' => state # Contract!UNKNOWN]_vars

\* B6, a late event of an old session hits the new one: no fact about an earlier
\* session can change anything that was decided, or anything of the current
\* session.
B6_StaleFactChangesNothingInv ==
    \A e \in 1..(epoch - 1) : MayAct /\ e <= opened =>
        ~ENABLED (/\ (\E fact \in Facts : WorldTells(fact, e)) \/ AttemptSucceeds(e, 1, 1)
                       \/ AttemptFails(e, 1, 1)
                  /\ ~UNCHANGED <<decided, session, carriedOut, attempts, clocks>>)

\* B6: an attempt that is over can end neither the episode nor the current attempt.
B6_StaleAttemptChangesNothingInv ==
    \A n \in 1..episode, k \in 1..attempt :
        state = Contract!RECONNECTING /\ MayAct /\ Made(epoch, n, k) /\ ~UnderWay(epoch, n, k) =>
        ~ENABLED ((AttemptSucceeds(epoch, n, k) \/ AttemptFails(epoch, n, k)) /\ ~UNCHANGED vars)

\* B7, an old timer of another session or episode fires: it can change nothing.
B7_OldTimerChangesNothingInv ==
    \A row \in Contract!TimerTable, e \in 1..epoch, n \in 0..episode :
        MayAct /\ Cancelled(row.fact, e, n) /\ (e < epoch \/ n < episode) =>
        ~ENABLED (CancelledTimerFires(row.fact, e, n) /\ ~UNCHANGED vars)

\* B7: at most one timer is armed, and it belongs to the current session and episode, even during
\* a callback.
B7_TimerOfThisEpisodeInv ==
    timer = CASE state = Contract!CONNECTING ->
                     [tells |-> "LongLinkFailed", epoch |-> epoch, episode |-> 0]
              [] state = Contract!RECONNECTING ->
                     [tells |-> "ReconnectWindowUsedUp", epoch |-> epoch, episode |-> episode]
              [] OTHER -> NoTimer

\* B7: a second loss does not restart the window.
B7_WindowNotRestartedProp ==
    [][state = Contract!RECONNECTING /\ state' = Contract!RECONNECTING
       => deadline' <= deadline]_vars

\* B7: the client does not give up too early.
B7_NotTooEarlyProp ==
    [][state = Contract!RECONNECTING /\ state' = Contract!FAILED =>
            outcomeDue <= Units(GIVE_UP_AT_MOST - GIVE_UP_AT_LEAST)]_vars

\* B7: the client does not give up too late.
B7_NotTooLateInv == state = Contract!RECONNECTING => outcomeDue # Passed

\* B10: a join is answered in time.
B10_JoinIsAnsweredInTimeInv == state = Contract!CONNECTING => outcomeDue # Passed

\* B10, an undefined event: a command may be given at any time, also inside a callback, and
\* every fact about the session is decided, each as the event that it is.
B10_EveryEventIsHeardInv ==
    LET Heard(action, event) == ENABLED (action /\ out'.event = event)
        /\ ~ENABLED (action /\ out'.event # event)
    IN  MayAct =>
            /\ Heard(Initialize, "Initialize")
            /\ epoch < MaxEpoch => Heard(JoinChannel, "JoinChannel")
            /\ Heard(LeaveChannel, "LeaveChannel")
            /\ Heard(Release, "Release")
            /\ \A fact \in Facts :
                  Settled /\ epoch > 0 /\ Room(fact) => Heard(WorldTells(fact, epoch), fact)

\* A request is pending that tells the server of session e that the user is not there.
Undone(e) ==
    /\ Len(pending') = Len(pending) + 1
    /\ pending'[Len(pending')].epoch = e
    /\ Wants(pending'[Len(pending')], Contract!ANNOUNCE_LEAVE)
    /\ Wants(pending'[Len(pending')], Contract!CLOSE_TRANSPORT)

\* B10, a success that arrives too late: that of an earlier session is undone there.
B10_OldSuccessIsUndoneInv ==
    \A e \in 1..(epoch - 1) :
        /\ ~ENABLED (WorldTells("Joined", e) /\ ~Undone(e))
        /\ ~ENABLED (AttemptSucceeds(e, 1, 1) /\ ~Undone(e))

\* B1, B9: once every request to the transport is made, nothing runs outside a session.
B1_NothingRunsOutsideASessionInv ==
    Settled /\ state \notin Contract!InSession => transport = None /\ phase = "idle"

\* B6: in a session the session's own transport is open; undoing a late success of an
\* earlier one does not close it.
B6_TransportOfThisSessionInv == Settled /\ state \in Contract!InSession => transport = epoch

\* B3, B8: attempts are under way while the client reconnects, and at no other time.
B3_AttemptsWhileReconnectingInv == Settled => (phase # "idle" <=> state = Contract!RECONNECTING)

\* B8, two reconnects at once: attempts do not overlap.
B8_OneAttemptAtATimeProp ==
    [][phase # "idle" /\ phase' # "idle" =>
            attempt' =
                (IF phase = "waiting" /\ phase' = "trying" THEN attempt + 1 ELSE attempt)]_vars

\* B3, stuck in reconnecting: an attempt ends within its limit, and a pause within the longest.  The
\* time left is at most that and never negative (TypeOK), and passes as that of the window does.
\* Only the next attempt waits for a transport that blocks; the pause begins when that returns.
B3_AttemptsAreTimedProp ==
    [][/\ state = Contract!RECONNECTING /\ state' = state
       /\ phase # "idle" /\ UNCHANGED <<phase, attempt>> /\ ~(blocked /\ phase = "waiting")
       => attemptLeft - attemptLeft' =
              IF deadline' < deadline THEN deadline - deadline' ELSE 0]_vars

\* B3, outcome never told: a user who was told RECONNECTING is told the outcome, or releases the
\* engine, unless a listener never returns.
B3_OutcomeIsToldProp == told = Contract!RECONNECTING ~> told # Contract!RECONNECTING \/ []calling

\* Every join begins a session and every loss an episode; nothing else does.
NumberedProp ==
    [][CASE state' = Contract!CONNECTING /\ state # Contract!CONNECTING ->
               epoch' = epoch + 1 /\ episode' = 0
         [] state' = Contract!RECONNECTING /\ state # Contract!RECONNECTING ->
               epoch' = epoch /\ episode' = episode + 1
         [] OTHER -> UNCHANGED session]_vars

\* A countdown runs as long as it matters, and no longer.
ClocksRunInv ==
    /\ deadline # Off <=> joinTimed \/ windowArmed
    /\ unnoticed # Off => state = Contract!CONNECTED
    /\ outcomeDue # Off <=> unnoticed # Off
           \/ state \in {Contract!CONNECTING, Contract!RECONNECTING}
    /\ attemptLeft # Off <=> phase # "idle"
    /\ attempt > 0 <=> phase # "idle"

\* Time can advance, or the client has something to do first.
NoTimeLockInv == ENABLED Tick(1) \/ ENABLED Client

\* Without input a client takes only finitely many steps; so there is no run in which it
\* takes infinitely many in no time.
NoZenoRunProp == <>[][Client \/ Returns \/ Ticks]_vars => <>[][Ticks]_vars

=============================================================================
