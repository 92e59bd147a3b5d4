------------------------- MODULE KickKeepsTransport -------------------------
\* A kicked client keeps its transport.
\* Violates B9_EndStopsEverythingInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

HalfKick ==
    IF state = CONNECTED
    THEN Take("Kicked", DISCONNECTED, Tell(DISCONNECTED, BE_KICKED),
              <<CANCEL_WINDOW, STOP_RECONNECTING>>)
    ELSE Original!Kicked

=============================================================================
