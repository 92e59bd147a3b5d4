------------------------------ MODULE SecondLoop ------------------------------
\* What is decided inside a callback is begun while the callback runs.
\* Violates B5_OneCallbackAtATimeProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

EagerCarryOut ==
    \/ Original!CarryOut
    \/ /\ calling /\ Len(pending) > 1
       /\ transport' = Transport(pending[2])
       /\ UNCHANGED <<decided, queue, session, opened, timer, attempts, clocks>>

===============================================================================
