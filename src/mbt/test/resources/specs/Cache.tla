-------------------------------- MODULE Cache --------------------------------
(***************************************************************************)
(* A cache that forgets: an entry after its time, and any entry when there *)
(* is no room for a new one. Only hits and misses are seen of it.          *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANTS
    \* What can be looked up.
    Keys,
    \* How many entries there may be.
    Capacity,
    \* For how many ticks an entry lives.
    Life

VARIABLE
    \* The ticks that each entry has left; 0 if there is none.
    left

TypeOK == left \in [Keys -> 0..Life]

Init == left = [k \in Keys |-> 0]

Present == {k \in Keys : left[k] > 0}

\* An entry is made or renewed; if there is no room, another one is forgotten.
Put(key) ==
    \/ /\ key \in Present \/ Cardinality(Present) < Capacity
       /\ left' = [left EXCEPT ![key] = Life]
    \/ /\ key \notin Present /\ Cardinality(Present) >= Capacity
       /\ \E other \in Present : left' = [left EXCEPT ![key] = Life, ![other] = 0]

\* Somebody looks for an entry, and the cache says whether there is one.
Get(key, hit) == hit = (left[key] > 0) /\ UNCHANGED left

\* An entry is thrown away.
Remove(key) == left[key] > 0 /\ left' = [left EXCEPT ![key] = 0]

\* Time passes.
Tick == left' = [k \in Keys |-> IF left[k] = 0 THEN 0 ELSE left[k] - 1]

Next ==
    \/ \E key \in Keys :
        \/ Put(key)
        \/ Remove(key)
        \/ \E hit \in BOOLEAN : Get(key, hit)
    \/ Tick

Spec == Init /\ [][Next]_left

RoomInv == Cardinality(Present) <= Capacity

=============================================================================
