------------------------- MODULE KickCountsAsLeave --------------------------
\* A user who is kicked counts as one who left.
\* Violates DepartureIsRememberedProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

KickedAway ==
    IF state \in InSession
    THEN /\ out' = [event |-> "Kicked", outcome |-> TAKEN, code |-> OK,
                    notifications |-> Tell(DISCONNECTED, BE_KICKED), effects |-> FullStop]
         /\ state' = DISCONNECTED
         /\ departed' = TRUE
         /\ proxied' = FALSE
         /\ transportOpen' = FALSE /\ joinTimed' = FALSE /\ reconnecting' = FALSE
                /\ windowArmed' = FALSE
    ELSE Original!Kicked

=============================================================================
