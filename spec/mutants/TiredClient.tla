----------------------------- MODULE TiredClient ------------------------------
\* After a failed attempt, A makes no further one, and waits for the window to end.
\* Violates NoTimeLockInv, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

TriesNoMore == FALSE /\ UNCHANGED vars

===============================================================================
