---------------------------- MODULE LeaveKeepsLink ----------------------------
\* A user who leaves keeps the transport.
\* Violates B1_NothingRunsOutsideASessionInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

KeptTransport(entry) ==
    IF Wants(entry, Contract!ANNOUNCE_LEAVE) THEN transport ELSE Original!Transport(entry)

===============================================================================
