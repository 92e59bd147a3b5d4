------------------------------ MODULE NoAttempts ------------------------------
\* The client reconnects without trying.
\* Violates B3_AttemptsWhileReconnectingInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoStart(entry) == UNCHANGED attempts

===============================================================================
