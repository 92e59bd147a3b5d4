---------------------------- MODULE StuckCallback -----------------------------
\* The callback that tells of the failure comes back only once the user did something in it.
\* Violates B15_NothingWaitsForEverProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoReturn == (told # Contract!FAILED \/ Len(pending) > 1) /\ Original!CallbackReturns

===============================================================================
