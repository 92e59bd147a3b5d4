------------------------------- MODULE LostUndo -------------------------------
\* After a callback, what is only to be undone is forgotten.
\* Violates B15_CarriedOutInOrderProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

HastyReturn ==
    /\ calling
    /\ calling' = FALSE
    /\ pending' = SelectSeq(Tail(pending), LAMBDA entry : entry.epoch = epoch)
    /\ lag' = IF pending' = <<>> THEN 0 ELSE Lag
    /\ UNCHANGED <<decided, told, session, carriedOut, attempts, clocks>>

===============================================================================
