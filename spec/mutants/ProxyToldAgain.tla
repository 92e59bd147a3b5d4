--------------------------- MODULE ProxyToldAgain ---------------------------
\* The use of the proxy is told as often as it is heard of.
\* Violates ProxyToldOncePerJoinProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

TalkativeProxy ==
    IF state = CONNECTING
    THEN Take("ProxyConnecting", CONNECTING, Tell(CONNECTING, SETTING_PROXY_SERVER), <<>>)
    ELSE Original!ProxyConnecting

=============================================================================
