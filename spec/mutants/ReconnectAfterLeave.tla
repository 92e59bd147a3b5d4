------------------------ MODULE ReconnectAfterLeave -------------------------
\* After a leave, a re-dispatch begins a reconnect episode.
\* Violates B1_LeaveIsFinalProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

LateReDispatch ==
    IF state = DISCONNECTED /\ departed
    THEN Take("ReDispatched", RECONNECTING, Tell(RECONNECTING, RE_DISPATCH),
              <<OPEN_TRANSPORT, ARM_WINDOW, START_RECONNECTING>>)
    ELSE Original!ReDispatched
WithLateReDispatch ==
    Original!TransitionTable
        \cup {<<DISCONNECTED, "ReDispatched", Tell(RECONNECTING, RE_DISPATCH), RECONNECTING>>}
HasOldRow(from, event) ==
    \E row \in Original!TransitionTable : row[1] = from /\ row[2] = event

=============================================================================
