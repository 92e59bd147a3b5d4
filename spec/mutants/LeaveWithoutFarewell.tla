------------------------ MODULE LeaveWithoutFarewell ------------------------
\* A user who leaves does not tell the server.
\* Violates FarewellIsSaidProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

SilentFarewell == Original!FullStop

=============================================================================
