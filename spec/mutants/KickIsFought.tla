---------------------------- MODULE KickIsFought ----------------------------
\* A kicked client reconnects.
\* Violates B9_ServerEndIsFinalProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

FoughtKick ==
    IF state = CONNECTED
    THEN Take("Kicked", RECONNECTING, Tell(RECONNECTING, SIGNAL_DISCONNECTED),
              <<ARM_WINDOW, START_RECONNECTING>>)
    ELSE Original!Kicked
WithFoughtKick ==
    Original!TransitionTable
        \cup {<<CONNECTED, "Kicked", Tell(RECONNECTING, SIGNAL_DISCONNECTED), RECONNECTING>>}

=============================================================================
