----------------------------- MODULE SilentKick -----------------------------
\* The server kicks A, and does not say so.
\* Violates ServerTellsTheTruthProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

KickInSilence == "kick" \in Faults /\ seat > Nobody /\ Unseat
    /\ UNCHANGED <<client, proven, links, network, peer>>

=============================================================================
