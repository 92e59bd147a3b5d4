------------------------------ MODULE HastyStore ------------------------------
\* Of the snapshots that wait for the store only the latest is stored.
\* Violates B16_StoredRefinesTheContract, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

SaveLatest ==
    /\ alive /\ unsaved # <<>>
    /\ saved' = unsaved[Len(unsaved)].snapshot
    /\ unsaved' = <<>>
    /\ left' = (left \/ (Leaving(saved'.decided.out) /\ state \notin Contract!InSession))
    /\ UNCHANGED <<vars, alive, life, away, wayBack, notes, given, lost, heard, silenced, seen>>

===============================================================================
