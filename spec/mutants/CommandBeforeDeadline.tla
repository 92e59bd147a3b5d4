------------------------ MODULE CommandBeforeDeadline -------------------------
\* A command is decided before the deadline that has passed.
\* Violates B16_DeadlineFirstProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

HastyCommand == alive /\ Len(unsaved) < MaxPending /\ User /\ Matters /\ Noted

===============================================================================
