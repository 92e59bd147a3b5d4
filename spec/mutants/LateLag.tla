------------------------------- MODULE LateLag --------------------------------
\* What is undone may wait longer than anything else.
\* Violates TypeOK, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

LateUndo(e) ==
    /\ pending' = Queued(pending, <<Contract!ANNOUNCE_LEAVE, Contract!CLOSE_TRANSPORT>>, <<>>, e, 0)
    /\ lag' = Lag + 1
    /\ UNCHANGED <<decided, calling, told, session, carriedOut, attempts, clocks>>

===============================================================================
