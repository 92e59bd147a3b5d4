------------------------- MODULE HopeWithoutAWayBack --------------------------
\* Without a way back the client reconnects as if there were one.
\* Violates B16_WithoutAWayBackItEndsProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

Hope ==
    /\ IF state = Contract!CONNECTED THEN Means("SignalLost") ELSE UNCHANGED decided
    /\ Original!TakeUp

===============================================================================
