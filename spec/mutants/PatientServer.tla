---------------------------- MODULE PatientServer -----------------------------
\* The server waits longer for the first packets of a session than permitted.
\* Violates TypeOK, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

LongSeat(e) == seat' = e /\ patience' = Units(SESSION_AT_MOST) + 1

===============================================================================
