----------------------------- MODULE AttemptFirst -----------------------------
\* The transport is asked to take the session up before anybody has looked at the time.
\* Violates B16_JudgedBeforeAnAttemptProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

AskedAnyway == Original!TakeUp

===============================================================================
