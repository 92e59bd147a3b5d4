------------------------ MODULE OldSuccessForgotten -------------------------
\* A success of an earlier session is dropped, and its server is never told.
\* Violates B10_OldSuccessIsUndoneInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoUndo(e) == Original!Drop

=============================================================================
