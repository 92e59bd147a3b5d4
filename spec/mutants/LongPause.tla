------------------------------ MODULE LongPause ------------------------------
\* The pause after a failed attempt is longer than any time limit of the attempts.
\* Violates TypeOK, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

LongPauseBegins ==
    /\ phase = "trying" /\ attemptLeft = 0
    /\ phase' = "waiting"
    /\ attemptLeft' = Units(ATTEMPT_AT_MOST + BACK_OFF_AT_MOST) + 1
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, attempt, clocks>>

===============================================================================
