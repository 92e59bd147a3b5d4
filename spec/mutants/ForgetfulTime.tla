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
    /\ lag' = Down(lag)
    /\ departed' = FALSE
    /\ UNCHANGED <<state, proxied, transportOpen, reconnecting, windowArmed, joinTimed, out,
                   pending, calling, told, session, carriedOut, attempt, phase>>

===============================================================================
