------------------------- MODULE HealKeepsTheClock --------------------------
\* A break that heals before it was noticed leaves its deadline behind.
\* Violates ClocksRunInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

HealWithClock ==
    /\ unnoticed # Off
    /\ unnoticed' = Off
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, attempts, timer, deadline,
                   outcomeDue>>

=============================================================================
