---------------------------- MODULE ForgetfulTime -----------------------------
\* As time passes, the client forgets that the user left.
\* Violates RefinesContractSafely, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

ForgetfulTick(d) ==
    /\ ~Due(d)
    /\ deadline' = Down(deadline, d)
    /\ attemptLeft' = Down(attemptLeft, d)
    /\ unnoticed' = Down(unnoticed, d)
    /\ outcomeDue' = Watched(outcomeDue, d)
    /\ departed' = FALSE
    /\ UNCHANGED <<state, proxied, transportOpen, reconnecting, windowArmed, joinTimed, out,
                   toDo, telling, session, carriedOut, timer, attempt, phase>>

===============================================================================
