--------------------------- MODULE UndefinedKick ----------------------------
\* A kick is undefined before initialisation.
\* Violates B10_EveryEventIsDefinedInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

KickOnceInitialised == state # UNKNOWN /\ Original!Kicked

=============================================================================
