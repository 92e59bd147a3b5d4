-------------------------- MODULE UnansweredPackets ---------------------------
\* The server does not answer packets of a session that it does not hold.
\* Violates B13_BackIsToldProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

NoRejection == FALSE /\ UNCHANGED vars

===============================================================================
