---------------------------- MODULE DoubledAttempt ----------------------------
\* A second attempt is made beside the first.
\* Violates B8_OneAttemptAtATimeProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

DoubledNextAttempt ==
    \/ Original!NextAttempt
    \/ /\ phase = "trying" /\ attempt = 1
       /\ attempt' = 2
       /\ attemptLeft' = Units(ATTEMPT_AT_MOST)
       /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, phase, clocks>>
MoreAttempts == 2 * Original!MaxAttempt

===============================================================================
