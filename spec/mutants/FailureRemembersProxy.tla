----------------------- MODULE FailureRemembersProxy ------------------------
\* A join that failed still remembers the proxy.
\* Violates NothingIsRememberedTooLongInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

ForgetfulEnd(event, reason) ==
    IF state = CONNECTING
    THEN /\ out' = [event |-> event, outcome |-> TAKEN, code |-> OK,
                    notifications |-> Tell(FAILED, reason), effects |-> FullStop]
         /\ state' = FAILED
         /\ departed' = FALSE
         /\ transportOpen' = FALSE /\ joinTimed' = FALSE /\ reconnecting' = FALSE
                /\ windowArmed' = FALSE
         /\ UNCHANGED proxied
    ELSE Original!JoinFails(event, reason)

=============================================================================
