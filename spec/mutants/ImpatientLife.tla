---------------------------- MODULE ImpatientLife -----------------------------
\* An attempt is given up before its time limit.
\* Violates B16_EachLifeIsAClientInTimeProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

GiveUpEarly ==
    /\ alive
    /\ phase = "trying" /\ attemptLeft > 0
    /\ phase' = "waiting"
    /\ attemptLeft' = Units(BACK_OFF_AT_MOST)
    /\ UNCHANGED <<decided, toDo, telling, session, carriedOut, attempt, clocks>>
    /\ Noted

===============================================================================
