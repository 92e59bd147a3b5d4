--------------------------- MODULE KickToldTwice ----------------------------
\* A repeated kick is told again.
\* Violates B8_TerminalToldOnceProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

RepeatedKick ==
    IF state = DISCONNECTED
    THEN Take("Kicked", DISCONNECTED, Tell(DISCONNECTED, BE_KICKED), <<>>)
    ELSE Original!Kicked
WithRepeatedKick ==
    Original!TransitionTable
        \cup {<<DISCONNECTED, "Kicked", Tell(DISCONNECTED, BE_KICKED), DISCONNECTED>>}

=============================================================================
