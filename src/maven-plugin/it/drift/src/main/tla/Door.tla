-------------------------------- MODULE Door --------------------------------
(***************************************************************************)
(* A door with a lock: open, closed, or closed and locked.                 *)
(***************************************************************************)
EXTENDS Naturals, Sequences

\* The door stands open.
OPEN == "open"
\* The door is closed.
CLOSED == "closed"
\* The door is closed, and the bolt is out.
LOCKED == "locked"

\* What a passer-by sees of the door.
Leaf == {OPEN, CLOSED, LOCKED}

\* Move the bolt out.
BOLT == "bolt"
\* Draw the bolt back.
UNBOLT == "unbolt"

\* What the lock does.
Effect == {BOLT, UNBOLT}

\* What became of an event: the door did it, or it did nothing.
Outcome == {"taken", "ignored"}

\* What can happen to the door.
Event == {"Open", "Close", "Lock", "Unlock"}

\* The outputs of one step.
Output == [event : Event, outcome : Outcome, effects : Seq(Effect)]

VARIABLES
    \* The door as a passer-by sees it.
    leaf,
    \* What the last step put out.
    out

vars == <<leaf, out>>

\* Every variable has a value of its kind.
TypeOK == leaf \in Leaf /\ out \in Output

Does(event, to, effects) ==
    /\ leaf' = to
    /\ out' = [event |-> event, outcome |-> "taken", effects |-> effects]

Ignores(event) ==
    /\ UNCHANGED leaf
    /\ out' = [event |-> event, outcome |-> "ignored", effects |-> <<>>]

\* The door is opened.
Open ==
    \/ leaf = CLOSED /\ Does("Open", OPEN, <<>>)
    \/ leaf # CLOSED /\ Ignores("Open")

\* The door is closed.
Close ==
    \/ leaf = OPEN /\ Does("Close", CLOSED, <<>>)
    \/ leaf # OPEN /\ Ignores("Close")

\* The key is turned. The bolt of an open door stays where it is.
Lock ==
    \/ leaf = CLOSED /\ Does("Lock", LOCKED, <<BOLT>>)
    \/ leaf # CLOSED /\ Ignores("Lock")

\* The key is turned back.
Unlock ==
    \/ leaf = LOCKED /\ Does("Unlock", CLOSED, <<UNBOLT>>)
    \/ leaf # LOCKED /\ Ignores("Unlock")

Init ==
    /\ leaf = CLOSED
    /\ out = [event |-> "Close", outcome |-> "ignored", effects |-> <<>>]

Next == Open \/ Close \/ Lock \/ Unlock

Spec == Init /\ [][Next]_vars

\* A locked door does not open at once.
LockedStaysShutProp == [][leaf = LOCKED => leaf' # OPEN]_vars

\* The bolt moves exactly when the door becomes locked or unlocked.
BoltFollowsLockProp ==
    [][(out'.effects # <<>>) <=> ((leaf = LOCKED) # (leaf' = LOCKED))]_vars

=============================================================================
