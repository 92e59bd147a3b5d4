----------------------- MODULE SessionsFromTheBeginning -----------------------
\* A life that begins in no session counts its sessions from 1.
\* Violates CapturedSessionsAreNewProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

FromNone == IF saved.decided.state \in Contract!AtRest THEN None ELSE Original!LatestSession

===============================================================================
