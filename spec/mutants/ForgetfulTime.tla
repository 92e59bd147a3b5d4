---------------------------- MODULE ForgetfulTime -----------------------------
\* As time passes, the client forgets that the user left.
\* Violates RefinesContractSafely, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

ForgetfulTick ==
    /\ ~Due
    /\ deadline' = Down(deadline)
    /\ attemptLeft' = Down(attemptLeft)
    /\ unnoticed' = Down(unnoticed)
    /\ outcomeDue' = Watched(outcomeDue)
    /\ departed' = FALSE
    /\ UNCHANGED <<state, proxied, transportOpen, reconnecting, windowArmed, joinTimed, out,
                   toDo, telling, session, carriedOut, timer, attempt, phase>>

===============================================================================
