------------------------- MODULE JoinAnsweredTwice --------------------------
\* A repeated answer to a join is told again.
\* Violates B10_JoinAnsweredOnceProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

RepeatedJoined ==
    IF state = CONNECTED
    THEN Take("Joined", CONNECTED, Tell(CONNECTED, JOIN_SUCCEED), <<>>)
    ELSE Original!Joined
WithRepeatedJoined ==
    Original!TransitionTable
        \cup {<<CONNECTED, "Joined", Tell(CONNECTED, JOIN_SUCCEED), CONNECTED>>}

=============================================================================
