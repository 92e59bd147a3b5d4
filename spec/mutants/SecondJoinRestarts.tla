------------------------- MODULE SecondJoinRestarts -------------------------
\* A second join breaks the live session.
\* Violates B11_SecondJoinIsRefusedProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

RestartingJoin ==
    IF state = CONNECTED
    THEN Take("JoinChannel", CONNECTING, Tell(CONNECTING, JOIN_CHANNEL),
              <<OPEN_TRANSPORT, ARM_JOIN_TIMEOUT>>)
    ELSE Original!JoinChannel
WithRestart ==
    Original!TransitionTable
        \cup {<<CONNECTED, "JoinChannel", Tell(CONNECTING, JOIN_CHANNEL), CONNECTING>>}

=============================================================================
