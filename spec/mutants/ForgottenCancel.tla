--------------------------- MODULE ForgottenCancel ----------------------------
\* A rejoin does not cancel the window.
\* Violates B7_TimerOfThisEpisodeInv, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NoCancel(entry) ==
    IF Wants(entry, Contract!CANCEL_WINDOW) /\ ~Wants(entry, Contract!CLOSE_TRANSPORT)
    THEN UNCHANGED timer
    ELSE Original!ArmOrCancel(entry)

===============================================================================
