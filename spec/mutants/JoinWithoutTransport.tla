------------------------ MODULE JoinWithoutTransport ------------------------
\* A join from FAILED forgets to open the transport.
\* Violates SessionHasTransportInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

BareJoin ==
    IF state = FAILED
    THEN Take("JoinChannel", CONNECTING, Tell(CONNECTING, JOIN_CHANNEL), <<ARM_JOIN_TIMEOUT>>)
    ELSE Original!JoinChannel

=============================================================================
