------------------------- MODULE RejoinKeepsTrying --------------------------
\* Attempts go on after the rejoin.
\* Violates B8_NoAttemptBesideAConnectionInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

RestlessRejoin ==
    IF state = RECONNECTING
    THEN Take("Rejoined", CONNECTED, Tell(CONNECTED, REJOIN_SUCCEED), <<CANCEL_WINDOW>>)
    ELSE Original!Rejoined

=============================================================================
