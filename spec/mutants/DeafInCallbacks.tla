-------------------------- MODULE DeafInCallbacks --------------------------
\* A leave that is asked for inside a callback is not heard.
\* Violates B10_EveryEventIsHeardInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

LeaveOutsideCallbacks == ~calling /\ Original!LeaveChannel

=============================================================================
