------------------------- MODULE LivenessOneWorker --------------------------
\* A violation that TLC sometimes misses with several workers.
\* The checker uses one.
VARIABLE x

Init == x = FALSE

Next == x' \in BOOLEAN

Spec == Init /\ [][Next]_x

AtMostOnce == [](x => [](~x => []~x))

=============================================================================
