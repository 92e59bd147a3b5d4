------------------------ MODULE HealCountsAsEpisode -------------------------
\* A break that heals before it was noticed counts as a reconnect episode.
\* Violates NumberedProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

CountedHeal ==
    /\ unnoticed # Off
    /\ unnoticed' = Off
    /\ outcomeDue' = Off
    /\ episode' = episode + 1
    /\ UNCHANGED <<decided, toDo, telling, epoch, carriedOut, attempts, timer, deadline>>

=============================================================================
