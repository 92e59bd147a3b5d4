---------------------------- MODULE StuckCallback -----------------------------
\* The callback that tells of the success comes back only once the connection is lost.
\* Violates B15_NothingWaitsForEverProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoReturn ==
    /\ told # Contract!CONNECTED \/ state # Contract!CONNECTED \/ episode > 0
    /\ Original!CallbackReturns

===============================================================================
