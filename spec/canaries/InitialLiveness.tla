-------------------------- MODULE InitialLiveness ---------------------------
\* A temporal property that cannot be evaluated in the initial state must not
\* count as a success.
EXTENDS Naturals

VARIABLE x

Init == x = 0

Next == x' = 1 - x

Spec == Init /\ [][Next]_x /\ WF_x(Next)

Property == []<>(x = 0 => 1 = [y \in {1} |-> y][x])

=============================================================================
