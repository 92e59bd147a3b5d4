-------------------------- MODULE SecondErrorGrows ---------------------------
\* A second clock that is behind is taken for one that is further behind.
\* Violates B16_LateByAtMostTheErrorInv, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

Grown ==
    {[elapsed EXCEPT !.most = IF saved.given < 0 /\ elapsed.error < saved.given THEN Most(@ - 1, 0)
                              ELSE @] : elapsed \in Original!Lasted}

===============================================================================
