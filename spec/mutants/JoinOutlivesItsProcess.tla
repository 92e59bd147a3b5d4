------------------------ MODULE JoinOutlivesItsProcess ------------------------
\* A join continues in the next life, without its timer.
\* Violates B16_RestoredIsSoundInv, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

JoinGoesOn ==
    /\ state \notin Standing
    /\ UNCHANGED decided
    /\ transport' = None
    /\ NothingTimed

===============================================================================
