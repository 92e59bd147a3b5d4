------------------------- MODULE ReleaseTellsPending --------------------------
\* What was to be told is told after the release as well.
\* Violates B12_NoCallbackBeginsAfterReleaseProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NotSilenced == untold

===============================================================================
