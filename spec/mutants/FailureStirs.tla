---------------------------- MODULE FailureStirs ----------------------------
\* A client that has given up reconnects after a loss.
\* Violates B9_RestStaysAtRestProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

StirringLoss ==
    IF state = FAILED
    THEN Take("MediaLost", RECONNECTING, Tell(RECONNECTING, MEDIA_CONNECTION_DISCONNECTED),
              <<OPEN_TRANSPORT, ARM_WINDOW, START_RECONNECTING>>)
    ELSE Original!MediaLost
WithStirringLoss ==
    Original!TransitionTable
        \cup {<<FAILED, "MediaLost", Tell(RECONNECTING, MEDIA_CONNECTION_DISCONNECTED),
                RECONNECTING>>}

=============================================================================
