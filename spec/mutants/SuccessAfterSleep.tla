-------------------------- MODULE SuccessAfterSleep ---------------------------
\* A process that slept takes a success before it checks the time.
\* Violates B16_DeadlineFirstProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

HastyFact == alive /\ Len(unsaved) < MaxPending /\ World /\ Matters /\ Noted

===============================================================================
