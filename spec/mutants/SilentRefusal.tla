--------------------------- MODULE SilentRefusal ----------------------------
\* A user whose id is used elsewhere is not let in again, and is not told why.
\* Violates RejoinYieldsProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

RefuseInSilence(m) == IF seat = Elsewhere THEN UNCHANGED <<server, toClient>>
    ELSE Original!HearRejoin(m)

=============================================================================
