-------------------------- MODULE BornInitialised --------------------------
\* A client begins as if it had been initialised already.
\* Violates ReleasedIsUnknownInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

InitInitialised ==
    /\ state = DISCONNECTED
    /\ proxied = FALSE
    /\ departed = FALSE
    /\ transportOpen = FALSE
    /\ joinTimed = FALSE
    /\ reconnecting = FALSE
    /\ windowArmed = FALSE
    /\ out = [event |-> "Release", outcome |-> TAKEN, code |-> OK,
              notifications |-> TellNothing, effects |-> <<>>]

=============================================================================
