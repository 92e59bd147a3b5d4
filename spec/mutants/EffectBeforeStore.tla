-------------------------- MODULE EffectBeforeStore ---------------------------
\* A decision is carried out before it is stored.
\* Violates B16_SessionsAreNewProp, and nothing else.
EXTENDS RoomLives

Original == INSTANCE RoomLives

AtOnce == ~Settled

===============================================================================
