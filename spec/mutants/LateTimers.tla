------------------------------ MODULE LateTimers ------------------------------
\* A's timers need not fire, and its attempts need not end.
\* Violates RefinesReconnect, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

NoTimers ==
    /\ WF_vars(ACarriesOut)
    /\ WF_vars(ACallbackBegins)
    /\ WF_vars(ACallbackReturns)
    /\ SF_vars((ACarriesOut \/ ACallbackBegins) /\ ~Client!Waiting')
    /\ SF_vars(ACallbackReturns /\ untold = <<>>)
    /\ WF_vars(SessionExpires)
    /\ WF_vars(Reject)
    /\ WF_vars(TellB)
    /\ SF_vars(Tick)

===============================================================================
