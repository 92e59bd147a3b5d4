----------------------------- MODULE EndlessUndo ------------------------------
\* What was undone is undone once more, and so on, in another order each time.
\* Violates NoZenoRunProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

IsUndo(entry) == Len(entry.effects) = 2 /\ entry.notifications = <<>>

UndoesAgain ==
    \/ /\ ~Settled /\ ~IsUndo(Head(pending))
       /\ Original!CarryOut
    \/ /\ ~Settled /\ ~calling /\ IsUndo(Head(pending))
       /\ LET undo == Head(pending)
          IN  pending' = Append(Tail(pending), [undo EXCEPT !.effects = <<undo.effects[2], undo.effects[1]>>])
       /\ UNCHANGED <<decided, calling, lag, told, session, carriedOut, attempts, clocks>>

===============================================================================
