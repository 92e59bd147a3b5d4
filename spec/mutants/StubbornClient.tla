---------------------------- MODULE StubbornClient ----------------------------
\* A client whose session was ended asks to be let in again.
\* Violates B9_NoRequestOutsideASessionProp, and nothing else.
EXTENDS RoomCall

Original == INSTANCE RoomCall

AsksAgain ==
    \/ Original!ACallbackReturns
    \/ /\ Client!Settled /\ told = Client!Contract!DISCONNECTED /\ epoch > 0
       /\ Ask([ask |-> "join", epoch |-> epoch, proves |-> Nobody])
       /\ UNCHANGED <<client, proven, links, toClient, server, peer>>

===============================================================================
