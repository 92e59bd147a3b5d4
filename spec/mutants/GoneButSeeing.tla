--------------------------- MODULE GoneButSeeing ----------------------------
\* B leaves, and still counts as seeing A.
\* Violates ServerInv, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

BLeavesSeeing == "peerLeaves" \in Faults /\ present /\ present' = FALSE
    /\ UNCHANGED <<client, proven, links, network, server, seen>>

=============================================================================
