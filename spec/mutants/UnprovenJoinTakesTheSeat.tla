---------------------- MODULE UnprovenJoinTakesTheSeat ----------------------
\* Who joins with an id gets the seat of the session that has it, whoever that is.
\* Violates NothingIsTakenUnprovenProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

TakesAnything(m) ==
    IF Ghost(m.epoch)
    THEN Seat(m.epoch) /\ toClient' = Tell("Joined", m.epoch)
    ELSE Original!HearJoin(m)

=============================================================================
