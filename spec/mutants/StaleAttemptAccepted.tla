------------------------- MODULE StaleAttemptAccepted -------------------------
\* An attempt that is over still gets the client into the room.
\* Violates B6_StaleAttemptChangesNothingInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

AnyAttemptSucceeds(e, n, k) ==
    /\ MayAct /\ Made(e, n, k) /\ <<e, n, k>> = StandIn(e, n, k)
    /\ IF e = epoch THEN Decide("Rejoined") ELSE Undo(e)

===============================================================================
