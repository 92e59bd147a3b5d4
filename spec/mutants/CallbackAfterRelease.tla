------------------------ MODULE CallbackAfterRelease ------------------------
\* A loss is told to a user who has released the engine.
\* Violates B12_SilentAfterReleaseProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

LateLoss ==
    IF state = UNKNOWN
    THEN Take("MediaLost", UNKNOWN, Tell(UNKNOWN, MEDIA_CONNECTION_DISCONNECTED), <<>>)
    ELSE Original!MediaLost
WithLateLoss ==
    Original!TransitionTable
        \cup {<<UNKNOWN, "MediaLost", Tell(UNKNOWN, MEDIA_CONNECTION_DISCONNECTED), UNKNOWN>>}

=============================================================================
