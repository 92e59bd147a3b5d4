---------------------------- MODULE AwayUncounted -----------------------------
\* The time away is not counted. Violates B16_NoSuccessAfterTheWindowInv (for captures:
\* CapturedWindowInv), and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

Uncounted ==
    {[elapsed EXCEPT !.most = IF state = Contract!RECONNECTING THEN saved.spent ELSE 0] :
     elapsed \in Original!Lasted}

===============================================================================
