----------------------------- MODULE TiredClient ------------------------------
\* After an attempt that failed, A tries no more, and waits for the time to do so to be over.
\* Violates NoTimeLockInv, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

TriesNoMore == FALSE /\ UNCHANGED vars

===============================================================================
