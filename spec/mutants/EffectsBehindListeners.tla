----------------------- MODULE EffectsBehindListeners ------------------------
\* What is asked of the transport waits until the callback has returned, as long as that may take.
\* Violates NoEffectWaitsForAListenerInv and, where liveness is asked for,
\* B15_NothingWaitsForEverProp.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

CarriedOutAfterwards == ~calling /\ Original!CarryOut
WaitingForListeners == ~calling /\ Original!Waiting

===============================================================================
