-------------------------- MODULE DepartureForgotten --------------------------
\* The next life does not know that the user had left.
\* Violates CapturedLeaveIsKeptProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

RestoreAsNew ==
    /\ state \notin Standing
    /\ IF state = Contract!CONNECTING THEN Means("LongLinkFailed")
       ELSE departed' = FALSE
           /\ UNCHANGED <<state, proxied, transportOpen, reconnecting, windowArmed, joinTimed, out>>
    /\ transport' = None
    /\ NothingTimed

===============================================================================
