--------------------------- MODULE UntoldFailure ----------------------------
\* The user is not told that the client has given up.
\* Violates B4_SettledStateWasToldInv and, where liveness is checked, B3_OutcomeIsToldProp.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

Quiet(notifications) ==
    IF notifications # <<>> /\ Head(notifications).state = Contract!FAILED
    THEN <<>>
    ELSE Original!StatesOf(notifications)

===============================================================================
