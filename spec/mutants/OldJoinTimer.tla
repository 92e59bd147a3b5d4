----------------------------- MODULE OldJoinTimer -----------------------------
\* The join timeout of an earlier session ends the current join.
\* Violates B7_OldTimerChangesNothingInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

AnyElapse(event, e, n) ==
    IF event = "LongLinkFailed" THEN Original!Elapse(event, epoch, n)
        ELSE Original!Elapse(event, e, n)

===============================================================================
