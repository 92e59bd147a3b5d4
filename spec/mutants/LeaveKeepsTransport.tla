------------------------ MODULE LeaveKeepsTransport -------------------------
\* A leave while reconnecting forgets to close the transport.
\* Violates B1_LeaveStopsEverythingInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

HalfLeave ==
    IF state = RECONNECTING
    THEN Take("LeaveChannel", DISCONNECTED, Tell(DISCONNECTED, LEAVE_CHANNEL),
              <<CANCEL_WINDOW, STOP_RECONNECTING, ANNOUNCE_LEAVE>>)
    ELSE Original!LeaveChannel

=============================================================================
