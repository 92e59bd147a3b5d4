---------------------------- MODULE Job ----------------------------
(***************************************************************************)
(* Work that is given to someone who may fail: it is tried again after a   *)
(* pause, given up after too many failures, and cancelled at any time.     *)
(*                                                                         *)
(* A lot of this is an example. A line with "yours:" says what you put in  *)
(* the place of the lines below it. Every event has its line in every      *)
(* phase: it is taken, refused (a command) or ignored (a fact).            *)
(***************************************************************************)
EXTENDS Naturals, Sequences

\* yours: what the configuration chooses

CONSTANT
    \* So often the work is tried.
    MaxTries

ASSUME MaxTries \in 1..9

\* yours: what can be seen from outside

\* Nothing is to be done.
IDLE == "IDLE"
\* The work is being tried.
RUNNING == "RUNNING"
\* A try has failed. The next one begins after a pause.
PAUSED == "PAUSED"
\* The work is done.
DONE == "DONE"
\* Too many tries have failed.
FAILED == "FAILED"

\* What can be seen from outside.
Phase == {IDLE, RUNNING, PAUSED, DONE, FAILED}

\* yours: what is to be carried out; in Java, each is a method that you write

\* Begin to try.
BEGIN == "BEGIN"
\* Stop the try that has begun.
STOP == "STOP"
\* Begin the pause.
START_PAUSE == "START_PAUSE"
\* Do not wait for the end of the pause.
STOP_PAUSE == "STOP_PAUSE"

\* What is carried out.
Effect == {BEGIN, STOP, START_PAUSE, STOP_PAUSE}

\* yours: the timers, the effects that start and stop them, and the facts that they have run out

\* The pause after a failure.
PAUSE == "PAUSE"

\* What is waited for.
Timer == {PAUSE}

TimerTable ==
    {[timer |-> PAUSE, arm |-> START_PAUSE, cancel |-> STOP_PAUSE, fact |-> "PauseOver"]}

\* Facts that only a timer reports.
TimerFact == {"PauseOver"}

\* yours: what a user may ask for

\* What a user asks for.
Command == {"Start", "Cancel"}

\* yours: what may happen

\* What happens.
Fact == {"Finished", "Broke", "PauseOver"}

Event == Command \cup Fact

Outcome == {"taken", "refused", "ignored"}

Output == [event : Event, outcome : Outcome, effects : Seq(Effect)]

\* yours: what is remembered

VARIABLES
    \* What can be seen from outside.
    phase,
    \* The tries that have begun since the start.
    tries,
    \* The outputs of the last event.
    out

vars == <<phase, tries, out>>

TypeOK ==
    /\ phase \in Phase
    /\ tries \in 0..MaxTries
    /\ out \in Output

\* The event leads to a phase, and has effects.
Takes(event, to, begun, effects) ==
    /\ phase' = to
    /\ tries' = begun
    /\ out' = [event |-> event, outcome |-> "taken", effects |-> effects]

\* The event changes nothing.
Stays(event, outcome) ==
    /\ UNCHANGED <<phase, tries>>
    /\ out' = [event |-> event, outcome |-> outcome, effects |-> <<>>]

Init ==
    /\ phase = IDLE
    /\ tries = 0
    /\ out = [event |-> "Cancel", outcome |-> "refused", effects |-> <<>>]

\* yours: an action for each event, with a line for each phase

\* The user wants the work to be done.
Start ==
    \/ /\ phase \in {IDLE, DONE, FAILED}
       /\ Takes("Start", RUNNING, 1, <<BEGIN>>)
    \/ /\ phase \in {RUNNING, PAUSED}
       /\ Stays("Start", "refused")

\* The user does not want it any more.
Cancel ==
    \/ /\ phase = RUNNING
       /\ Takes("Cancel", IDLE, 0, <<STOP>>)
    \/ /\ phase = PAUSED
       /\ Takes("Cancel", IDLE, 0, <<STOP_PAUSE>>)
    \/ /\ phase \in {IDLE, DONE, FAILED}
       /\ Stays("Cancel", "refused")

\* The work was done.
Finished ==
    \/ /\ phase = RUNNING
       /\ Takes("Finished", DONE, 0, <<>>)
    \/ /\ phase # RUNNING
       /\ Stays("Finished", "ignored")

\* The try has failed.
Broke ==
    \/ /\ phase = RUNNING /\ tries < MaxTries
       /\ Takes("Broke", PAUSED, tries, <<START_PAUSE>>)
    \/ /\ phase = RUNNING /\ tries = MaxTries
       /\ Takes("Broke", FAILED, 0, <<>>)
    \/ /\ phase # RUNNING
       /\ Stays("Broke", "ignored")

\* The pause is over.
PauseOver ==
    \/ /\ phase = PAUSED
       /\ Takes("PauseOver", RUNNING, tries + 1, <<BEGIN>>)
    \/ /\ phase # PAUSED
       /\ Stays("PauseOver", "ignored")

Next == Start \/ Cancel \/ Finished \/ Broke \/ PauseOver

Spec == Init /\ [][Next]_vars

\* yours: what a driver shows beside the variables

\* The number of tries that are under way.
UnderWay == IF phase = RUNNING THEN 1 ELSE 0

\* The user asked for something that cannot be.
Refused == out.outcome = "refused"

\* yours: what must always hold; the .cfg file lists these properties

\* The effect is among those of the event.
Has(effect) == \E i \in DOMAIN out'.effects : out'.effects[i] = effect

\* Tries are counted while there is work to do.
TriesAreCountedInv == phase \in {RUNNING, PAUSED} <=> tries > 0

\* Nothing begins of itself.
OnlyAStartBeginsProp ==
    [][phase' # phase /\ phase \in {IDLE, DONE, FAILED} => out'.event = "Start"]_vars

\* A try that is still under way is stopped before another one begins, and when it is cancelled.
OneTryAtATimeProp ==
    [][phase = RUNNING /\ out'.event \in Command /\ out'.outcome = "taken" => Has(STOP)]_vars

\* A pause that is left before its end is stopped.
NoPauseIsLeftProp ==
    [][phase = PAUSED /\ phase' # PAUSED /\ out'.event # "PauseOver" => Has(STOP_PAUSE)]_vars

=============================================================================
