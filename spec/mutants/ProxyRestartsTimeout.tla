------------------------ MODULE ProxyRestartsTimeout ------------------------
\* The use of the proxy restarts the time limit of the first join.
\* Violates B10_JoinTimedOnceProp, and nothing else.
EXTENDS RoomConnection

Original == INSTANCE RoomConnection

GenerousProxy ==
    IF state = CONNECTING /\ ~proxied
    THEN Take("ProxyConnecting", CONNECTING, Tell(CONNECTING, SETTING_PROXY_SERVER),
              <<ARM_JOIN_TIMEOUT>>)
    ELSE Original!ProxyConnecting

=============================================================================
