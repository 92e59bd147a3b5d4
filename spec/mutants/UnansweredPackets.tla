-------------------------- MODULE UnansweredPackets ---------------------------
\* The server does not answer packets of a session that it does not have.
\* Violates B13_BackIsToldProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

NoRejection == FALSE /\ UNCHANGED vars

===============================================================================
