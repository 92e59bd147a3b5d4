------------------------------ MODULE StuckTimer ------------------------------
\* Time does not advance because of a timer that is not due.
\* Violates NoTimeLockInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

EarlyDue(d) == Original!Due(d) \/ deadline = 1

===============================================================================
