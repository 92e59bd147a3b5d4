--------------------------- MODULE ForgottenCancel ----------------------------
\* A rejoin does not cancel the window.
\* Violates B7_TimerOfThisEpisodeInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoCancel ==
    IF Wants(out', Contract!CANCEL_WINDOW) /\ ~Wants(out', Contract!CLOSE_TRANSPORT)
    THEN UNCHANGED timer
    ELSE Original!ArmOrCancel

===============================================================================
