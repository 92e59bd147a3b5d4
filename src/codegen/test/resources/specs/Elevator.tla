------------------------------ MODULE Elevator ------------------------------
(***************************************************************************)
(* An elevator that goes where it is called, the nearest floor first.      *)
(*                                                                         *)
(* The calls are a set, the floors are numbers, and a test of the doors    *)
(* counts what it has seen on each floor.                                  *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANT
    \* The number of the highest floor.
    Top

ASSUME Top \in 1..9

\* The cabin stands with open doors.
OPEN == "open"
\* The cabin stands with closed doors.
SHUT == "shut"

\* What a passenger sees of the cabin.
Doors == {OPEN, SHUT}

Floors == 0..Top

\* Move the cabin one floor.
MOVE == "move"
\* Open the doors.
UNLATCH == "unlatch"
\* Close the doors.
LATCH == "latch"

\* What the elevator does.
Effect == {MOVE, UNLATCH, LATCH}

\* What became of an event.
Outcome == {"taken", "ignored"}

\* What can happen to an elevator.
Event == {"Call", "Step", "Shut"}

\* What one step lets out.
Output == [event : Event, outcome : Outcome, effects : Seq(Effect)]

VARIABLES
    \* The doors as a passenger sees them.
    doors,
    \* The floor at which the cabin is.
    floor,
    \* The floors where somebody waits.
    calls,
    \* On which floors the doors have opened since the start.
    seen,
    \* What the last step let out.
    out

vars == <<doors, floor, calls, seen, out>>

\* Every variable has a value of its kind.
TypeOK ==
    /\ doors \in Doors
    /\ floor \in Floors
    /\ calls \in SUBSET Floors
    /\ seen \in [Floors -> BOOLEAN]
    /\ out \in Output

Did(event, outcome, effects) ==
    out' = [event |-> event, outcome |-> outcome, effects |-> effects]

Distance(a, b) == IF a > b THEN a - b ELSE b - a

\* The floor that is called and nearest, the lowest of two.
Nearest == CHOOSE f \in calls : \A g \in calls : Distance(floor, f) <= Distance(floor, g)

\* Somebody presses the button of a floor.
Call(f) ==
    \/ /\ f \notin calls /\ f # floor
       /\ calls' = calls \cup {f}
       /\ UNCHANGED <<doors, floor, seen>>
       /\ Did("Call", "taken", <<>>)
    \/ /\ f \in calls \/ f = floor
       /\ UNCHANGED <<doors, floor, calls, seen>>
       /\ Did("Call", "ignored", <<>>)

\* The motor runs for the way of one floor.
Step ==
    \/ /\ doors = SHUT /\ calls # {}
       /\ floor' = IF Nearest > floor THEN floor + 1 ELSE floor - 1
       /\ calls' = calls \ {floor'}
       /\ doors' = IF floor' \in calls THEN OPEN ELSE SHUT
       /\ seen' = [seen EXCEPT ![floor'] = @ \/ floor' \in calls]
       /\ Did("Step", "taken", IF floor' \in calls THEN <<MOVE, UNLATCH>> ELSE <<MOVE>>)
    \/ /\ doors = OPEN \/ calls = {}
       /\ UNCHANGED <<doors, floor, calls, seen>>
       /\ Did("Step", "ignored", <<>>)

\* The doors close.
Shut ==
    \/ /\ doors = OPEN
       /\ doors' = SHUT
       /\ UNCHANGED <<floor, calls, seen>>
       /\ Did("Shut", "taken", <<LATCH>>)
    \/ /\ doors = SHUT
       /\ UNCHANGED <<doors, floor, calls, seen>>
       /\ Did("Shut", "ignored", <<>>)

Init ==
    /\ doors = SHUT
    /\ floor = 0
    /\ calls = {}
    /\ seen = [f \in Floors |-> FALSE]
    /\ out = [event |-> "Shut", outcome |-> "taken", effects |-> <<LATCH>>]

Next ==
    \/ \E f \in Floors : Call(f)
    \/ Step
    \/ Shut

Spec == Init /\ [][Next]_vars

\* Nobody waits where the cabin is.
NobodyWaitsHereInv == floor \notin calls

\* Open doors have been seen to open.
SeenWhereOpenInv == doors = OPEN => seen[floor]

\* The cabin moves towards the nearest call.
TowardsNearestProp ==
    [][floor' # floor /\ calls # {} => Distance(floor', Nearest) < Distance(floor, Nearest)]_vars

\* What was seen is not forgotten, and one floor at a time is new.
SeenGrowsProp ==
    [][seen' # seen => seen' = [seen EXCEPT ![floor'] = TRUE] /\ floor' \in DOMAIN seen]_vars

RECURSIVE Sum(_)
\* The sum of a set of numbers.
Sum(set) ==
    IF set = {} THEN 0 ELSE LET x == CHOOSE y \in set : TRUE IN x + Sum(set \ {x})

\* The numbers from 0 to n in all.
Triangle[n \in Nat] == IF n = 0 THEN 0 ELSE n + Triangle[n - 1]

\* Calls never are more than there are floors.
SumInv == Sum(calls) <= Triangle[Top]

\* The way to every floor.
Ways == [f \in Floors |-> Distance(floor, f)]

\* No way is longer than the house is high, and one leads nowhere.
WaysInv ==
    /\ \A f \in DOMAIN Ways : Ways[f] <= Top
    /\ \E f \in Floors : Ways[f] = 0
    /\ [Ways EXCEPT ![floor] = @ + 1][floor] = 1

\* A call adds its floor alone.
OneCallProp == [][out'.event = "Call" /\ out'.outcome = "taken" => Cardinality(calls' \ calls) = 1]_vars

=============================================================================
