--------------------------- MODULE WindowBegunAnew ----------------------------
\* Each life has a window of its own.
\* Violates B16_LateByAtMostTheErrorInv, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

FromZero == {[elapsed EXCEPT !.most = 0] : elapsed \in Original!Lasted}

===============================================================================
