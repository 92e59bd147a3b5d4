---------------------------- MODULE LeaveForgotten ----------------------------
\* A leave returns before it is stored.
\* Violates B16_LeaveSurvivesInv, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

AtOnce == TRUE

===============================================================================
