------------------------------ MODULE Lottery ------------------------------
(***************************************************************************)
(* Too many numbers may be drawn to follow each of them.                   *)
(***************************************************************************)
EXTENDS Naturals

VARIABLE
    \* The number that was drawn last.
    drawn

Init == drawn = 0

\* Any number is drawn.
Draw == drawn' \in 1..25000

Spec == Init /\ [][Draw]_drawn

\* Whether something was drawn.
IsDrawn == drawn > 0

=============================================================================
