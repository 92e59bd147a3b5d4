----------------------------- MODULE PatientJoin ------------------------------
\* A join may be answered after its time limit.
\* Violates B10_JoinIsAnsweredInTimeInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

LongJoin == Units(JOIN_AT_MOST) + 1

===============================================================================
