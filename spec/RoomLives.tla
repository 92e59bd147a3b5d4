----------------------------- MODULE RoomLives -----------------------------
(***************************************************************************)
(* The connection of one client through death, return and sleep.           *)
(*                                                                         *)
(* Phones kill processes and put them to sleep.  A process stores its      *)
(* state, and may die at any moment; then its queues, timers, links and    *)
(* attempts are lost.  Another process continues from what was stored, and *)
(* its caller says how long ago that was, as well as it knows.  While it   *)
(* lives, each process is a client in time (RoomReconnect).  But it may    *)
(* sleep, and then time passes without the steps that are due.             *)
(*                                                                         *)
(* The properties are about what was stored.  With a store (WriteAhead)    *)
(* every decided change is stored before it is carried out, told, or       *)
(* returned to its caller: then nothing that was observed is forgotten.    *)
(* With a capture of any moment, they hold for what was captured, and for  *)
(* nothing else: at a death, the history that they refer to goes back to   *)
(* the capture.                                                            *)
(*                                                                         *)
(* No fact about an earlier life changes anything.                         *)
(***************************************************************************)
EXTENDS RoomReconnect

CONSTANTS
    \* The number of processes, one after the other.
    MaxLife,
    \* Every decided change is stored before it can be observed.  Otherwise a moment of the life is
    \* captured.
    WriteAhead,
    \* The store may take any time.
    StoreStalls,
    \* What the callers who restore know about the time away.
    Clocks,
    \* The largest error of all wrong clocks that are behind, in units: the errors of lives add up.
    MaxError,
    \* A process may sleep.
    Sleeps

VARIABLES
    \* A process is running.
    alive,
    \* The number of the process.
    life,
    \* The stored snapshot.
    saved,
    \* The decided changes that are to be stored, the oldest first.
    unsaved,
    \* The time since the death.
    away,
    \* A transport will be able to resume the session.
    wayBack,
    \* The number of the latest change, counted from the first life on.
    change,
    \* The number of the latest change whose callback has returned.
    returned,
    \* The first of the changes that are still to be told was decided in an earlier life.
    repeats,
    \* How long the episode has lasted at most, by the client's clock and the word of its caller.
    spent,
    \* The deadline has passed, and its consequence is not decided yet.
    late,
    \* The variables from here on are history, which no process knows.
    \* The error of all callers together: 0 is exact, more than 0 means more than the truth, and
    \* less than 0 is a wrong clock.
    given,
    \* The time since the loss.
    lost,
    \* The number of the latest change that any listener was told.
    heard,
    \* The number of the latest change that a release has silenced.
    silenced,
    \* The user has left, or released the engine, and the command has returned.
    left,
    \* The latest session that any transport or server knows.
    seen

lives == <<alive, life, saved, unsaved, away, wayBack>>
notes == <<change, returned, repeats, spent, late>>
history == <<given, lost, heard, silenced, left, seen>>

allVars == <<vars, lives, notes, history>>

\* The decided state without the outputs of the latest step.
place == <<state, proxied, departed, transportOpen, reconnecting, windowArmed, joinTimed>>

\* The contract's sound states.
SoundContract == INSTANCE RoomConnectionInductive

\* The contract, in its stored variables.
Stored == INSTANCE RoomConnection
    WITH state         <- saved.decided.state,
         proxied       <- saved.decided.proxied,
         departed      <- saved.decided.departed,
         transportOpen <- saved.decided.transportOpen,
         reconnecting  <- saved.decided.reconnecting,
         windowArmed   <- saved.decided.windowArmed,
         joinTimed     <- saved.decided.joinTimed,
         out           <- saved.decided.out

-----------------------------------------------------------------------------
(* Time. *)

Least(one, other) == IF one < other THEN one ELSE other
Most(one, other) == IF one > other THEN one ELSE other

\* Longer than anything is under way, by any clock.  Nothing is measured beyond it.
ForEver == Units(GIVE_UP_AT_MOST) + MaxError + 1

\* The possible errors of all callers together.
Errors == -MaxError..(MaxLife * ForEver)

\* A clock that counts up.
Up(time) == IF time = Off THEN Off ELSE Least(time + 1, ForEver)

\* The upper bound that callers state for a time, whose clock may be behind by an error.  Their
\* lower bound is not used: if the window may be over, it is.  A clock that is ahead is covered by
\* the bounds.  [I] A negative time is unknown.
Said(time, behind) ==
    UNION {
        IF "exact" \in Clocks THEN {time} ELSE {},
        IF "bounded" \in Clocks THEN time..ForEver ELSE {},
        IF "unknown" \in Clocks THEN {ForEver} ELSE {},
        IF "wrong" \in Clocks THEN {time - error : error \in 1..Least(time, behind)} ELSE {}
    }

ASSUME /\ MaxLife \in Nat \ {0} /\ MaxTick = 1
       /\ WriteAhead \in BOOLEAN /\ StoreStalls \in BOOLEAN /\ Sleeps \in BOOLEAN
       /\ Clocks \subseteq {"exact", "bounded", "unknown", "wrong"} /\ Clocks # {}
       /\ MaxError \in Nat

-----------------------------------------------------------------------------
(* The store. *)

\* The states with a session that can be resumed.
Standing == {Contract!CONNECTED, Contract!RECONNECTING}

\* The state of the process and its time: a snapshot.  lost and given are history, as above.
Snapshot ==
    [decided |-> [state |-> state, proxied |-> proxied, departed |-> departed,
                  transportOpen |-> transportOpen, reconnecting |-> reconnecting,
                  windowArmed |-> windowArmed, joinTimed |-> joinTimed, out |-> out],
     epoch |-> epoch, episode |-> episode, change |-> change, told |-> returned, spent |-> spent,
     age |-> 0, lost |-> IF state = Contract!RECONNECTING THEN lost ELSE Off, given |-> given]

\* No process continues from the last life: of its snapshot only the decided state matters.
Kept(snapshot, n) ==
    IF n < MaxLife THEN snapshot
    ELSE [snapshot EXCEPT !.epoch = 0, !.episode = 0, !.change = 0, !.told = 0, !.spent = Off,
          !.age = 0,
                          !.lost = Off, !.given = 0]

\* The snapshot, one unit of time later.
Older(snapshot) ==
    Kept(IF snapshot.decided.state \in Standing
         THEN [snapshot EXCEPT !.age = Up(@), !.lost = Up(@)] ELSE snapshot,
         life)

\* An entry of the store's queue: a snapshot, and how much of pending and untold comes after it.
Unsaved == [snapshot |-> Snapshot, asks |-> 0, tells |-> 0]

RECURSIVE Held(_, _)
Held(es, what) == IF es = <<>> THEN 0 ELSE Head(es)[what] + Held(Tail(es), what)

\* The first request, or the first change to be told, is already stored.
MayBeAsked == Len(pending) > Held(unsaved, "asks")
MayBeTold == Len(untold) > Held(unsaved, "tells")

\* The step must be stored, because it changes the state.
Changed == place' # place
ToBeStored == WriteAhead /\ Changed

\* The queue of the store after a step.
Queueing ==
    unsaved' = IF ToBeStored
               THEN Append(unsaved,
                           [snapshot |-> Kept(Snapshot', life),
                            asks |-> Len(pending') - Len(pending),
                            tells |-> Len(out'.notifications)])
               ELSE unsaved

\* A command returns without waiting for the store.
ReturnsUnstored == ~WriteAhead

\* The step is a leave or a release.
Leaving(step) == step.outcome = Contract!TAKEN /\ step.event \in {"LeaveChannel", "Release"}

-----------------------------------------------------------------------------
(* A life. *)

\* The number of the first change that is to be told.
NextNumber == change - Len(untold) + 1

\* The history and the counters after a step of the client.
Noted ==
    /\ change' = change + (IF Changed THEN Len(out'.notifications) ELSE 0)
    \* What a release has silenced is never repeated.
    /\ returned' = CASE Changed /\ state' = Contract!UNKNOWN -> change'
                     [] calling /\ ~calling' -> NextNumber - 1
                     [] OTHER -> returned
    /\ repeats' = (repeats /\ Len(untold') >= Len(untold))
    /\ spent' = IF state' # Contract!RECONNECTING THEN Off ELSE IF spent = Off THEN 0 ELSE spent
    /\ late' = (late /\ timer' = timer)
    /\ given' = IF state' = Contract!RECONNECTING THEN given ELSE 0
    /\ lost' = IF state' # Contract!RECONNECTING /\ unnoticed' = Off THEN Off
               ELSE IF lost = Off THEN 0 ELSE lost
    /\ heard' = IF ~calling /\ calling' THEN Most(heard, NextNumber) ELSE heard
    /\ silenced' = LET now == IF Changed /\ state' = Contract!UNKNOWN THEN change' ELSE silenced
                   IN  IF now > heard' THEN now ELSE 0
    /\ left' = CASE Changed /\ state' = Contract!CONNECTING /\ state \in Contract!Joinable -> FALSE
                 [] Changed /\ Leaving(out') /\ ReturnsUnstored -> TRUE
                 [] OTHER -> left
    /\ seen' = Most(seen, opened')
    /\ Queueing
    /\ UNCHANGED <<alive, life, saved, away, wayBack>>

\* Commands and facts wait while a passed deadline is not decided yet.
InTime == ~late /\ Len(unsaved) < MaxPending

\* Only steps that change the state are taken here.  Events that are ignored, refused, dropped or
\* undone have no effect on another life; RoomReconnect covers them.
Matters == Changed \/ unnoticed' # unnoticed \/ phase' # phase

LifeCommand == alive /\ InTime /\ User /\ Matters /\ Noted
LifeFact == alive /\ InTime /\ World /\ Matters /\ Noted

\* [I] A deadline that has passed is decided first.
LifeTimerFires == alive /\ TimerFires /\ Noted
LifeLossNoticed == alive /\ (\E fact \in LinkLosses : LossNoticed(fact)) /\ Noted
LifeAttemptTimesOut == alive /\ AttemptTimesOut /\ Noted

\* No attempt begins once the window is over or the outcome is decided: the time is checked when
\* the pause ends.
Begins == Wants(Head(pending), Contract!START_RECONNECTING)
LifeNextAttempt == alive /\ ~late /\ state = Contract!RECONNECTING /\ NextAttempt /\ Noted
LifeCarryOut == alive /\ MayBeAsked /\ ~(late /\ Begins) /\ CarryOut /\ Noted
LifeCallbackBegins == alive /\ MayBeTold /\ CallbackBegins /\ Noted
LifeReturns == alive /\ Returns /\ Noted

\* The oldest entry of the queue is stored.  A command returns when its decision is stored.
Save ==
    /\ alive /\ unsaved # <<>>
    /\ saved' = Head(unsaved).snapshot
    /\ unsaved' = Tail(unsaved)
    /\ left' = (left \/ (Leaving(saved'.decided.out) /\ state \notin Contract!InSession))
    /\ UNCHANGED <<vars, alive, life, away, wayBack, notes, given, lost, heard, silenced, seen>>

\* The latest change whose callback has returned is stored.
SaveTold ==
    /\ alive /\ WriteAhead /\ unsaved = <<>> /\ life < MaxLife
    /\ saved.told # returned
    /\ saved' = [Snapshot EXCEPT !.decided = saved.decided]
    /\ UNCHANGED <<vars, alive, life, unsaved, away, wayBack, notes, history>>

\* A moment is captured.  One capture in each life is enough: only the latest counts, and it may
\* be at any moment.
Capture ==
    /\ alive /\ ~WriteAhead /\ life < MaxLife
    /\ saved.epoch = 0 /\ epoch > 0
    /\ saved' = Snapshot
    /\ UNCHANGED <<vars, alive, life, unsaved, away, wayBack, notes, history>>

\* One unit of time passes for the client.  [I] A loss that was not noticed yet counts from the
\* waking up: a sleep is not a loss, and no loss is noticed during it.
Passes(asleep) ==
    /\ deadline' = Down(deadline, 1)
    /\ attemptLeft' = Down(attemptLeft, 1)
    /\ IF asleep /\ unnoticed # Off
       THEN UNCHANGED <<unnoticed, outcomeDue, lost>>
       ELSE /\ unnoticed' = Down(unnoticed, 1)
            /\ outcomeDue' = Watched(outcomeDue, 1)
            /\ lost' = Up(lost)
    /\ spent' = Up(spent)
    /\ late' = (late \/ (timer # NoTimer /\ deadline = 0))
    /\ saved' = Older(saved)
    /\ unsaved' = [i \in 1..Len(unsaved) |-> [unsaved[i] EXCEPT !.snapshot = Older(@)]]
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, timer, attempt, phase, alive, life,
                   away, wayBack, change, returned, repeats, given, heard, silenced, left, seen>>

\* Something must be done before time advances.  What waits for the store may wait longer.
DueInLife ==
    \/ timer # NoTimer /\ deadline = 0
    \/ unnoticed = 0
    \/ attemptLeft = 0 /\ ~(blocked /\ phase = "waiting")
    \/ ~blocked /\ MayBeAsked
    \/ ~calling /\ MayBeTold
    \/ unsaved # <<>> /\ ~StoreStalls

LifeTick == alive /\ ~DueInLife /\ Passes(FALSE)

\* The process sleeps for one unit of time, whatever is due.  A longer sleep is several of these.
Jump == alive /\ Sleeps /\ Passes(TRUE)

\* The facts that an earlier life may still receive, about any session.
EarlierFacts == Facts \cup {"Rejoined", "LongLinkFailed", "ReconnectWindowUsedUp"}

\* A fact, or an expired timer, of an earlier life arrives: it is not about this one.
EarlierLifeTells(fact) == alive /\ life > 1 /\ Drop /\ UNCHANGED <<lives, notes, history>>

-----------------------------------------------------------------------------
(* Death and return. *)

\* In a life without a store, the history of the properties goes back to the capture.
Remembered ==
    IF WriteAhead THEN UNCHANGED <<heard, silenced, left, seen>>
    ELSE /\ heard' = Least(heard, saved.change)
         /\ silenced' = Least(silenced, saved.change)
         /\ left' = (saved.decided.departed \/ saved.decided.state = Contract!UNKNOWN)
         /\ seen' = saved.epoch

\* The number from which the next life counts its sessions.
LatestSession == saved.epoch

\* The process dies.  Only the snapshot is left.  [I] If it was captured CONNECTED, the death is
\* the loss.
Die ==
    /\ alive /\ life < MaxLife
    \* The loss stays within the bounds of the model.
    /\ saved.decided.state = Contract!CONNECTED => saved.episode < MaxEpisode
    /\ alive' = FALSE
    /\ away' = 0
    /\ wayBack' \in IF saved.decided.state \in Standing THEN BOOLEAN ELSE {TRUE}
    /\ saved' = IF saved.decided.state # Contract!CONNECTED THEN saved
                ELSE [saved EXCEPT !.lost = IF state = Contract!CONNECTED /\ unnoticed # Off
                      THEN lost ELSE 0]
    /\ unsaved' = <<>>
    /\ state' = saved.decided.state
    /\ proxied' = saved.decided.proxied
    /\ departed' = saved.decided.departed
    /\ transportOpen' = saved.decided.transportOpen
    /\ reconnecting' = saved.decided.reconnecting
    /\ windowArmed' = saved.decided.windowArmed
    /\ joinTimed' = saved.decided.joinTimed
    /\ out' = saved.decided.out
    /\ epoch' = LatestSession /\ episode' = saved.episode
    /\ pending' = <<>> /\ blocked' = FALSE
    /\ untold' = <<>> /\ calling' = FALSE
    /\ transport' = None /\ opened' = saved.epoch
    /\ timer' = NoTimer /\ deadline' = Off
    /\ attempt' = 0 /\ phase' = "idle" /\ attemptLeft' = Off
    /\ unnoticed' = Off /\ outcomeDue' = Off
    /\ change' = saved.change /\ returned' = saved.told /\ repeats' = FALSE
    /\ spent' = Off /\ late' = FALSE
    /\ given' = 0 /\ lost' = Off
    /\ Remembered
    /\ UNCHANGED <<told, life>>

\* One unit of time passes without a process.
AwayTick ==
    /\ ~alive /\ state \in Standing
    /\ away' = IF state = Contract!CONNECTED THEN Up(away) ELSE 0
    /\ saved' = Older(saved)
    /\ UNCHANGED <<vars, alive, life, unsaved, wayBack, notes, history>>

\* How long the episode has lasted at most, by the word of the caller, and the error of that.
\* [I] The caller may know when the process died; otherwise the death was no longer ago than the
\* capture.
Lasted ==
    IF state = Contract!RECONNECTING
    THEN {[most |-> saved.spent + said, error |-> saved.given + said - saved.age] :
          said \in Said(saved.age, MaxError + Least(saved.given, 0))}
    ELSE {[most |-> said, error |-> said - away] :
          said \in Said(away, MaxError) \cup Said(saved.age, MaxError)}

\* The window may be over.
MayBeOver(elapsed, window) == elapsed.most >= window

\* [I] A transport that cannot resume the session speaks for the server: the session has expired
\* there.
NoWayBack == Means("ServiceTimedOut") /\ transport' = None

\* The transport resumes the session, or it is not called.
TakeUp == transport' = epoch
LeaveAlone == transport' = None

\* Of an error that is more than the truth only the sign matters, unless a clock that is behind may
\* take back a part of it in a later life.
Judged(error) == IF life' < MaxLife /\ "wrong" \in Clocks THEN error ELSE Least(error, 1)

\* No countdown runs, as without a process.
NothingTimed == UNCHANGED <<deadline, late, spent, given, lost, outcomeDue>>

\* The end of a session, or its continuation.  [I] If the window may be over, that is decided first,
\* without the transport and without an attempt: not too late has priority over not too early.
RestoreSession(elapsed, window) ==
    LET over == MayBeOver(elapsed, window)
    IN  /\ state \in Standing
        /\ IF ~over /\ ~wayBack THEN NoWayBack
           ELSE /\ IF state = Contract!CONNECTED THEN Means("SignalLost") ELSE UNCHANGED decided
                /\ IF over THEN LeaveAlone ELSE TakeUp
        /\ IF state' = Contract!RECONNECTING
           THEN /\ deadline' = Most(window - elapsed.most, 0)
                /\ late' = over
                /\ spent' = Least(elapsed.most, ForEver)
                /\ given' = Judged(elapsed.error)
                /\ lost' = saved.lost
                /\ outcomeDue' = Most(Units(GIVE_UP_AT_MOST) - saved.lost, Passed)
           ELSE NothingTimed

\* There was no session, or a join was pending.  [I] The answer to a join of a dead process cannot
\* arrive: the join has failed.
RestoreNoSession ==
    /\ state \notin Standing
    /\ IF state = Contract!CONNECTING THEN Means("LongLinkFailed") ELSE UNCHANGED decided
    /\ transport' = None
    /\ NothingTimed

\* [I] The latest change is told again, unless its callback had returned.
Owed == IF saved.told < saved.change THEN <<state>> ELSE <<>>

\* The number from which the next life counts its changes.
LatestNumber == saved.change

\* Another process continues from the snapshot.  The consequence is decided before anything else
\* happens.
Restore ==
    /\ ~alive
    /\ alive' = TRUE /\ life' = life + 1
    /\ saved' = Kept(saved, life')
    /\ UNCHANGED <<epoch, blocked, calling, opened, attempts, unnoticed, returned, heard, silenced,
                   left, seen>>
    /\ RestoreNoSession
           \/ (\E elapsed \in Lasted, window \in Window : RestoreSession(elapsed, window))
    /\ episode' = IF state' = Contract!RECONNECTING /\ state = Contract!CONNECTED THEN episode + 1
           ELSE episode
    /\ timer' = IF state' = Contract!RECONNECTING
                THEN [tells |-> "ReconnectWindowUsedUp", epoch |-> epoch, episode |-> episode']
                ELSE NoTimer
    /\ pending' = IF transport' = None THEN <<>>
                  ELSE <<[effects |-> <<Contract!START_RECONNECTING>>, epoch |-> epoch,
                          episode |-> episode']>>
    /\ untold' = Owed \o (IF Changed THEN StatesOf(out'.notifications) ELSE <<>>)
    /\ told' = IF Owed = <<>> THEN state ELSE told
    /\ change' = LatestNumber + (IF Changed THEN Len(out'.notifications) ELSE 0)
    /\ repeats' = (Owed # <<>>)
    /\ unsaved' = IF ~ToBeStored THEN <<>>
                  ELSE <<[snapshot |-> Kept(Snapshot', life'), asks |-> Len(pending'),
                          tells |-> Len(out'.notifications)]>>
    /\ away' = 0 /\ wayBack' = TRUE

-----------------------------------------------------------------------------
LivesInit ==
    /\ Init
    /\ alive = TRUE /\ life = 1
    /\ change = 0 /\ returned = 0 /\ repeats = FALSE
    /\ spent = Off /\ late = FALSE
    /\ given = 0 /\ lost = Off
    /\ heard = 0 /\ silenced = 0 /\ left = FALSE /\ seen = 0
    \* A process that stores nothing leaves the snapshot of a new one.
    /\ saved = Snapshot
    /\ unsaved = <<>>
    /\ away = 0 /\ wayBack = TRUE

LifeWork == LifeCarryOut \/ LifeCallbackBegins
LifeElapsed == LifeTimerFires \/ LifeAttemptTimesOut \/ LifeNextAttempt \/ LifeLossNoticed

LivesNext ==
    \/ LifeCommand
    \/ LifeFact
    \/ LifeWork
    \/ LifeElapsed
    \/ LifeReturns
    \/ LifeTick
    \/ Jump
    \/ Save
    \/ SaveTold
    \/ Capture
    \/ \E fact \in EarlierFacts : EarlierLifeTells(fact)
    \/ Die
    \/ AwayTick
    \/ Restore

\* As in one life; in addition the store stores, and a dead process is restored.
LivesFairness ==
    /\ WF_allVars(LifeCarryOut)
    /\ WF_allVars(LifeCallbackBegins)
    /\ SF_allVars(LifeWork /\ ~(MayBeAsked \/ MayBeTold)')
    /\ WF_allVars(LifeElapsed)
    /\ SF_allVars(LifeTick)
    /\ WF_allVars(Save)
    /\ WF_allVars(Restore)

Lives == LivesInit /\ [][LivesNext]_allVars /\ LivesFairness

-----------------------------------------------------------------------------
(* Properties.  B16 is the class of bugs of processes that die, come back  *)
(* and sleep.                                                              *)

\* A well-formed snapshot.
SoundSnapshot(snapshot) ==
    /\ DOMAIN snapshot = DOMAIN Snapshot
    /\ snapshot.epoch \in 0..MaxEpoch /\ snapshot.episode \in 0..MaxEpisode
    /\ snapshot.change \in Nat /\ snapshot.told \in Nat
    /\ snapshot.spent \in IF life < MaxLife /\ snapshot.decided.state = Contract!RECONNECTING
           THEN 0..ForEver ELSE {Off}
    /\ snapshot.age \in IF snapshot.decided.state \in Standing THEN 0..ForEver ELSE {0}
    /\ snapshot.lost \in {Off} \cup 0..ForEver
    /\ snapshot.given \in Errors

LivesTypeOK ==
    /\ TypeOK
    /\ alive \in BOOLEAN /\ life \in 1..MaxLife /\ away \in 0..ForEver /\ wayBack \in BOOLEAN
    /\ SoundSnapshot(saved)
    /\ \A i \in 1..Len(unsaved) : SoundSnapshot(unsaved[i].snapshot)
           /\ DOMAIN unsaved[i] = DOMAIN Unsaved
    /\ change \in Nat /\ returned \in Nat /\ repeats \in BOOLEAN
    /\ spent \in {Off} \cup 0..ForEver /\ lost \in {Off} \cup 0..ForEver
    /\ late \in BOOLEAN /\ left \in BOOLEAN
    /\ given \in Errors /\ heard \in Nat /\ silenced \in Nat /\ seen \in 0..MaxEpoch

\* Each life is a client in time.  Checked in models without sleep and without a store that stalls.
B16_EachLifeIsAClientInTimeProp == [][alive /\ alive' => Next]_vars

\* Each life takes steps of the contract.
B16_EachLifeRefinesTheContractProp ==
    [][alive /\ alive' => UNCHANGED decided \/ Contract!Next]_decided

\* The stored state takes steps of the contract, through every death: a death and a return are
\* steps of the contract, or none.
B16_StoredRefinesTheContract == Stored!Init /\ [][UNCHANGED saved.decided \/ Stored!Next]_saved

\* The same with liveness.
B16_StoredEndsAsTheContract == B16_StoredRefinesTheContract /\ Stored!Fairness

\* The restored state is sound, and remains so.
B16_RestoredIsSoundInv ==
    /\ SoundContract!Inductive
    /\ alive /\ ~late =>
           /\ B1_NothingRunsOutsideASessionInv
           /\ B3_AttemptsWhileReconnectingInv
           /\ B4_SettledStateWasToldInv
           /\ B6_TransportOfThisSessionInv
           /\ B7_TimerOfThisEpisodeInv
           /\ B10_JoinIsAnsweredInTimeInv
           /\ ClocksRunInv

\* No success after the window: where one would be taken, the window is not over.
B16_NoSuccessAfterTheWindowInv ==
    alive /\ ~late /\ state = Contract!RECONNECTING => lost <= Units(GIVE_UP_AT_MOST)

\* With a wrong clock the client is late by at most the error.
B16_LateByAtMostTheErrorInv ==
    alive /\ ~late /\ state = Contract!RECONNECTING
        => lost <= Units(GIVE_UP_AT_MOST) + Most(-given, 0)

\* The client does not give up too early either, if the time was exact, or less than the truth.
B16_NotTooEarlyProp ==
    [][alive /\ state = Contract!RECONNECTING /\ state' = Contract!FAILED /\ given <= 0 =>
            lost >= Units(GIVE_UP_AT_LEAST)]_allVars

\* Whether the window is over is decided before there is an attempt.
B16_JudgedBeforeAnAttemptProp ==
    [][ /\ ~alive /\ late' => transport' = None
        /\ late => ~(phase # "trying" /\ phase' = "trying")
      ]_allVars

\* A deadline that has passed is decided before anything else.
B16_DeadlineFirstProp ==
    [][late /\ alive' /\ out' # out => out'.event = timer.tells]_allVars

\* Without a way back the session ends at once, as if it had expired on the server, and no attempt
\* is made, unless the window may be over, which is decided first.
B16_WithoutAWayBackItEndsProp ==
    [][~alive /\ alive' /\ ~wayBack =>
            \/ late'
            \/ /\ state' = Contract!DISCONNECTED /\ out'.event = "ServiceTimedOut"
               /\ transport' = None /\ pending' = <<>>
               /\ untold' = Owed \o <<Contract!DISCONNECTED>>
               /\ \E elapsed \in Lasted, window \in Window : ~MayBeOver(elapsed, window)]_allVars

\* A pending outcome is told: once nothing is to be told, the latest change was told in this or an
\* earlier life, or the engine was released.
B16_OwedOutcomeIsToldInv == alive /\ untold = <<>> => change <= Most(heard, silenced)

\* A leave survives death: once the command has returned, the user is in no session.  It returns
\* when the leave is stored.  (In a later life, a join after it may have been decided and lost
\* before it was stored.)
B16_LeaveSurvivesInv ==
    /\ left => state \notin Contract!InSession
    /\ life = 1 /\ alive /\ unsaved = <<>> /\ departed => left

\* A fact of an earlier life changes nothing.
B16_EarlierLifeChangesNothingInv ==
    \A fact \in EarlierFacts : ~ENABLED (EarlierLifeTells(fact) /\ ~UNCHANGED vars)

\* Numbers grow through all lives; only a repeated notification, which is marked so, has the number
\* that it had.
B16_NumbersGrowProp ==
    [][alive /\ ~calling /\ calling' =>
            IF repeats THEN life > 1 /\ NextNumber >= heard ELSE NextNumber > heard]_allVars

\* No number of a session that a transport or server has seen is used again.
B16_SessionsAreNewProp ==
    [][alive /\ transport' \notin {transport, None} => transport' > seen]_allVars

-----------------------------------------------------------------------------
(* The same for captures: at a death, everything after the capture is      *)
(* lost, and its numbers, sessions and notifications may be repeated.      *)

\* The window of a captured episode, and that of a captured connection since the death.
CapturedWindowInv == B16_NoSuccessAfterTheWindowInv

\* Numbers up to the capture are not used again.
CapturedNumbersGrowProp == B16_NumbersGrowProp

\* Nor are its sessions.
CapturedSessionsAreNewProp == B16_SessionsAreNewProp

\* An outcome that was pending at the capture is told.
CapturedOutcomeIsToldInv == B16_OwedOutcomeIsToldInv

\* A user who had left at the capture has left.
CapturedLeaveIsKeptProp == [][~alive /\ alive' /\ departed => departed' /\ left']_allVars

-----------------------------------------------------------------------------
(* Witnesses: what can happen. *)

\* A user who has left is in a session again.
ALeaveIsForgotten == left /\ alive /\ ~alive' /\ state' \in Contract!InSession

\* A number that was told is used again, and a session likewise.
ANumberComesAgain == alive /\ ~alive' /\ heard' < heard
ASessionComesAgain == alive /\ ~alive' /\ seen' < seen

\* The outcome of an episode is told twice, the second time as repeated.
AnOutcomeIsRepeated == repeats /\ heard = change /\ ~calling /\ calling' /\ told' = Contract!FAILED

\* A restored client gets back into the room; with a clock that is behind, it can do so later than
\* permitted.
ALifeGetsBack == life > 1 /\ state = Contract!RECONNECTING /\ state' = Contract!CONNECTED
ALifeGetsBackLate == ALifeGetsBack /\ lost > Units(GIVE_UP_AT_MOST)

\* A process that slept decides its deadline late.
ASleeperIsLate == alive /\ late /\ lost > Units(GIVE_UP_AT_MOST)

=============================================================================
