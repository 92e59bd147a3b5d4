------------------------------- MODULE Queue -------------------------------
(***************************************************************************)
(* A queue of any length: numbered items are put at its end and taken from *)
(* its front, so they are taken in order and none is lost.                 *)
(***************************************************************************)
EXTENDS Integers, Sequences

VARIABLES
    \* The items that wait, the oldest first.
    queue,
    \* The number of the next item that is put.
    next,
    \* The number of items that were taken.
    taken

vars == <<queue, next, taken>>

Init ==
    /\ queue = <<>>
    /\ next = 1
    /\ taken = 0

\* An item is put.
Put ==
    /\ queue' = Append(queue, [number |-> next])
    /\ next' = next + 1
    /\ UNCHANGED taken

\* The oldest item is taken.
Take ==
    /\ queue # <<>>
    /\ taken' = Head(queue).number
    /\ queue' = Tail(queue)
    /\ UNCHANGED next

Next == Put \/ Take

Spec == Init /\ [][Next]_vars

TypeOK ==
    /\ queue \in Seq([number : Nat])
    /\ next \in Nat
    /\ taken \in Nat

\* The items that wait are those after the last one that was taken.
InOrder == \A i \in 1..Len(queue) : queue[i].number = taken + i

Ind ==
    /\ TypeOK
    /\ InOrder
    /\ next = taken + Len(queue) + 1

\* What is taken is the item after the last one.
TakenInOrder == [][taken' = taken \/ taken' = taken + 1]_vars

\* Nothing is taken that was not put.
NothingFromNowhere == taken < next
=============================================================================
