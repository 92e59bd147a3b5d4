-------------------------- MODULE DeafInCallbacks --------------------------
\* A leave inside a callback has no effect.
\* Violates B10_EveryEventIsHeardInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

LeaveOutsideCallbacks == ~calling /\ Original!LeaveChannel

=============================================================================
