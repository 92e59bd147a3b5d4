----------------------------- MODULE EndlessUndo ------------------------------
\* An undone success is undone again and again, in another order each time.
\* Violates NoZenoRunProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

\* The two effects of an undo, in either order.
IsUndo(entry) ==
    /\ Len(entry.effects) = 2
    /\ Wants(entry, Contract!ANNOUNCE_LEAVE) /\ Wants(entry, Contract!CLOSE_TRANSPORT)

UndoesAgain ==
    \/ /\ ~Settled /\ ~IsUndo(Head(pending))
       /\ Original!CarryOut
    \/ /\ ~Settled /\ IsUndo(Head(pending))
       /\ LET undo == Head(pending)
          IN  pending' =
              Append(Tail(pending), [undo EXCEPT !.effects = <<undo.effects[2], undo.effects[1]>>])
       /\ UNCHANGED <<decided, blocked, telling, session, carriedOut, attempts, clocks>>

===============================================================================
