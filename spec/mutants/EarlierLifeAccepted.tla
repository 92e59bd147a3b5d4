------------------------- MODULE EarlierLifeAccepted --------------------------
\* A success of an earlier life is taken for one of the current life.
\* Violates B16_EarlierLifeChangesNothingInv, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

Accepted(fact) ==
    IF fact = "Rejoined" /\ state = Contract!RECONNECTING /\ InTime /\ MayAct
    THEN alive /\ life > 1 /\ Decide(fact) /\ Noted
    ELSE Original!EarlierLifeTells(fact)

===============================================================================
