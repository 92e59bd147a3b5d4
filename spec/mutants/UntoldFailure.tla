--------------------------- MODULE UntoldFailure ----------------------------
\* The user is not told that the client has given up.
\* Violates B4_SettledStateWasToldInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

QuietQueued(es, effects, notifications, e, n) ==
    IF notifications # <<>> /\ Head(notifications).state = Contract!FAILED
    THEN Original!Queued(es, effects, <<>>, e, n)
    ELSE Original!Queued(es, effects, notifications, e, n)

===============================================================================
