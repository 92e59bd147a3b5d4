-------------------- MODULE EffectsBehindListeners --------------------
\* No session is opened while a callback is running.
\* Violates NoEffectWaitsForAListenerInv and, where liveness is checked,
\* B15_NothingWaitsForEverProp.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

IsKeptWaiting == calling /\ ~Settled /\ Wants(Head(pending), Contract!OPEN_TRANSPORT)
OpenedAfterwards == ~IsKeptWaiting /\ Original!CarryOut
WaitingForListeners == (~Settled /\ ~blocked /\ ~IsKeptWaiting) \/ (untold # <<>> /\ ~calling)

=======================================================================
