------------------------- MODULE RejoinKeepsWindow --------------------------
\* The window runs on after the rejoin, into the next episode.
\* Violates B7_WindowOnlyWhileReconnectingInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

CarelessRejoin ==
    IF state = RECONNECTING
    THEN Take("Rejoined", CONNECTED, Tell(CONNECTED, REJOIN_SUCCEED), <<STOP_RECONNECTING>>)
    ELSE Original!Rejoined

=============================================================================
