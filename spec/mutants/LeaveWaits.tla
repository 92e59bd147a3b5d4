----------------------------- MODULE LeaveWaits -----------------------------
\* A leave while reconnecting has to wait for the outcome.
\* Violates B2_LeaveThenJoinProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

PatientLeave ==
    IF state = RECONNECTING THEN Refuse("LeaveChannel", WRONG_STATE) ELSE Original!LeaveChannel
WithoutLeave ==
    {row \in Original!TransitionTable : ~(row[1] = RECONNECTING /\ row[2] = "LeaveChannel")}
WithPatientLeave ==
    Original!RefusalTable \cup {<<RECONNECTING, FALSE, "LeaveChannel", WRONG_STATE>>}

=============================================================================
