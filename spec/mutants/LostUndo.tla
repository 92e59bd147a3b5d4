------------------------------- MODULE LostUndo -------------------------------
\* After a callback, a pending undo of an earlier session is forgotten.
\* Violates B15_CarriedOutInOrderProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

HastyReturn ==
    /\ calling
    /\ calling' = FALSE
    /\ pending' = SelectSeq(pending, LAMBDA entry : entry.epoch = epoch)
    /\ UNCHANGED <<decided, blocked, untold, told, session, carriedOut, attempts, clocks>>

===============================================================================
