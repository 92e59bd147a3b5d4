--------------------------- MODULE ProxyToldAgain ---------------------------
\* Every ProxyConnecting of a join is told.
\* Violates ProxyToldOncePerJoinProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

TalkativeProxy ==
    IF state = CONNECTING
    THEN Take("ProxyConnecting", CONNECTING, Tell(CONNECTING, SETTING_PROXY_SERVER), <<>>)
    ELSE Original!ProxyConnecting

=============================================================================
