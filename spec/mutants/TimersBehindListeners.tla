------------------------ MODULE TimersBehindListeners ------------------------
\* A timer that expires waits for the running callback, which may never return.
\* Violates RefinesContract, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

FiresAfterwards == ~calling /\ Original!TimerFires

===============================================================================
