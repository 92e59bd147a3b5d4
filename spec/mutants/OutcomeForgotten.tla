--------------------------- MODULE OutcomeForgotten ---------------------------
\* A pending outcome is not told again.
\* Violates B16_OwedOutcomeIsToldInv (CapturedOutcomeIsToldInv), and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

Nothing == <<>>

===============================================================================
