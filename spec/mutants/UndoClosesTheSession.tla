------------------------- MODULE UndoClosesTheSession -------------------------
\* Undoing a late success of an earlier session closes the transport of this one.
\* Violates B6_TransportOfThisSessionInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

AnyTransport(entry) ==
    IF Wants(entry, Contract!CLOSE_TRANSPORT) THEN None ELSE Original!Transport(entry)

===============================================================================
