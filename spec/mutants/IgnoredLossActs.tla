-------------------------- MODULE IgnoredLossActs ---------------------------
\* A loss during the first join is ignored, but stops something.
\* Violates OnlyTakenStepsActProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

HalfIgnoredLoss ==
    IF state = CONNECTING
    THEN /\ UNCHANGED <<state, proxied, departed, transportOpen, joinTimed, reconnecting,
                        windowArmed>>
         /\ out' = [event |-> "MediaLost", outcome |-> IGNORED, code |-> OK,
                    notifications |-> TellNothing, effects |-> <<STOP_RECONNECTING>>]
    ELSE Original!MediaLost

=============================================================================
