--------------------------- MODULE LossIsTheCapture ---------------------------
\* A captured connection counts as lost since the capture, although it is known when the process
\* died. Violates B16_NotTooEarlyProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

SinceCapture ==
    IF state = Contract!CONNECTED
        THEN {[most |-> said, error |-> 0] : said \in Said(saved.age, MaxError)}
        ELSE Original!Lasted

===============================================================================
