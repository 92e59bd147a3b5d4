---------------------- MODULE SecondLossRestartsWindow ----------------------
\* A second loss in one episode restarts the window.
\* Violates B7_WindowArmedOnceProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

SecondLoss ==
    IF state = RECONNECTING
    THEN Take("SignalLost", RECONNECTING, TellNothing, <<ARM_WINDOW>>)
    ELSE Original!SignalLost
WithSecondLoss ==
    Original!TransitionTable \cup {<<RECONNECTING, "SignalLost", TellNothing, RECONNECTING>>}

=============================================================================
