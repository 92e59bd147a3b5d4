-------------------------------- MODULE Queue --------------------------------
(***************************************************************************)
(* A bounded store of distinct items, of which any may be taken next.      *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANTS
    \* What can be stored.
    Items,
    \* How much of it at once.
    Capacity

VARIABLES
    \* What is stored.
    stored,
    \* Whether nothing more is accepted.
    closed

vars == <<stored, closed>>

TypeOK == stored \subseteq Items /\ closed \in BOOLEAN

Init == stored = {} /\ closed = FALSE

\* Somebody stores an item.
Put(item) ==
    /\ ~closed
    /\ item \notin stored
    /\ Cardinality(stored) < Capacity
    /\ stored' = stored \cup {item}
    /\ UNCHANGED closed

\* Somebody takes an item, and the store says which.
Take(item) ==
    /\ item \in stored
    /\ stored' = stored \ {item}
    /\ UNCHANGED closed

\* Everything is taken out at once.
Drain == stored' = {} /\ UNCHANGED closed

\* From now on nothing is accepted.
Close == ~closed /\ closed' = TRUE /\ UNCHANGED stored

Next ==
    \/ \E item \in Items : Put(item) \/ Take(item)
    \/ Drain
    \/ Close

Spec == Init /\ [][Next]_vars

\* How many items are stored.
Size == Cardinality(stored)

\* It never holds more than it can.
BoundedInv == Size <= Capacity

\* It can be full.
Full == Size = Capacity

=============================================================================
