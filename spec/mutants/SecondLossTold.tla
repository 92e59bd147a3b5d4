--------------------------- MODULE SecondLossTold ---------------------------
\* A second loss in one episode is told as another episode.
\* Violates B8_OneEpisodeAtATimeProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

SecondLoss ==
    IF state = RECONNECTING
    THEN Take("SignalLost", RECONNECTING, Tell(RECONNECTING, SIGNAL_DISCONNECTED), <<>>)
    ELSE Original!SignalLost
WithSecondLoss ==
    Original!TransitionTable
        \cup {<<RECONNECTING, "SignalLost", Tell(RECONNECTING, SIGNAL_DISCONNECTED), RECONNECTING>>}

=============================================================================
