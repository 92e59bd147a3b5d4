------------------------------ MODULE WeakNotice ------------------------------
\* A sound state may have a loss to be noticed while the client is not connected.
\* Violates SoundInv, and nothing else: what follows from it is not inductive.
EXTENDS RoomReconnectInductive

Original == INSTANCE RoomReconnectInductive

NoticedAnywhere ==
    unnoticed \in {Off} \cup IF episode < MaxEpisode THEN 0..Units(DETECTION_AT_MOST) ELSE {}

===============================================================================
