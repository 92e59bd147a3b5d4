---------------------------- MODULE UnknownIsZero -----------------------------
\* An unknown time is taken for zero.
\* Violates B16_NoSuccessAfterTheWindowInv, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

AtLeast == {[elapsed EXCEPT !.most = @ - ForEver] : elapsed \in Original!Lasted}

===============================================================================
