------------------------- MODULE OvertakingCallback --------------------------
\* The latest decision is told before earlier ones.
\* Violates B15_ToldInOrderProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

LastBegins ==
    /\ untold # <<>> /\ ~calling
    /\ calling' = TRUE
    /\ told' = untold[Len(untold)]
    /\ untold' = <<>>
    /\ UNCHANGED <<decided, toDo, session, carriedOut, attempts, clocks>>

===============================================================================
