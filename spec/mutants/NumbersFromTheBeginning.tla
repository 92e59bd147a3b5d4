----------------------- MODULE NumbersFromTheBeginning ------------------------
\* Each life counts its changes from 1.
\* Violates B16_NumbersGrowProp (CapturedNumbersGrowProp), and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

FromNone == 0

===============================================================================
