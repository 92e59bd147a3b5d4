---------------------------- MODULE WrongReason -----------------------------
\* A failed long link is told as a failed room request.
\* Violates TransitionTableProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

MislabelledFailure ==
    IF state = CONNECTING
    THEN Take("LongLinkFailed", FAILED, Tell(FAILED, REQUEST_CHANNEL_FAILED), FullStop)
    ELSE Original!LongLinkFailed

=============================================================================
