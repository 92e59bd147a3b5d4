------------------------- MODULE OvertakingCallback --------------------------
\* A callback that waits is overtaken by what was decided last.
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
