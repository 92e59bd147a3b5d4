---------------------------- MODULE NegativeNumber ----------------------------
\* While no process is running, the number that a release has silenced is lost.
\* Violates LivesTypeOK, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

ForgetSilenced ==
    /\ ~alive /\ state \in Standing /\ silenced = 0
    /\ silenced' = -1
    /\ UNCHANGED <<vars, lives, notes, given, lost, heard, left, seen>>

===============================================================================
