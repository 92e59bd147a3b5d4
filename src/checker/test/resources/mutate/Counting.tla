------------------------------ MODULE Counting ------------------------------
\* Somebody counts up to a bound, and begins again.
EXTENDS Naturals

CONSTANT Bound
VARIABLES count

CountInit == count = 0
Count(step) == count + step <= Bound /\ count' = count + step
Again == count = Bound /\ count' = 0
CountNext == Count(1) \/ Again
CountSpec == CountInit /\ [][CountNext]_count
=============================================================================
