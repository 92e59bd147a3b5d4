--------------------------- MODULE SilentFailure ----------------------------
\* The end of the window is not told.
\* Violates B3_OneOutcomeProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

SilentEnd ==
    IF state = RECONNECTING
    THEN Take("ReconnectWindowUsedUp", FAILED, TellNothing, FullStop)
    ELSE Original!ReconnectWindowUsedUp
WithSilentEnd ==
    {row \in Original!TransitionTable : row[2] # "ReconnectWindowUsedUp"}
        \cup {<<RECONNECTING, "ReconnectWindowUsedUp", TellNothing, FAILED>>}

=============================================================================
