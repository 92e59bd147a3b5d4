------------------------- MODULE LivenessOneWorker --------------------------
\* A violation that TLC misses now and then if it works with several workers.
\* We let it work with one.
VARIABLE x

Init == x = FALSE

Next == x' \in BOOLEAN

Spec == Init /\ [][Next]_x

AtMostOnce == [](x => [](~x => []~x))

=============================================================================
