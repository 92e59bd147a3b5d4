---------------------------- MODULE RefusedFact -----------------------------
\* A kick is refused, as if the server were a user.
\* Violates OutcomeFitsEventInv, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

RefusedKick == IF state = UNKNOWN THEN Refuse("Kicked", WRONG_STATE) ELSE Original!Kicked
WithRefusedKick == Original!RefusalTable \cup {<<UNKNOWN, FALSE, "Kicked", WRONG_STATE>>}

=============================================================================
