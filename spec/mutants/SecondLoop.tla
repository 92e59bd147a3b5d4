------------------------------ MODULE SecondLoop ------------------------------
\* A decision inside a callback is told while the callback is running.
\* Violates B5_OneCallbackAtATimeProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

BeginsBeside ==
    \/ Original!CallbackBegins
    \/ /\ calling /\ untold # <<>>
       /\ told' = Head(untold)
       /\ untold' = Tail(untold)
       /\ UNCHANGED <<decided, toDo, calling, session, carriedOut, attempts, clocks>>

===============================================================================
