------------------------- MODULE JoinedKeepsTimeout -------------------------
\* The time limit of the first join is still running in the room.
\* Violates B10_JoinIsTimedInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

CarelessJoined ==
    IF state = CONNECTING
    THEN Take("Joined", CONNECTED, Tell(CONNECTED, JOIN_SUCCEED), <<>>)
    ELSE Original!Joined

=============================================================================
