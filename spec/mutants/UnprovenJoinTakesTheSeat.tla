---------------------- MODULE UnprovenJoinTakesTheSeat ----------------------
\* A client that joins with an id gets the seat of any session that has the id.
\* Violates NothingIsTakenUnprovenProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

TakesAnything(m) ==
    IF Ghost(m.epoch)
    THEN Seat(m.epoch) /\ toClient' = Tell("Joined", m.epoch)
    ELSE Original!HearJoin(m)

=============================================================================
