--------------------------- MODULE PeerKeepsTheGone ---------------------------
\* B is told who joins, but not who leaves.
\* Violates B13_GoneIsToldProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

BIsBehindWithJoins == present /\ ~seen /\ seat # Nobody

===============================================================================
