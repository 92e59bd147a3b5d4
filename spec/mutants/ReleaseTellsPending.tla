------------------------- MODULE ReleaseTellsPending --------------------------
\* That the user has left is told after the release as well.
\* Violates B12_NoCallbackBeginsAfterReleaseProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NotSilenced == IF untold = <<Contract!DISCONNECTED>> THEN untold ELSE <<>>

===============================================================================
