------------------------ MODULE TimersBehindListeners ------------------------
\* The window is not noticed to be over while a callback runs.
\* Violates RefinesContract, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

FiresAfterwards == ~calling /\ Original!TimerFires
DueAfterwards == ~calling /\ Original!Due

===============================================================================
