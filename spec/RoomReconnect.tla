--------------------------- MODULE RoomReconnect ---------------------------
(***************************************************************************)
(* The connection of one client in time: when, and for which session.      *)
(*                                                                         *)
(* The contract (RoomConnection) says what each command and fact means.    *)
(* This module says what becomes of the answer.  A step of the contract is *)
(* decided at once, and its timers are armed and cancelled with it.  What  *)
(* it asks of the transport goes into one queue, what it tells into        *)
(* another, and neither waits for the other: a listener that never returns *)
(* keeps later callbacks waiting, and nothing else.  Timers count down and *)
(* tell when they are due.  Sessions have an epoch, reconnect episodes and *)
(* attempts a number, and whatever comes for an earlier one is dropped.    *)
(*                                                                         *)
(* The transport must not block.  One that does keeps waiting what else is *)
(* asked of it, and no deadline.                                           *)
(*                                                                         *)
(* The network is as bad as can be: as long as there is a session, and     *)
(* ever after, the world may tell any fact about it, in any order, any     *)
(* number of times, or never.  So what is told is delayed, duplicated,     *)
(* reordered, lost, and outlives its session, without a list of what is    *)
(* under way.  Timers that were cancelled may fire as well.                *)
(*                                                                         *)
(* Time is discrete.  Timers count down with each Tick, and there is no    *)
(* Tick while something is due.  All bounds are closed, so a behaviour in  *)
(* continuous time that breaks one has a companion at whole units that     *)
(* breaks it too, if the unit divides the bounds; shorter times, such as   *)
(* the back-off between attempts, are rounded up to one unit.              *)
(***************************************************************************)
EXTENDS Integers, Sequences, RoomTiming

CONSTANTS
    \* The length of one Tick in seconds.
    Unit,
    \* How many sessions the user begins.
    MaxEpoch,
    \* In how many reconnect episodes a session gets.
    MaxEpisode,
    \* How many steps wait to be carried out, or to be told, before the user and the world pause.
    MaxPending,
    \* The facts that the world tells.
    Facts,
    \* The world tells, too, that an attempt has failed, before its time is up.
    AttemptsFail,
    \* The transport may block.
    TransportBlocks

VARIABLES
    \* The contract's variables: what was decided.
    state, proxied, departed, transportOpen, reconnecting, windowArmed, joinTimed, out,
    \* The number of the session: the joins so far.
    epoch,
    \* The number of the reconnect episode within the session.
    episode,
    \* What is to be asked of the transport, the oldest first.
    pending,
    \* The transport does not return from what it was asked last.
    blocked,
    \* The states that are to be told, the oldest first.
    untold,
    \* A listener is being called.
    calling,
    \* What a listener was told last.
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
    \* What the attempts are doing.
    phase,
    \* The time left to the attempt, or to the pause before the next one.
    attemptLeft,
    \* The time left to notice that the link is down.
    unnoticed,
    \* The time left to the latest moment at which the user must know the outcome.
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
Units(seconds) == (seconds + Unit - 1) \div Unit

\* A countdown that does not run.
Off == -2

\* A countdown whose time has passed.
Passed == -1

\* What a Tick makes of a countdown.
Down(left) == IF left > 0 THEN left - 1 ELSE left

\* The same for one that nobody has to act upon: it shows that its time has passed.
Watched(left) == IF left >= 0 THEN left - 1 ELSE left

\* How long the client waits for the answer to a join.
JoinTime == Units(JOIN_AT_MOST)

\* How long the reconnect window may be.
Window == Units(WINDOW_AT_LEAST)..Units(WINDOW_AT_MOST)

ASSUME /\ Unit \in Nat \ {0} /\ AttemptsFail \in BOOLEAN /\ TransportBlocks \in BOOLEAN
       /\ MaxEpoch \in Nat \ {0} /\ MaxEpisode \in Nat /\ MaxPending \in Nat \ {0}
       \* What attempts and the window tell has actions of its own.
       /\ Facts \subseteq Contract!Fact \ (Contract!AttemptFact \cup Contract!TimerFact)
       \* What is rounded must stay what it is.
       /\ \A bound \in {GIVE_UP_AT_LEAST, GIVE_UP_AT_MOST, DETECTION_AT_MOST, JOIN_AT_MOST} :
              bound % Unit = 0

-----------------------------------------------------------------------------
(* Types. *)

None == 0

\* A timer knows for which session and episode it was armed, and what it tells.
Timer == [tells : {row.fact : row \in Contract!TimerTable}, epoch : 1..MaxEpoch,
          episode : 0..MaxEpisode]
NoTimer == [tells |-> "nothing", epoch |-> None, episode |-> 0]

\* The effects that arm and cancel timers; all others are asked of the transport.
TimerEffect == {row.arm : row \in Contract!TimerTable}
    \cup {row.cancel : row \in Contract!TimerTable}

\* What a decision asks of the transport, for which session and episode.
Entry == [effects : Seq(Contract!Effect \ TimerEffect), epoch : 0..MaxEpoch,
          episode : 0..MaxEpisode]

\* The most attempts that fit into a window, if each fails at once.
MaxAttempt == Units(WINDOW_AT_MOST) + 1

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
    /\ attemptLeft \in {Off} \cup 0..Units(ATTEMPT_AT_MOST + BACK_OFF_AT_MOST)
    /\ unnoticed \in {Off} \cup 0..Units(DETECTION_AT_MOST)
    /\ outcomeDue \in {Off, Passed} \cup 0..Units(GIVE_UP_AT_MOST)

\* Everything was asked of the transport.
Settled == pending = <<>>

\* The user and the world may act.
MayAct == Len(pending) < MaxPending /\ Len(untold) < MaxPending

-----------------------------------------------------------------------------
(* Deciding. *)

\* The step that the contract takes on an event.
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

\* The steps es with one more at the end, if that one asks anything of the transport.
Queued(es, effects, e, n) ==
    LET asked == SelectSeq(effects, LAMBDA effect : effect \notin TimerEffect)
    IN  IF asked = <<>> THEN es ELSE Append(es, [effects |-> asked, epoch |-> e, episode |-> n])

\* The states that notifications tell.
StatesOf(notifications) == [i \in 1..Len(notifications) |-> notifications[i].state]

\* After a release no callback begins: what is still to be told is not told.  The one that is under
\* way is left alone.
Silenced == <<>>

\* Timers are armed and cancelled with the decision.  They wait for nobody.
ArmOrCancel ==
    LET arms == {row \in Contract!TimerTable : Wants(out', row.arm)}
        cancels == {row \in Contract!TimerTable : Wants(out', row.cancel)}
    IN  \/ \E row \in arms :
              timer' = [tells |-> row.fact, epoch |-> epoch', episode |-> episode']
        \/ arms = {} /\ timer' = IF \E row \in cancels : row.fact = timer.tells THEN NoTimer
               ELSE timer

\* Both deadlines are measured from the decision.
SetDeadline ==
    \/ /\ Wants(out', Contract!ARM_JOIN_TIMEOUT)
       /\ deadline' = JoinTime
    \/ /\ Wants(out', Contract!ARM_WINDOW)
       /\ deadline' \in Window
    \/ /\ ~Wants(out', Contract!ARM_JOIN_TIMEOUT) /\ ~Wants(out', Contract!ARM_WINDOW)
       /\ deadline' = IF joinTimed' \/ windowArmed' THEN deadline ELSE Off

\* The event is decided.  [I] The state is written at once, also inside a callback; what follows
\* from it is queued.
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
             \* The loss was there before it was noticed; or the world told it at once.
             [] state' = Contract!RECONNECTING ->
                    IF unnoticed # Off THEN outcomeDue ELSE Units(GIVE_UP_AT_MOST)
             [] OTHER -> Off
    \* Nobody is told of these two, so there is nothing to be behind with.
    /\ told' = IF event \in {"Initialize", "Release"} /\ out'.outcome = Contract!TAKEN THEN state'
           ELSE told
    /\ UNCHANGED <<blocked, calling, carriedOut, attempts>>

\* What came is not for this session, episode or attempt.  It changes nothing and
\* tells nobody.
Drop == UNCHANGED vars

\* The same for a success: the server believes the user to be in the room, and is
\* told otherwise on that session.
Undo(e) ==
    /\ pending' = Queued(pending, <<Contract!ANNOUNCE_LEAVE, Contract!CLOSE_TRANSPORT>>, e, 0)
    /\ UNCHANGED <<decided, blocked, telling, session, carriedOut, attempts, clocks>>

-----------------------------------------------------------------------------
(* The user.  Commands may be given at any time, also inside a callback. *)

Initialize == MayAct /\ Decide("Initialize")
JoinChannel == MayAct /\ (epoch < MaxEpoch \/ state \notin Contract!Joinable)
    /\ Decide("JoinChannel")
LeaveChannel == MayAct /\ Decide("LeaveChannel")
Release == MayAct /\ Decide("Release")

-----------------------------------------------------------------------------
(* The world. *)

\* The facts that a link is down.
LinkLosses == {"MediaLost", "SignalLost"}

\* The facts that begin an episode.
Losses == LinkLosses \cup {"ReDispatched"}

\* The model has room for what the fact would begin.
Room(fact) == fact \in Losses /\ state = Contract!CONNECTED => episode < MaxEpisode

\* The world tells a fact about session e.
WorldTells(fact, e) ==
    /\ MayAct /\ e <= opened /\ Room(fact)
    /\ IF e = epoch
       THEN Decide(fact)
       ELSE IF fact = "Joined" THEN Undo(e) ELSE Drop

\* The attempt (e, n, k) is number k of episode n of session e.  Attempts that are over
\* differ in nothing: of an earlier session, of an earlier episode, and of one that has
\* ended, the first stands for all.
Over(e, n) == e < epoch \/ n < episode \/ phase = "idle"
StandIn(e, n, k) == <<e, IF e < epoch THEN 1 ELSE n, IF Over(e, n) THEN 1 ELSE k>>

\* The attempt was made, and stands for itself.
Made(e, n, k) ==
    /\ <<e, n, k>> = StandIn(e, n, k)
    /\ e <= opened
    /\ e = epoch => n <= episode
    /\ Over(e, n) \/ k <= attempt

\* It is the one that is under way.  Once its end is decided, it is not any more.
UnderWay(e, n, k) ==
    e = epoch /\ n = episode /\ k = attempt /\ phase = "trying" /\ state = Contract!RECONNECTING

\* The world tells that an attempt got the client into the room again.
\* [I] In the session that is being restored a late success is dropped and not
\* undone: its leave would hit the attempt that is under way.
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

\* It heals before anybody noticed.
LinkHeals ==
    /\ unnoticed # Off
    /\ unnoticed' = Off
    /\ outcomeDue' = Off
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, attempts, timer, deadline>>

-----------------------------------------------------------------------------
(* The client's own doing. *)

\* The client notices that a link is down.
LossNoticed(fact) ==
    /\ unnoticed # Off /\ fact \in Facts
    /\ Decide(fact)

\* The transport after the entry.  An undone session closes its own, and no other.
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

\* What the transport is asked for, it may not return from.
MayBlock == blocked' \in IF TransportBlocks THEN BOOLEAN ELSE {FALSE}

\* The first of what is pending is asked of the transport.  It waits for no listener.
CarryOut ==
    /\ ~Settled /\ ~blocked
    /\ LET first == Head(pending)
       IN  /\ transport' = Transport(first)
           /\ opened' = IF Wants(first, Contract!OPEN_TRANSPORT) THEN first.epoch ELSE opened
           /\ StartOrStop(first)
    /\ pending' = Tail(pending)
    /\ MayBlock
    /\ UNCHANGED <<decided, telling, session, clocks>>

\* The transport returns at last.  The pause before the next attempt begins now.
TransportReturns ==
    /\ blocked
    /\ blocked' = FALSE
    /\ attemptLeft' = IF phase = "waiting" THEN Units(BACK_OFF_AT_MOST) ELSE attemptLeft
    /\ UNCHANGED <<decided, pending, telling, session, carriedOut, attempt, phase, clocks>>

\* The first of what is to be told is told: a callback begins.
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

\* What a timer's end means: it is a fact, of its own session and episode.
Elapse(event, e, n) == IF e = epoch /\ n = episode THEN Decide(event) ELSE Drop

\* The armed timer fires in time.
TimerFires ==
    /\ timer # NoTimer /\ deadline = 0
    /\ Elapse(timer.tells, timer.epoch, timer.episode)

\* This timer was armed, and then cancelled.  Of an earlier session one stands for all.
Cancelled(event, e, n) ==
    /\ e <= opened
    /\ \/ /\ event = "LongLinkFailed"
          /\ n = 0
          /\ e = epoch => ~joinTimed
       \/ /\ event = "ReconnectWindowUsedUp"
          /\ n > 0
          /\ e < epoch => n = 1
          /\ e = epoch => n < episode \/ (n = episode /\ ~windowArmed)

\* A timer that was cancelled fires nonetheless.
CancelledTimerFires(event, e, n) ==
    /\ MayAct
    /\ Cancelled(event, e, n)
    /\ Elapse(event, e, n)

\* An attempt takes too long.
AttemptTimesOut ==
    /\ phase = "trying" /\ attemptLeft = 0
    /\ phase' = "waiting"
    /\ attemptLeft' = Units(BACK_OFF_AT_MOST)
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, attempt, clocks>>

\* The pause has lasted long enough for the next attempt.
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

\* Something must be done before time goes on.  What waits for a callback is only to be told; what
\* waits for a transport that blocks is only to be asked of it.
Waiting == (~Settled /\ ~blocked) \/ (untold # <<>> /\ ~calling)
Due ==
    \/ timer # NoTimer /\ deadline = 0
    \/ unnoticed = 0
    \/ attemptLeft = 0 /\ ~(blocked /\ phase = "waiting")
    \/ Waiting

\* One unit of time passes.
Tick ==
    /\ ~Due
    /\ deadline' = Down(deadline)
    /\ attemptLeft' = Down(attemptLeft)
    /\ unnoticed' = Down(unnoticed)
    /\ outcomeDue' = Watched(outcomeDue)
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

\* The queues are worked off.
Work == CarryOut \/ CallbackBegins

\* What the client calls returns.
Returns == CallbackReturns \/ TransportReturns

\* A time has passed, or what it was given for has come.
Elapsed ==
    \/ TimerFires
    \/ AttemptTimesOut
    \/ NextAttempt
    \/ \E fact \in LinkLosses : LossNoticed(fact)

Client == Work \/ Elapsed

Next == Tick \/ Client \/ Returns \/ User \/ World

\* The client does what it has to, and time passes.  The user, the network, a listener and the
\* transport owe nothing: a callback may never return.  But they do not act infinitely often in one
\* moment, so what is pending gets done now and then.
Fairness ==
    /\ WF_vars(CarryOut)
    /\ WF_vars(CallbackBegins)
    /\ SF_vars(Work /\ ~Waiting')
    /\ WF_vars(Elapsed)
    /\ SF_vars(Tick)

Spec == Init /\ [][Next]_vars /\ Fairness

-----------------------------------------------------------------------------
(* Properties.  Those that begin with B and a number are named after the   *)
(* classes of bugs that clients of this kind have shipped.                 *)

\* This module refines the contract.  What is decided is the contract's own; all
\* that is added here is hidden from it.  A listener that never returns stops nothing of it.
RefinesContract == Contract!Spec

\* The same without what must happen some day.
RefinesContractSafely == Contract!Init /\ [][UNCHANGED decided \/ Contract!Next]_decided

\* A queue q begins with what was in an earlier one.
BeginsWith(q, earlier) == Len(q) >= Len(earlier) /\ \A i \in 1..Len(earlier) : q[i] = earlier[i]

\* Everything that was decided is carried out in the order of decision: only the first of what is
\* pending goes, only the last comes.
B15_CarriedOutInOrderProp ==
    [][ \/ pending' = pending
        \/ ~Settled /\ pending' = Tail(pending)
        \/ Len(pending') = Len(pending) + 1 /\ BeginsWith(pending', pending)
      ]_vars

\* It is told in that order, too: the first goes when its callback begins, and a release takes all
\* away.
B15_ToldInOrderProp ==
    [][ \/ BeginsWith(untold', untold)
        \/ untold # <<>> /\ untold' = Tail(untold) /\ told' = Head(untold)
        \/ untold' = <<>> /\ state' = Contract!UNKNOWN
      ]_vars

\* B15, a deferred command is silently lost: what is to be asked of the transport is asked, whether
\* or not a listener returns; only a transport that blocks for ever stops that.
B15_NothingWaitsForEverProp == []<>Settled \/ []<><<CarryOut>>_vars \/ <>[]blocked

\* What is to be told is told; only a listener that never returns stops that.
B15_ToldInTheEndProp == []<>(untold = <<>>) \/ []<><<CallbackBegins>>_vars \/ <>[]calling

\* No effect waits for a listener.
NoEffectWaitsForAListenerInv == ~Settled /\ ~blocked => ENABLED CarryOut

\* B5, a command inside a callback starts a second loop: while a callback runs, nobody else is told.
B5_OneCallbackAtATimeProp ==
    [][calling /\ calling' => Len(untold') >= Len(untold) \/ state' = Contract!UNKNOWN]_vars

\* B4, getter and callback disagree: once nothing is to be told, the state is what was told last.
B4_SettledStateWasToldInv == untold = <<>> /\ state # Contract!UNKNOWN => told = state

\* B12, callbacks after release: after a release no callback begins.
B12_NoCallbackBeginsAfterReleaseProp ==
    [][~calling /\ calling' => state # Contract!UNKNOWN]_vars

\* B6, a late event of an old session hits the new one: whatever is told about an
\* earlier session, it can change nothing that was decided, and nothing of the session
\* that is there.
B6_StaleFactChangesNothingInv ==
    \A e \in 1..(epoch - 1) : MayAct /\ e <= opened =>
        ~ENABLED (/\ (\E fact \in Facts : WorldTells(fact, e)) \/ AttemptSucceeds(e, 1, 1)
                       \/ AttemptFails(e, 1, 1)
                  /\ ~UNCHANGED <<decided, session, carriedOut, attempts, clocks>>)

\* B6: an attempt that is over can neither end the episode nor the attempt that is under way.
B6_StaleAttemptChangesNothingInv ==
    \A n \in 1..episode, k \in 1..attempt :
        state = Contract!RECONNECTING /\ MayAct /\ Made(epoch, n, k) /\ ~UnderWay(epoch, n, k) =>
        ~ENABLED ((AttemptSucceeds(epoch, n, k) \/ AttemptFails(epoch, n, k)) /\ ~UNCHANGED vars)

\* B7, an old timer fires in a new session or episode: it can change nothing.
B7_OldTimerChangesNothingInv ==
    \A row \in Contract!TimerTable, e \in 1..epoch, n \in 0..episode :
        MayAct /\ Cancelled(row.fact, e, n) /\ (e < epoch \/ n < episode) =>
        ~ENABLED (CancelledTimerFires(row.fact, e, n) /\ ~UNCHANGED vars)

\* B7: at most one timer is armed, and it is that of the session and the episode, whoever is being
\* called.
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

\* B7: nor too late.
B7_NotTooLateInv == state = Contract!RECONNECTING => outcomeDue # Passed

\* B10: a join is answered in time.
B10_JoinIsAnsweredInTimeInv == state = Contract!CONNECTING => outcomeDue # Passed

\* B10, an event nobody thought of: a command may be given at any time, also inside a
\* callback, and whatever the world tells of the session is decided; each as what it is.
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

\* The server of session e is going to be told that the user is not there.
Undone(e) ==
    /\ Len(pending') = Len(pending) + 1
    /\ pending'[Len(pending')].epoch = e
    /\ Wants(pending'[Len(pending')], Contract!ANNOUNCE_LEAVE)
    /\ Wants(pending'[Len(pending')], Contract!CLOSE_TRANSPORT)

\* B10, a success that comes too late: that of an earlier session is undone there.
B10_OldSuccessIsUndoneInv ==
    \A e \in 1..(epoch - 1) :
        /\ ~ENABLED (WorldTells("Joined", e) /\ ~Undone(e))
        /\ ~ENABLED (AttemptSucceeds(e, 1, 1) /\ ~Undone(e))

\* B1, B9: once everything was asked of the transport, nothing runs outside of a session.
B1_NothingRunsOutsideASessionInv ==
    Settled /\ state \notin Contract!InSession => transport = None /\ phase = "idle"

\* B6: inside of a session its own transport is open; undoing a late success of an
\* earlier one does not close it.
B6_TransportOfThisSessionInv == Settled /\ state \in Contract!InSession => transport = epoch

\* B3, B8: attempts are under way while the client reconnects, and at no other time.
B3_AttemptsWhileReconnectingInv == Settled => (phase # "idle" <=> state = Contract!RECONNECTING)

\* B8, two reconnects at once: attempts follow one another.
B8_OneAttemptAtATimeProp ==
    [][phase # "idle" /\ phase' # "idle" =>
            attempt' =
                (IF phase = "waiting" /\ phase' = "trying" THEN attempt + 1 ELSE attempt)]_vars

\* B3, outcome never told: who was told RECONNECTING is told what became of it, or releases the
\* engine; unless a listener never returns.
B3_OutcomeIsToldProp == told = Contract!RECONNECTING ~> told # Contract!RECONNECTING \/ []calling

\* Every join begins a session, every loss an episode, and nothing else does.
NumberedProp ==
    [][CASE state' = Contract!CONNECTING /\ state # Contract!CONNECTING ->
               epoch' = epoch + 1 /\ episode' = 0
         [] state' = Contract!RECONNECTING /\ state # Contract!RECONNECTING ->
               epoch' = epoch /\ episode' = episode + 1
         [] OTHER -> UNCHANGED session]_vars

\* What is measured is measured as long as it matters, and no longer.
ClocksRunInv ==
    /\ deadline # Off <=> joinTimed \/ windowArmed
    /\ unnoticed # Off => state = Contract!CONNECTED
    /\ outcomeDue # Off <=> unnoticed # Off
           \/ state \in {Contract!CONNECTING, Contract!RECONNECTING}
    /\ attemptLeft # Off <=> phase # "idle"
    /\ attempt > 0 <=> phase # "idle"

\* Time can go on, or the client has something to do first.
NoTimeLockInv == ENABLED Tick \/ ENABLED Client

\* A client that is left alone does only finitely many things; so there is no run in
\* which it does infinitely many in no time.
NoZenoRunProp == <>[][Client \/ Returns \/ Tick]_vars => <>[][Tick]_vars

=============================================================================
