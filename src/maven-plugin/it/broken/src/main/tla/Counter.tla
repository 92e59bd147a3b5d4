------------------------------ MODULE Counter ------------------------------
EXTENDS Naturals

CONSTANT Max

VARIABLE count

Init == count = 0

Up == count < Max /\ count' = count + 1

Down == count > 0 /\ count' = count - 1

Next == Up \/ Down

Spec == Init /\ [][Next]_count

InRange == count \in 0..Max

Small == count < 3

=============================================================================
