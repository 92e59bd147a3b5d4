-------------------------- MODULE ToldTheOldState ---------------------------
\* The success of a join is told with the previous state.
\* Violates B4_ToldStateIsTheStateInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

OldState == <<CONNECTING, "Joined", Tell(CONNECTING, JOIN_SUCCEED), CONNECTED>>
JoinedToldEarly ==
    IF state = CONNECTING
    THEN Take("Joined", CONNECTED, Tell(CONNECTING, JOIN_SUCCEED), <<CANCEL_JOIN_TIMEOUT>>)
    ELSE Original!Joined
WithOldState ==
    {row \in Original!TransitionTable : ~(row[1] = CONNECTING /\ row[2] = "Joined")} \cup {OldState}

=============================================================================
