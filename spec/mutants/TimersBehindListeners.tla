------------------------ MODULE TimersBehindListeners ------------------------
\* A timer that runs out waits for the callback that is running, and that may never return.
\* Violates RefinesContract, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

FiresAfterwards == ~calling /\ Original!TimerFires

===============================================================================
