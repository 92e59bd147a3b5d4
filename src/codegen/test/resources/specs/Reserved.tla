------------------------------ MODULE Reserved ------------------------------
(***************************************************************************)
(* A switch whose names mean something else in other languages.  A comment *)
(* may have signs that end one there: */ and <tags> and @decorators.       *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

\* The switch is on.
NULL == 1
\* The switch is off.
UNDEFINED == 2

\* What is seen.
Array == {NULL, UNDEFINED}

\* Loud.
DELETE == "a \"word\""
\* Soft.
TYPEOF == "typeof"

\* How it sounds.
Listener == {DELETE, TYPEOF}

\* Click.
EVAL == "eval"
Effect == {EVAL}

\* What became of an event.
Outcome == {"taken", "ignored"}

\* What can happen.
Event == {"Function", "With"}

\* What others hear.
unknown == [in : Array, delete : Listener, typeof : BOOLEAN, export : 0..2]

\* What one step lets out.
Output ==
    [event : Event, outcome : Outcome, notifications : Seq(unknown), effects : Seq(Effect)]

VARIABLES
    \* What is seen.
    let,
    \* How often it was switched.
    with,
    \* The sounds so far.
    locations,
    \* What the last step let out.
    out

vars == <<let, with, locations, out>>

\* Every variable has a value of its kind.
TypeOK ==
    /\ let \in Array
    /\ with \in 0..2
    /\ locations \in SUBSET Listener
    /\ out \in Output

Did(event, outcome, notifications, effects) ==
    out' = [event |-> event, outcome |-> outcome, notifications |-> notifications,
            effects |-> effects]

\* Switch, with a sound.
Function(undefined) ==
    \/ /\ with < 2
       /\ let' = IF let = NULL THEN UNDEFINED ELSE NULL
       /\ with' = with + 1
       /\ locations' = locations \cup {undefined}
       /\ Did("Function", "taken",
              <<[in |-> let', delete |-> undefined, typeof |-> let = NULL, export |-> with']>>,
              <<EVAL>>)
    \/ /\ with = 2
       /\ UNCHANGED <<let, with, locations>>
       /\ Did("Function", "ignored", <<>>, <<>>)

\* Begin again.
With ==
    /\ let' = UNDEFINED
    /\ with' = 0
    /\ locations' = {}
    /\ Did("With", "taken", <<>>, <<>>)

Init ==
    /\ let = UNDEFINED
    /\ with = 0
    /\ locations = {}
    /\ out = [event |-> "With", outcome |-> "taken", notifications |-> <<>>, effects |-> <<>>]

Next == (\E undefined \in Listener : Function(undefined)) \/ With

Spec == Init /\ [][Next]_vars

step(debugger) == debugger \in locations
is(eval, arguments) == eval = arguments \/ step(arguments)
typeof == {<<NULL, TYPEOF>>, <<NULL, DELETE>>, <<UNDEFINED, TYPEOF>>}
next == CHOOSE every \in 0..2 : every >= with

\* Sounds are those that were made.
SoundsInv == \A some \in Listener : \A await \in Listener : is(some, await) => some \in locations \/ some = await

\* Pairs are there.
PairsInv == \A key \in typeof : key[1] = UNDEFINED => key[2] = TYPEOF

\* So often was it switched.
CountInv == next = with /\ (with = 0 => locations = {}) /\ Cardinality(locations) <= with

\* What is heard is seen.
HeardInv ==
    \A i \in DOMAIN out.notifications :
        LET function == out.notifications[i]
        IN  function.in = let /\ function.typeof = (let = UNDEFINED) /\ function.export = with

\* Each switch counts.
CountsProp == [][out'.event = "Function" /\ out'.outcome = "taken" => with' = with + 1]_vars

\* One may always begin again.
MayBeginInv == ENABLED (With /\ out'.outcome = "taken")

=============================================================================
