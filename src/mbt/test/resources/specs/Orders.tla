------------------------------- MODULE Orders -------------------------------
(***************************************************************************)
(* Waiters order, and a kitchen serves. There is no bound in it, so that   *)
(* configurations bound it, each in its own way.                           *)
(***************************************************************************)
EXTENDS Naturals, TLC

CONSTANTS
    \* Who can order.
    Waiters,
    \* Stands for a waiter where there is none.
    None

VARIABLES
    \* How many orders wait.
    waiting,
    \* Who has ordered last.
    last

vars == <<waiting, last>>

Init == waiting = 0 /\ last = None

\* A waiter orders.
Order(waiter) == waiting' = waiting + 1 /\ last' = waiter

\* A guest orders several dishes at once, and the kitchen decides how many.
Feast ==
    /\ last # None
    /\ \E dishes \in 2..3 : waiting' = waiting + dishes
    /\ last' = None

\* The kitchen serves one.
Serve == waiting > 0 /\ waiting' = waiting - 1 /\ UNCHANGED last

Next ==
    \/ \E waiter \in Waiters : Order(waiter)
    \/ Feast
    \/ Serve

Spec == Init /\ [][Next]_vars

\* A bound: few orders wait.
FewWait == waiting <= 3

\* A rule: nobody orders twice in a row.
TakeTurns == waiting' > waiting => last' # last

\* All waiters are alike.
Alike == Permutations(Waiters)

\* Only the number counts.
Number == waiting

=============================================================================
