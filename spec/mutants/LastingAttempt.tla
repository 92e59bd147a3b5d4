---------------------------- MODULE LastingAttempt ----------------------------
\* Time goes on beside an attempt that should have ended, and a pause likewise.
\* Violates B3_AttemptsAreTimedProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoLimitIsDue(d) ==
    \/ timer # NoTimer /\ Expires(deadline, d)
    \/ Expires(unnoticed, d)
    \/ Waiting

===============================================================================
