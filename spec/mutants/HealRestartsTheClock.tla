------------------------- MODULE HealRestartsTheClock -------------------------
\* When the network heals under a client that reconnects, its time begins again.
\* Violates RefinesReconnectSafely, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

BeginAgain ==
    /\ "cutBoth" \in Faults /\ ~signalUp /\ ~mediaUp
    /\ signalUp' = TRUE /\ mediaUp' = TRUE
    /\ outcomeDue' = Units(GIVE_UP_AT_MOST)
    /\ UNCHANGED <<state, proxied, departed, transportOpen, reconnecting, windowArmed, joinTimed,
                   out, epoch, episode, pending, blocked, untold, calling, told, transport, opened,
                   timer, deadline, attempt, phase, attemptLeft, unnoticed, proven, address, node,
                   network, server, peer>>
HealAndBeginAgain ==
    \/ state # RECONNECTING /\ Original!HealBoth
    \/ state = RECONNECTING /\ BeginAgain

===============================================================================
