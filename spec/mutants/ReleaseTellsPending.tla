------------------------- MODULE ReleaseTellsPending --------------------------
\* A pending notification of a leave is told after the release.
\* Violates B12_NoCallbackBeginsAfterReleaseProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NotSilenced == IF untold = <<Contract!DISCONNECTED>> THEN untold ELSE <<>>

===============================================================================
