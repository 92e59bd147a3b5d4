--------------------------- MODULE ProlongedWindow ----------------------------
\* A further loss prolongs the window to its longest time.
\* Violates B7_WindowNotRestartedProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

Prolonged ==
    IF state = Contract!RECONNECTING /\ out'.event \in Losses
    THEN deadline' = IF deadline < outcomeDue THEN deadline + 1 ELSE deadline
    ELSE Original!SetDeadline
MoreAttempts == Units(GIVE_UP_AT_MOST) + 1

===============================================================================
