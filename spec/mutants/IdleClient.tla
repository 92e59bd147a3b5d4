------------------------------ MODULE IdleClient ------------------------------
\* A's client need not carry out what it has decided.
\* Violates RefinesReconnect, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

NoWork ==
    /\ WF_vars(ATimerFires \/ AGivesUpTrying \/ ATriesAgain \/ ANoticesTheLoss \/ AIsBackUnnoticed)
    /\ WF_vars(SessionExpires)
    /\ WF_vars(Reject)
    /\ WF_vars(TellB)
    /\ SF_vars(Tick)

===============================================================================
