-------------------------- MODULE JoinWithoutTimeout --------------------------
\* A join has no time limit.
\* Violates RefinesContract, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoJoinTimer ==
    IF Wants(out', Contract!ARM_JOIN_TIMEOUT) THEN UNCHANGED timer ELSE Original!ArmOrCancel

===============================================================================
