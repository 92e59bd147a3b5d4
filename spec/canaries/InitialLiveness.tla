-------------------------- MODULE InitialLiveness ---------------------------
\* A temporal property that cannot be evaluated in the initial state: that is
\* no success.
EXTENDS Naturals

VARIABLE x

Init == x = 0

Next == x' = 1 - x

Spec == Init /\ [][Next]_x /\ WF_x(Next)

Property == []<>(x = 0 => 1 = [y \in {1} |-> y][x])

=============================================================================
