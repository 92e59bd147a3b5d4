---------------------------- MODULE LostCallback -----------------------------
\* Once a callback has returned, the client no longer tells the user of a success.
\* Violates B15_ToldInTheEndProp, and nothing else.
EXTENDS RoomReconnect

Original == INSTANCE RoomReconnect

NeverAgain ==
    /\ untold # <<>> /\ Head(untold) # Contract!CONNECTED
    /\ Original!CallbackBegins
OnlyEffectsWait == ~Settled /\ ~blocked

===============================================================================
