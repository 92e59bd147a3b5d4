------------------------------- MODULE Crane -------------------------------
(***************************************************************************)
(* A crane over a yard: a great many places, and little that is new.       *)
(***************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
    \* How many places the yard has from west to east.
    Wide,
    \* How many places the yard has from south to north.
    Deep

\* Move the crane.
MOVE == "move"
Effect == {MOVE}

Outcome == {"taken", "ignored"}
Event == {"West", "East", "South", "North"}
Output == [event : Event, outcome : Outcome, effects : Seq(Effect)]

\* A place of the yard.
Place == [x : 1..Wide, y : 1..Deep]

VARIABLES
    \* Where the crane is.
    at,
    \* Which borders it stands at.
    borders,
    \* What the last step let out.
    out

vars == <<at, borders, out>>

Borders == {"West", "East", "South", "North"}

TypeOK ==
    /\ at \in Place
    /\ borders \in SUBSET Borders
    /\ out \in Output

\* The borders that a place lies at.
Of(place) ==
    (IF place.x = 1 THEN {"West"} ELSE {}) \cup (IF place.x = Wide THEN {"East"} ELSE {})
      \cup (IF place.y = 1 THEN {"South"} ELSE {}) \cup (IF place.y = Deep THEN {"North"} ELSE {})

Goes(event, to) ==
    \/ /\ to \in Place
       /\ at' = to
       /\ borders' = Of(to)
       /\ out' = [event |-> event, outcome |-> "taken", effects |-> <<MOVE>>]
    \/ /\ to \notin Place
       /\ UNCHANGED <<at, borders>>
       /\ out' = [event |-> event, outcome |-> "ignored", effects |-> <<>>]

West == Goes("West", [at EXCEPT !.x = @ - 1])
East == Goes("East", [at EXCEPT !.x = @ + 1])
South == Goes("South", [at EXCEPT !.y = @ - 1])
North == Goes("North", [at EXCEPT !.y = @ + 1])

Init ==
    /\ at = [x |-> 1, y |-> 1]
    /\ borders = Of(at)
    /\ out = [event |-> "West", outcome |-> "ignored", effects |-> <<>>]

Next == West \/ East \/ South \/ North

Spec == Init /\ [][Next]_vars

\* The borders are those of the place.
BordersInv == borders = Of(at)

=============================================================================
