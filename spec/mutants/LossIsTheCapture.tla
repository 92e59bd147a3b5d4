--------------------------- MODULE LossIsTheCapture ---------------------------
\* A connection that was captured is taken for lost since then, though it is known when the process
\* died. Violates B16_NotTooEarlyProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

SinceCapture ==
    IF state = Contract!CONNECTED THEN {[most |-> said, error |-> 0] : said \in Said(saved.age)}
        ELSE Original!Lasted

===============================================================================
