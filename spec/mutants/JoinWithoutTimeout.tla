-------------------------- MODULE JoinWithoutTimeout --------------------------
\* Nobody measures the time of a join.
\* Violates RefinesContract, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoJoinTimer ==
    IF Wants(out', Contract!ARM_JOIN_TIMEOUT) THEN UNCHANGED timer ELSE Original!ArmOrCancel

===============================================================================
