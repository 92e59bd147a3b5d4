------------------------------ MODULE NoAttempts ------------------------------
\* The client reconnects without an attempt.
\* Violates B3_AttemptsWhileReconnectingInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoStart(entry) == UNCHANGED attempts

===============================================================================
