----------------------- MODULE GhostTakenForAStranger -----------------------
\* A's own ghost is taken for another user, although A can prove that it is not.
\* Violates GhostIsNoStrangerProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

TakesNothingBack(m) ==
    IF Ghost(m.epoch)
    THEN UNCHANGED server /\ toClient' = Tell("SameUserIdElsewhere", m.epoch)
    ELSE Original!HearJoin(m)

=============================================================================
