------------------------ MODULE LossWithoutAttempts -------------------------
\* The state is RECONNECTING, but no attempt is made.
\* Violates B3_AttemptsRunInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

IdleLoss ==
    IF state = CONNECTED
    THEN Take("SignalLost", RECONNECTING, Tell(RECONNECTING, SIGNAL_DISCONNECTED), <<ARM_WINDOW>>)
    ELSE Original!SignalLost

=============================================================================
