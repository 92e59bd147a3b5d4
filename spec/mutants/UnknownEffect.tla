--------------------------- MODULE UnknownEffect ----------------------------
\* A rejoin has an effect that is not in Effect.
\* Violates TypeOK, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

OddRejoined ==
    IF state = RECONNECTING
    THEN Take("Rejoined", CONNECTED, Tell(CONNECTED, REJOIN_SUCCEED),
              <<CANCEL_WINDOW, STOP_RECONNECTING, "playMusic">>)
    ELSE Original!Rejoined

=============================================================================
