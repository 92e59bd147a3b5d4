----------------------------- MODULE AttemptFirst -----------------------------
\* The transport is asked to resume the session before the time is checked.
\* Violates B16_JudgedBeforeAnAttemptProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

AskedAnyway == Original!TakeUp

===============================================================================
