------------------------------ MODULE LateTimers ------------------------------
\* A's timers need not fire, and its attempts need not end.
\* Violates RefinesReconnect, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

NoTimers ==
    /\ WF_vars(ACarriesOut \/ ACallbackReturns)
    /\ SF_vars((ACarriesOut \/ ACallbackReturns) /\ Client!Settled')
    /\ WF_vars(SessionExpires)
    /\ WF_vars(Reject)
    /\ WF_vars(TellB)
    /\ SF_vars(Tick)

===============================================================================
