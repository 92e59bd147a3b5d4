---------------------------- MODULE ForgetfulSleep ----------------------------
\* A process that sleeps forgets that the user left.
\* Violates B16_EachLifeRefinesTheContractProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

Forget ==
    /\ alive /\ Sleeps /\ departed
    /\ departed' = FALSE
    /\ UNCHANGED <<state, proxied, transportOpen, reconnecting, windowArmed, joinTimed, out, toDo,
                   telling, session, carriedOut, attempts, clocks, lives, notes, history>>

===============================================================================
