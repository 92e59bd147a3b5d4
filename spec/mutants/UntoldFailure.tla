--------------------------- MODULE UntoldFailure ----------------------------
\* The user is not told that the client has given up.
\* Violates B4_SettledStateWasToldInv and, where liveness is asked for, B3_OutcomeIsToldProp.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

QuietQueued(es, effects, notifications, e, n) ==
    IF notifications # <<>> /\ Head(notifications).state = Contract!FAILED
    THEN Original!Queued(es, effects, <<>>, e, n)
    ELSE Original!Queued(es, effects, notifications, e, n)

===============================================================================
