-------------------------- MODULE WindowNeverEnds ---------------------------
\* The end of the window is ignored, and the client reconnects for ever.
\* Violates B3_EpisodeEndsProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

EndlessWindow ==
    IF state = RECONNECTING THEN Ignore("ReconnectWindowUsedUp") ELSE Original!ReconnectWindowUsedUp
WithoutEnd ==
    {row \in Original!TransitionTable : row[2] # "ReconnectWindowUsedUp"}

=============================================================================
